#include "overlay/overlay_reader.h"

#include <algorithm>
#include <array>
#include <opencv2/imgproc.hpp>

#include "base/median.h"
#include "field_reader.h"
#include "glyphs/glyph_layout.h"
#include "glyphs/slashed_zero.h"
#include "glyphs/still_text.h"
#include "glyphs/text_strokes.h"
#include "grammar/overlay_grammar.h"
#include "lost_lines.h"
#include "overlay/letter_look.h"
#include "recogniser_image.h"

namespace sheen {

namespace {

/** Letters differ by so much from one another, by compression and their ground. */
constexpr double brightnessSlack = 12;
/** A text that is not understood is tried again while other fields teach what its glyphs are. */
constexpr int mostAttempts = 8;

bool endsWithDegreeSign(OverlayField field)
{
    return field == OverlayField::PlatformHeading || field == OverlayField::TargetBearing;
}

bool isSuperscript(const cv::Rect& glyph, const StrokeLine& line)
{
    const double middle = (line.top + line.bottom) / 2.0;
    return glyph.height < 0.65 * strokeCapitalHeight && glyph.y + glyph.height < middle + 4;
}

/** "N 35 12.740": words apart from the longest belong to it. */
bool mayHaveBlanks(const OverlayLayout::Field& field)
{
    return field.format.form.startsWith(QLatin1String("NDD"));
}

/** Raised signs between the parts of a position whose form is told say nothing more; a dash looks like one.
 */
void removeSigns(StrokeLine& line, const QString& form)
{
    if (!form.contains(QLatin1String("DD:MM")) && !form.contains(QLatin1String("DD.DDDD")))
        return;
    const bool signedNumber = form.startsWith(QLatin1Char('-'));
    std::vector<cv::Rect> kept;
    for (const cv::Rect& glyph : line.glyphs) {
        if ((signedNumber && kept.empty()) || !isSuperscript(glyph, line))
            kept.push_back(glyph);
    }
    if (!kept.empty())
        line.glyphs = kept;
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

/** Brighter than nine tenths of the pixels under a mask; 0 where it is empty. */
double brightnessUnder(const cv::Mat& brightness, const cv::Mat& mask)
{
    std::vector<unsigned char> pixels;
    for (int row = 0; row < brightness.rows; ++row) {
        const auto* value = brightness.ptr<unsigned char>(row);
        const auto* chosen = mask.ptr<unsigned char>(row);
        for (int column = 0; column < brightness.cols; ++column) {
            if (chosen[column])
                pixels.push_back(value[column]);
        }
    }
    if (pixels.empty())
        return 0;
    const auto at = pixels.begin() + static_cast<std::ptrdiff_t>(pixels.size() * 9 / 10);
    std::nth_element(pixels.begin(), at, pixels.end());
    return *at;
}

/** What is remembered of a field between frames. */
struct FieldMemory
{
    cv::Mat mask;          //!< of the glyphs when the field was last recognised
    FieldReading reading;  //!< what it said
    int attempts = 0;      //!< frames that showed the same
};

}  // namespace

class OverlayReader::Private
{
public:
    Private(const OverlayLayout& overlayLayout, std::shared_ptr<LineRecogniser> lineRecogniser,
            const OverlaySteps& overlaySteps)
        : layout(overlayLayout),
          steps(overlaySteps),
          reader(overlayLayout, std::move(lineRecogniser), overlaySteps),
          stillTexts(overlayLayout.fields.size())
    {}

    TelemetryReading readFields(const Frame& frame);
    TelemetryReading read(const Frame& frame);
    void readByPlaces(const std::vector<FieldLine>& lines, TelemetryReading& reading);
    void learnBrightness(const std::vector<FieldLine>& lines, const TelemetryReading& reading);

    std::vector<FieldLine> findLines(const cv::Mat& picture);
    bool isUnchanged(const FieldLine& line, OverlayField field) const;

