#pragma once

#include <QString>
#include <optional>
#include <vector>

#include "glyphs/text_strokes.h"

namespace sheen {

/**
 * Where a field's characters stand, and what they say from frame to frame. A display draws the characters of
 * one text after the other at the same places, so that a line whose letters are too faint to be found can
 * still be read where they have to be.
 */
class GlyphPlaces
{
public:
    /** A line that was read surely; its glyphs belong to the characters of the text one by one. */
    void learn(const StrokeLine& line, const QString& text);

    /** The same places in another frame's line of the field; nothing before anything was learned. */
    std::optional<StrokeLine> on(const StrokeLine& line) const;

    /** Whether something is written on the line before the first place, so that the text is a longer one. */
    bool isWrittenBefore(const StrokeLine& placed) const;

    const QString& text() const { return m_text; }  //!< that was read last
    /** How likely the character at a place is the same in the next frame, from how often it was so far. */
    double likelyTheSame(qsizetype place) const;

private:
    struct Count
    {
        int same = 0;
        int all = 0;
    };
    QString m_text;
    std::vector<cv::Rect2d> m_glyphs;  //!< pixels of the picture, from the corner of the field's crop
    double m_top = 0;
    double m_bottom = 0;
    std::vector<Count> m_counts;  //!< of each place
};

}  // namespace sheen
