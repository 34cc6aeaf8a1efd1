#pragma once

#include <QChar>
#include <QString>
#include <array>
#include <map>
#include <optional>
#include <vector>

#include "glyphs/text_strokes.h"

namespace sheen {

/** What a glyph looks like, at half the size of a StrokeLine, with where it stands in its line. */
struct GlyphShape
{
    static constexpr int columns = 18;
    static constexpr int rows = 19;

    std::array<float, static_cast<std::size_t>(columns* rows)> ink{};  //!< unit length
    int width = 0;                                                     //!< in pixels of the StrokeLine
    int top = 0;                                                       //!< below the capitals' top
    int bottom = 0;
};

GlyphShape glyphShape(const StrokeLine& line, const cv::Rect& glyph);

/**
 * The glyphs that an overlay has shown, and what the network took them for. An overlay draws the same
 * character the same way each time, so that many readings of it outvote a wrong one, and glyphs that are
 * settled need no network any more.
 */
class GlyphMemory
{
public:
    struct Match
    {
        QChar character;
        double similarity = 0;  //!< 0 to 1
        bool settled = false;   //!< read alike often enough to need no network
    };

    /** The known glyph most like this one; nothing where none is like it, or two characters are. */
    std::optional<Match> find(const GlyphShape& shape) const;

    /** This glyph was read as this character; O and 0 count as one, only their place tells them apart. */
    void learn(const GlyphShape& shape, QChar character);

private:
    struct Kind
    {
        GlyphShape mean;
        int seen = 0;
        std::map<QChar, int> votes;

        QChar character() const;
        bool settled() const;
    };
    std::vector<Kind> m_kinds;
};

}  // namespace sheen
