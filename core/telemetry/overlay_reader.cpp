#include "core/telemetry/overlay_reader.h"

#include <algorithm>
#include <array>
#include <opencv2/imgproc.hpp>

#include "core/telemetry/line_recogniser.h"
#include "core/telemetry/overlay_grammar.h"
#include "core/telemetry/slashed_zero.h"
#include "core/telemetry/text_strokes.h"

namespace sheen {

namespace {

/** Fewer valid fields than this are no overlay: scenery sometimes looks like a short number. */
constexpr int fewestFields = 4;

bool endsWithDegreeSign(OverlayField field)
{
    return field == OverlayField::PlatformHeading || field == OverlayField::TargetBearing;
}

bool isSuperscript(const cv::Rect& glyph, const StrokeLine& line)
{
    const double middle = (line.top + line.bottom) / 2.0;
    return glyph.height < 0.65 * strokeCapitalHeight && glyph.y + glyph.height < middle + 4;
}

/** Dark on light, the capitals about 30 px high, a border of 10 px: what Tesseract reads best. */
cv::Mat recogniserImage(const StrokeLine& line, const std::vector<cv::Rect>& glyphs)
{
    cv::Rect extent;
    for (const cv::Rect& glyph : glyphs)
        extent |= glyph;
    constexpr int border = 10;
    cv::Mat wide;
    cv::dilate(line.mask, wide, cv::getStructuringElement(cv::MORPH_RECT, {5, 5}));
    cv::Mat strokes = cv::Mat::zeros(line.soft.size(), CV_8UC1);
    line.soft.copyTo(strokes, wide);
    strokes(extent).convertTo(strokes, CV_8UC1, 255.0 / line.level);
    cv::Mat image;
    cv::copyMakeBorder(strokes, image, border, border, border, border,
                       cv::BORDER_CONSTANT | cv::BORDER_ISOLATED, cv::Scalar(0));
    cv::bitwise_not(image, image);
    return image;
}

}  // namespace

/** What is remembered of a field between frames. */
struct FieldMemory
{
    cv::Mat mask;          //!< of the glyphs when the field was last recognised
    FieldReading reading;  //!< what it said
    double offset = 0;     //!< of its line from the box's middle, as it was found last
};

class OverlayReader::Private
{
public:
    explicit Private(const OverlayLayout& overlayLayout) : layout(overlayLayout) {}

    FieldReading readField(const cv::Mat& picture, std::size_t index);
    FieldReading recognise(const StrokeLine& line, OverlayField field);

    OverlayLayout layout;
    LineRecogniser recogniser;
    std::array<FieldMemory, overlayFieldCount> memory;
};

FieldReading OverlayReader::Private::recognise(const StrokeLine& line, OverlayField field)
{
    FieldReading reading;
    std::vector<cv::Rect> glyphs = line.glyphs;
    bool degreeSign = false;
    if (endsWithDegreeSign(field) && glyphs.size() > 1 && isSuperscript(glyphs.back(), line)) {
        degreeSign = true;
        glyphs.pop_back();
    }
    const LineRecogniser::Text seen = recogniser.read(recogniserImage(line, glyphs), overlayAlphabet(field));
    reading.text = degreeSign ? seen.text + QChar(0x00B0) : seen.text;
    reading.confidence = seen.confidence;
    if (const auto parsed = readByGrammar(field, reading.text)) {
        reading.text = parsed->text;
        reading.value = parsed->value;
        // What the grammar accepts counts, however unsure the recogniser was of it.
        reading.confidence = std::max(reading.confidence, 0.05) / (1 + parsed->repairs);
    } else {
        reading.confidence = 0;
    }
    return reading;
}

FieldReading OverlayReader::Private::readField(const cv::Mat& picture, std::size_t index)
{
    const OverlayLayout::Field& field = layout.fields[index];
    StrokeSearch search;
    search.box = {field.box.x() * picture.cols, field.box.y() * picture.rows,
                  field.box.width() * picture.cols, field.box.height() * picture.rows};
    search.capitalHeight = layout.textHeight * picture.rows;
    search.inverse = field.inverse;
    StrokeLine line = findStrokeLine(picture, search);
    if (line.empty())
        return {};
    openSlashedZeros(line);

    FieldMemory& remembered = memory[static_cast<std::size_t>(field.field)];
    cv::Rect extent;
    for (const cv::Rect& glyph : line.glyphs)
        extent |= glyph;
    const cv::Mat mask = line.mask(extent);
    constexpr int smallestChange = 10;  // pixels; the bar by which 5 and 6 differ has three times as many
    if (remembered.mask.empty() || strokeDifference(mask, remembered.mask) > smallestChange) {
        remembered.reading = recognise(line, field.field);
        remembered.mask = mask.clone();
    }
    FieldReading reading = remembered.reading;
    reading.box = QRectF(search.box.x, search.box.y, search.box.width, search.box.height);
    return reading;
}

OverlayReader::OverlayReader(const OverlayLayout& layout) : d(std::make_unique<Private>(layout))
{}

OverlayReader::~OverlayReader() = default;

const OverlayLayout& OverlayReader::layout() const
{
    return d->layout;
}

TelemetryReading OverlayReader::read(const Frame& frame)
{
    TelemetryReading reading;
    reading.frame = frame.index;
    reading.timeSeconds = frame.timeSeconds;
    if (frame.picture.empty() || (frame.picture.type() != CV_8UC3 && frame.picture.type() != CV_8UC1))
        return reading;

    int valid = 0;
    for (std::size_t i = 0; i < d->layout.fields.size(); ++i) {
        FieldReading field = d->readField(frame.picture, i);
        valid += field.confidence > 0;
        reading[d->layout.fields[i].field] = std::move(field);
    }
    if (valid < std::min<int>(fewestFields, static_cast<int>(d->layout.fields.size()))) {
        reading.fields = {};
        return reading;
    }
    reading.source = Quality::Read;
    reading.utc = overlayUtc(reading[OverlayField::Date].text, reading[OverlayField::Time].text,
                             overlayZoneHours(reading[OverlayField::Zone].text));
    return reading;
}

LayoutMatch OverlayReader::recognise(const std::vector<Frame>& frames,
                                     const std::vector<OverlayLayout>& candidates)
{
    LayoutMatch best;
    const std::vector<OverlayLayout> layouts = candidates.empty() ? availableOverlayLayouts() : candidates;
    for (const OverlayLayout& layout : layouts) {
        OverlayReader reader(layout);
        double sum = 0;
        int visible = 0;
        for (const Frame& frame : frames) {
            const TelemetryReading reading = reader.read(frame);
            if (reading.source == Quality::None)
                continue;
            ++visible;
            const auto valid = std::count_if(reading.fields.begin(), reading.fields.end(),
                                             [](const FieldReading& field) { return field.confidence > 0; });
            sum += static_cast<double>(valid) / static_cast<double>(layout.fields.size());
        }
        const double score = visible ? sum / visible : 0;
        if (score > best.score)
            best = {layout, score};
    }
    return best;
}

}  // namespace sheen
