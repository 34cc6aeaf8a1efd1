#pragma once

#include <array>
#include <map>
#include <memory>
#include <opencv2/core.hpp>
#include <optional>
#include <vector>

#include "data/telemetry.h"
#include "glyphs/glyph_memory.h"
#include "glyphs/line_network.h"
#include "grammar/overlay_format.h"
#include "overlay/overlay_layout.h"
#include "overlay/overlay_steps.h"
#include "text_before.h"

namespace sheen {

/** A line of a field, ready to be read. */
struct FieldLine
{
    StrokeLine strokes;
    cv::Rect2d box;      //!< pixels of the picture
    cv::Mat brightness;  //!< of the crop that the strokes were found in
    double capitalPixels = 0;
    double middleRow = 0;  //!< of the brightness, in the middle of the capitals
    std::vector<GlyphShape> shapes;
};

/** The longitude that belongs to a latitude; nothing for every other field. */
std::optional<OverlayField> longitudeOf(OverlayField field);

/**
 * Reads the lines of an overlay's fields one by one: by the glyphs that it has seen before where they are
 * settled, else by a network for whole lines; the grammar has the last word.
 */
class FieldReader
{
public:
    FieldReader(const OverlayLayout& layout, std::shared_ptr<LineNetwork> network, const OverlaySteps& steps);
    ~FieldReader();

    /**
     * Confidence 0 and the likeliest text where it breaks the rules or is too doubtful. A text of which only
     * a sign, a unit or a letter is missing (possibleReadings) has a confidence, but no value: other frames
     * and fields have to tell it.
     */
    FieldReading read(const FieldLine& line, OverlayField field);

    /** Whether a position has a box for its latitude alone, in no format of its own: it is written as MGRS
     * or in UTM, and one text gives both. */
    bool isAlone(OverlayField field) const { return m_alone[indexOf(field)]; }

    int linesRead() const { return m_linesRead; }  //!< by the network, so far

    /** What a line may say. */
    struct LineReading
    {
        FieldReading reading;  //!< as the grammar has it
        QString seen;          //!< its characters as they stand in the picture; an O is a 0
        double chance = 0;
        double left = 0, right = 0;  //!< where it stands in the line, pixels of the picture
    };

private:
    std::optional<FieldReading> readByGlyphs(const FieldLine& line, OverlayField field) const;
    LineReading readByLine(const FieldLine& line, OverlayField field);
    std::vector<LineReading> looks(const FieldLine& line, OverlayField field);
    std::vector<LineReading> look(OverlayField field, const cv::Mat& brightness, double capitalPixels,
                                  double middleRow);
    std::vector<LineReading> readColumns(OverlayField field, const LineOdds& odds,
                                         const cv::Range& columns) const;
    std::optional<FieldReading> accepted(OverlayField field, const QString& text) const;
    std::optional<FieldReading> readIncomplete(OverlayField field, const QString& text) const;
    bool lacksMarks(OverlayField field) const;
    void count(OverlayField field, const FieldReading& reading);
    bool fitsFormat(OverlayField field, const QString& text) const;
    QString alphabetOf(OverlayField field) const;
    const FieldFormat& formatOf(OverlayField field) const { return m_formats[indexOf(field)]; }

    OverlaySteps m_steps;
    std::array<FieldFormat, overlayFieldCount> m_formats;
    std::array<bool, overlayFieldCount> m_alone{};
    std::map<QString, int> m_positionFormats;           //!< how positions were written so far, and how often
    std::array<int, overlayFieldCount> m_whole{};       //!< texts read with all that belongs to them
    std::array<int, overlayFieldCount> m_incomplete{};  //!< without their sign, unit or letter
    std::shared_ptr<LineNetwork> m_network;
    GlyphMemory m_glyphs;
    /** How many there were when the network last read the field and saw as many characters; else 0. */
    std::array<int, overlayFieldCount> m_glyphsBefore{};
    std::array<TextBefore, overlayFieldCount> m_before;
    int m_linesRead = 0;
};

}  // namespace sheen
