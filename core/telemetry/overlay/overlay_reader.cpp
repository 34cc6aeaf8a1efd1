#include "overlay/overlay_reader.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <opencv2/imgproc.hpp>

#include "base/median.h"
#include "field_reader.h"
#include "glyphs/glyph_layout.h"
#include "glyphs/still_text.h"
#include "glyphs/text_strokes.h"
#include "grammar/overlay_grammar.h"
#include "lost_lines.h"
#include "overlay/letter_look.h"

namespace sheen {

namespace {

/** "N 35 12.740": words apart from the longest belong to it. */
bool mayHaveBlanks(const OverlayLayout::Field& field)
{
    return field.format.form.startsWith(QLatin1String("NDD"));
}

/** Median height of the lines' capitals in pixels of the picture; there has to be a line. */
double capitalHeight(const std::vector<StrokeLine>& lines)
{
    std::vector<double> heights;
    for (const StrokeLine& line : lines) {
        if (!line.empty())
            heights.push_back((line.bottom - line.top) / line.scale);
    }
    return median(std::move(heights));
}

/** The layout's height of capitals, which the network takes as it is, unless the letters are clearly not so
 * high. */
double sensibleCapital(double ofLayout, double measured)
{
    constexpr double clearly = 0.2;
    return std::abs(measured / ofLayout - 1) > clearly ? measured : ofLayout;
}

/** What is remembered of a field between frames. */
struct FieldMemory
{
    cv::Mat mask;          //!< of the line's strokes when the field was last read
    FieldReading reading;  //!< what it said
};

}  // namespace

class OverlayReader::Private
{
public:
    Private(const OverlayLayout& overlayLayout, std::shared_ptr<LineNetwork> network,
            const OverlaySteps& overlaySteps)
        : layout(overlayLayout),
          steps(overlaySteps),
          reader(overlayLayout, std::move(network), overlaySteps),
          stillTexts(overlayLayout.fields.size())
    {}

    TelemetryReading readFields(const Frame& frame);
    TelemetryReading read(const Frame& frame);

    std::vector<FieldLine> findLines(const cv::Mat& picture);
    bool isUnchanged(const FieldLine& line, OverlayField field) const;