    OverlayLayout layout;
    OverlaySteps steps;
    FieldReader reader;
    double pitch = 0;
    double capitalPixels = 0;     //!< height of this overlay's capitals; 0: not known yet
    double letterBrightness = 0;  //!< of this overlay's letters; 0: not known yet
    int framesSinceLearned = 0;
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
        // Glints brighter than the letters would set the level by which strokes are told from the ground.
        if (steps.lettersClipped && letterBrightness > 0 && !field.inverse && !crop.brightness.empty())
            crop.brightness = cv::min(crop.brightness, letterBrightness + brightnessSlack);
        lines[i].brightness = crop.brightness;
        if (steps.groundSteadied && !field.inverse && !crop.brightness.empty())
            crop.brightness = stillTexts[i].steadied(crop.brightness, search.capitalHeight);
        strokes.push_back(findStrokeLine(crop, search));
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
    return steps.unchangedKept && !remembered.mask.empty() &&
           strokeDifference(line.strokes.mask(extentOf(line.strokes.glyphs)), remembered.mask) <=
               smallestChange;
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
    : OverlayReader(layout, std::make_shared<LineRecogniser>(), steps)
{}

OverlayReader::OverlayReader(const OverlayLayout& layout, std::shared_ptr<LineRecogniser> recogniser,
                             const OverlaySteps& steps)
    : d(std::make_unique<Private>(layout, std::move(recogniser), steps))
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
    std::vector<std::size_t> changed;
    for (std::size_t i = 0; i < lines.size(); ++i) {
        FieldLine& line = lines[i];
        const OverlayField field = layout.fields[i].field;
        if (line.strokes.empty())
            continue;
        FieldMemory& remembered = memory[indexOf(field)];
        const bool unchanged = isUnchanged(line, field);
        const bool again = remembered.reading.confidence <= 0 && remembered.attempts < mostAttempts;
        remembered.attempts = unchanged ? remembered.attempts + 1 : 0;
        if (!unchanged || again) {
            remembered.mask = line.strokes.mask(extentOf(line.strokes.glyphs)).clone();
            changed.push_back(i);
            if (steps.zerosOpened)
                openSlashedZeros(line.strokes);
            std::vector<cv::Rect>& boxes = line.strokes.glyphs;
            if (endsWithDegreeSign(field) && boxes.size() > 1 && isSuperscript(boxes.back(), line.strokes)) {
                line.degreeSign = true;
                boxes.pop_back();
            }
            removeSigns(line.strokes, layout.fields[i].format.form);
            for (const cv::Rect& glyph : boxes)
                line.shapes.push_back(glyphShape(line.strokes, glyph));
            remembered.reading = reader.read(line, field);
        }
    }
    // What was not understood may be now that the frame's other fields have shown the same glyphs.
    for (const std::size_t i : changed) {
        FieldMemory& remembered = memory[static_cast<std::size_t>(layout.fields[i].field)];
        if (remembered.reading.confidence <= 0) {
            if (const auto known = reader.readByGlyphs(lines[i], layout.fields[i].field, false))
                remembered.reading = *known;
        }
    }

    for (std::size_t i = 0; i < lines.size(); ++i) {
        if (lines[i].strokes.empty())
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
    learnBrightness(lines, reading);
    if (validFields(reading) >= fewestOverlayFields)
        readByPlaces(lines, reading);
    return reading;
}

/** What was not understood, in a frame that surely shows the overlay. */
void OverlayReader::Private::readByPlaces(const std::vector<FieldLine>& lines, TelemetryReading& reading)
{
    for (std::size_t i = 0; i < lines.size(); ++i) {
        const OverlayField field = layout.fields[i].field;
        if (reading[field].confidence > 0 || reader.isAlone(field))
            continue;
        if (const auto found = reader.readByPlaces(lines[i].strokes, field)) {
            reading[field] = *found;
            reading[field].box =
                QRectF(lines[i].box.x, lines[i].box.y, lines[i].box.width, lines[i].box.height);
        }
    }
}

/** How bright the strokes of the lines are that were read surely. */
void OverlayReader::Private::learnBrightness(const std::vector<FieldLine>& lines,
                                             const TelemetryReading& reading)
{
    constexpr double sure = 0.5;
    constexpr std::size_t enough = 4;
    constexpr int framesBetween = 8;  // letters keep their brightness
    if (letterBrightness > 0 && ++framesSinceLearned < framesBetween)
        return;
    std::vector<double> found;
    for (std::size_t i = 0; i < lines.size(); ++i) {
        const FieldLine& line = lines[i];
        if (layout.fields[i].inverse || line.strokes.empty() || line.brightness.empty() ||
            reading[layout.fields[i].field].confidence < sure)
            continue;
        cv::Mat mask;
        cv::resize(line.strokes.mask, mask, line.brightness.size(), 0, 0, cv::INTER_AREA);
        found.push_back(brightnessUnder(line.brightness, mask > 127));
    }
    if (found.size() < enough)
        return;
    framesSinceLearned = 0;
    const double now = median(std::move(found));
    // Upwards at once, for what is clipped is lost; downwards slowly.
    constexpr double forgetting = 0.1;
    letterBrightness = std::max(now, letterBrightness + forgetting * (now - letterBrightness));
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

int OverlayReader::linesRecognised() const
{
    return d->reader.linesRecognised();
}

}  // namespace sheen
