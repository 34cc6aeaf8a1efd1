#pragma once

#include <array>
#include <map>
#include <memory>
#include <opencv2/core.hpp>
#include <optional>
#include <vector>

#include "data/telemetry.h"
#include "glyph_places.h"
#include "glyphs/glyph_memory.h"
#include "glyphs/glyph_network.h"
#include "glyphs/line_recogniser.h"
#include "grammar/overlay_format.h"
#include "overlay/overlay_layout.h"
#include "overlay/overlay_steps.h"

namespace sheen {

/** A line of a field, ready to be read. */
struct FieldLine
{
    StrokeLine strokes;
    cv::Rect2d box;           //!< pixels of the picture
    cv::Mat brightness;       //!< of the crop that the strokes were found in
    bool degreeSign = false;  //!< stood at the end, taken off
    std::vector<GlyphShape> shapes;
};

/** The longitude that belongs to a latitude; nothing for every other field. */
std::optional<OverlayField> longitudeOf(OverlayField field);

/**
 * Reads the lines of an overlay's fields one by one: by the glyphs that it has seen before, by a recogniser
 * of whole lines, and where that is in doubt by a network for single glyphs; the grammar has the last word.
 */
class FieldReader
{
public:
    FieldReader(const OverlayLayout& layout, std::shared_ptr<LineRecogniser> recogniser,
                const OverlaySteps& steps);
    ~FieldReader();

    /**
     * Confidence 0 and the text as it was seen where it breaks the rules or is too doubtful. A text of which
     * only a sign, a unit or a letter is missing (possibleReadings) has a confidence, but no value: other
     * frames and fields have to tell it.
     */
    FieldReading read(const FieldLine& line, OverlayField field);

    /** The field as its glyphs were read before; nothing where one of them is new, or together they break the
     * rules. `onlySettled`: by glyphs alone that need no recogniser any more. */
    std::optional<FieldReading> readByGlyphs(const FieldLine& line, OverlayField field,
                                             bool onlySettled) const;

    /**
     * The field where its letters are too faint to be found: the network looks where those of the frames
     * before stood, and what they said weighs with it. Only for frames that surely show the overlay.
     */
    std::optional<FieldReading> readByPlaces(const StrokeLine& line, OverlayField field);

    /** Whether a position has a box for its latitude alone, in no format of its own: it is written as MGRS
     * or in UTM, and one text gives both. */
    bool isAlone(OverlayField field) const { return m_alone[indexOf(field)]; }

    int linesRecognised() const { return m_recognised; }  //!< by Tesseract, so far

private:
    using Glyphs = std::vector<std::vector<GlyphCandidate>>;

    /** A network as sure as this of each glyph is taken without another witness. */
    static constexpr double sureNetwork = 0.75;
    static constexpr double leastLevel = 12;  //!< of strokes; less is noise

    std::optional<FieldReading> readByRecogniser(const FieldLine& line, OverlayField field,
                                                 const cv::Mat& image, LineRecogniser::Text& raw,
                                                 QString& lesson);
    std::optional<FieldReading> readByNetwork(const FieldLine& line, OverlayField field, QString& lesson);
    std::optional<FieldReading> acceptedOrMended(OverlayField field, Glyphs& glyphs, QString& text,
                                                 QString& shown) const;
    double shareAgainstOthers(OverlayField field, const Glyphs& glyphs, const FieldReading& reading,
                              const QString& text) const;
    void weighByPlaces(const GlyphPlaces& places, Glyphs& glyphs) const;
    QString correctedByGlyphs(const FieldLine& line, const QString& seen) const;
    bool isWitnessed(const FieldLine& line, const QString& text) const;
    std::optional<FieldReading> readAligned(const FieldLine& line, OverlayField field,
                                            const LineRecogniser::Text& seen) const;
    std::optional<FieldReading> readShortened(OverlayField field, const QString& text,
                                              double confidence) const;
    std::optional<FieldReading> accepted(OverlayField field, const QString& text, double confidence,
                                         QString* shown = nullptr) const;
    std::optional<FieldReading> readIncomplete(OverlayField field, const QString& text,
                                               double confidence) const;
    std::optional<FieldReading> readIncompleteAtLast(const FieldLine& line, OverlayField field,
                                                     const LineRecogniser::Text& first,
                                                     const QString& second);
    QString networkText(const FieldLine& line, OverlayField field);
    bool lacksMarks(OverlayField field) const;
    void count(OverlayField field, const FieldReading& reading);
    void learnPlaces(const FieldLine& line, OverlayField field, const FieldReading& reading);
    bool fitsFormat(OverlayField field, const QString& text) const;
    QString alphabetOf(OverlayField field) const;
    const FieldFormat& formatOf(OverlayField field) const { return m_formats[indexOf(field)]; }

    OverlaySteps m_steps;
    std::array<FieldFormat, overlayFieldCount> m_formats;
    std::array<bool, overlayFieldCount> m_alone{};
    std::map<QString, int> m_positionFormats;           //!< how positions were written so far, and how often
    std::array<int, overlayFieldCount> m_whole{};       //!< texts read with all that belongs to them
    std::array<int, overlayFieldCount> m_incomplete{};  //!< without their sign, unit or letter
    std::shared_ptr<LineRecogniser> m_recogniser;
    std::unique_ptr<GlyphNetwork> m_network;
    GlyphMemory m_glyphs;
    std::array<GlyphPlaces, overlayFieldCount> m_places;
    int m_recognised = 0;
};

}  // namespace sheen