    OverlayLayout layout;
    OverlaySteps steps;
    FieldReader reader;
    double pitch = 0;
    double capitalPixels = 0;           //!< height of this overlay's capitals; 0: not known yet
    std::vector<StillText> stillTexts;  //!< of each field of the layout
    std::array<FieldMemory, overlayFieldCount> memory;
};

std::vector<FieldLine> OverlayReader::Private::findLines(const cv::Mat& seen)
{
    const cv::Mat picture =
        inLetterColour(steps.linesRestored ? withLostLines(seen) : seen, layout.textColour);
    std::vector<FieldLine> lines(layout.fields.size());
    std::vector<StrokeLine> strokes;
    for (std::size_t i = 0; i < layout.fields.size(); ++i) {
        const OverlayLayout::Field& field = layout.fields[i];
        StrokeSearch search;
        search.box = {field.box.x() * picture.cols, field.box.y() * picture.rows,
                      field.box.width() * picture.cols, field.box.height() * picture.rows};
        search.capitalHeight = capitalPixels > 0 ? capitalPixels : layout.textHeight * picture.rows;
        search.inverse = field.inverse;
        search.steps = steps;
        lines[i].box = search.box;
        TextCrop crop = textCrop(picture, search);
        // The network sees this frame alone: where a change goes unnoticed, the least of two is neither.
        lines[i].brightness = crop.brightness;
        if (steps.groundSteadied && !field.inverse && !crop.brightness.empty())
            crop.brightness = stillTexts[i].steadied(crop.brightness, search.capitalHeight);
        strokes.push_back(findStrokeLine(crop, search));
        lines[i].capitalPixels = sensibleCapital(layout.textHeight * picture.rows, search.capitalHeight);
        lines[i].middleRow = search.box.y + search.box.height / 2 - crop.corner.y;
    }
    if (pitch <= 0) {
        pitch = characterPitch(strokes);
        // Enough lines to tell the pitch tell the letters' height as well.
        if (pitch > 0)
            capitalPixels = capitalHeight(strokes);
    }
    for (std::size_t i = 0; i < lines.size(); ++i) {
        lines[i].strokes = std::move(strokes[i]);
        // A position on a grid has its zone and both numbers in one box, often with blanks between.
        const bool oneWord = !mayHaveBlanks(layout.fields[i]) && !reader.isAlone(layout.fields[i].field);
        tidyGlyphs(lines[i].strokes, pitch, oneWord);
    }
    return lines;
}

bool OverlayReader::Private::isUnchanged(const FieldLine& line, OverlayField field) const
{
    constexpr int smallestChange = 10;  // pixels; the bar by which 5 and 6 differ has three times as many
    const FieldMemory& remembered = memory[indexOf(field)];
    return steps.unchangedKept && !remembered.mask.empty() && !line.strokes.empty() &&
           strokeDifference(line.strokes.mask, remembered.mask) <= smallestChange;
}

int validFields(const TelemetryReading& reading)
{
    int whole = 0;
    int incomplete = 0;
    for (std::size_t i = 0; i < overlayFieldCount; ++i) {
        const auto field = static_cast<OverlayField>(i);
        const bool isText = field == OverlayField::Date || field == OverlayField::Time ||
                            field == OverlayField::Zone || field == OverlayField::Sensor;
        if (reading.fields[i].confidence > 0)
            ++(isText || reading.fields[i].value ? whole : incomplete);
    }
    // Scenery often looks like a short number: bare ones say something only beside others.
    return whole < fewestOverlayFields ? whole : whole + incomplete;
}

OverlayReader::OverlayReader(const OverlayLayout& layout, const OverlaySteps& steps)
    : OverlayReader(layout, std::make_shared<LineNetwork>(), steps)
{}

OverlayReader::OverlayReader(const OverlayLayout& layout, std::shared_ptr<LineNetwork> network,
                             const OverlaySteps& steps)
    : d(std::make_unique<Private>(layout, std::move(network), steps))
{}

OverlayReader::~OverlayReader() = default;

const OverlayLayout& OverlayReader::layout() const
{
    return d->layout;
}

TelemetryReading OverlayReader::Private::readFields(const Frame& frame)
{
    TelemetryReading reading;
    reading.frame = frame.index;
    reading.timeSeconds = frame.timeSeconds;
    if (frame.picture.empty() || (frame.picture.type() != CV_8UC3 && frame.picture.type() != CV_8UC1))
        return reading;

    std::vector<FieldLine> lines = findLines(frame.picture);
    for (std::size_t i = 0; i < lines.size(); ++i) {
        FieldLine& line = lines[i];
        const OverlayField field = layout.fields[i].field;
        FieldMemory& remembered = memory[indexOf(field)];
        if (line.brightness.empty() || isUnchanged(line, field))
            continue;
        remembered.mask.release();
        for (const cv::Rect& glyph : line.strokes.glyphs)
            line.shapes.push_back(glyphShape(line.strokes, glyph));
        remembered.reading = reader.read(line, field);
        // What was not understood is looked at again: each frame has another ground.
        if (remembered.reading.confidence > 0 && !line.strokes.empty())
            remembered.mask = line.strokes.mask.clone();
    }

    for (std::size_t i = 0; i < lines.size(); ++i) {
        if (lines[i].brightness.empty())
            continue;
        const OverlayField field = layout.fields[i].field;
        FieldReading& read = reading[field];
        read = memory[indexOf(field)].reading;
        read.box = QRectF(lines[i].box.x, lines[i].box.y, lines[i].box.width, lines[i].box.height);
        if (read.confidence > 0 && reader.isAlone(field)) {
            if (const auto longitude = readByGrammar(*longitudeOf(field), read.text)) {
                FieldReading& other = reading[*longitudeOf(field)];
                other = read;
                other.value = longitude->value;
            }
        }
    }
    return reading;
}

TelemetryReading OverlayReader::Private::read(const Frame& frame)
{
    TelemetryReading reading = readFields(frame);
    if (validFields(reading) < std::min(fewestOverlayFields, static_cast<int>(layout.fields.size())) ||
        layout.fields.empty()) {
        reading.fields = {};
        return reading;
    }
    reading.source = Quality::Read;
    reading.utc = overlayUtc(reading[OverlayField::Date].text, reading[OverlayField::Time].text,
                             overlayZoneHours(reading[OverlayField::Zone].text));
    return reading;
}

TelemetryReading OverlayReader::read(const Frame& frame)
{
    return d->read(frame);
}

TelemetryReading OverlayReader::readFields(const Frame& frame)
{
    return d->readFields(frame);
}

int OverlayReader::linesRead() const
{
    return d->reader.linesRead();
}

}  // namespace sheen
