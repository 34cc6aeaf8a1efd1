#include "core/telemetry/overlay_reader.h"

#include <algorithm>
#include <array>
#include <map>
#include <opencv2/imgproc.hpp>

#include "core/telemetry/glyph_memory.h"
#include "core/telemetry/letter_look.h"
#include "core/telemetry/line_recogniser.h"
#include "core/telemetry/overlay_format.h"
#include "core/telemetry/overlay_placement.h"
#include "core/telemetry/slashed_zero.h"
#include "core/telemetry/still_text.h"
#include "core/telemetry/text_strokes.h"

namespace sheen {

namespace {

/** Fewer valid fields than this are no overlay: scenery sometimes looks like a short number. */
constexpr int fewestFields = 4;
/** A layout that reads this share of its fields is taken as it stands. */
constexpr double goodScore = 0.85;
/** A text that is not understood is tried again while other fields teach what its glyphs are. */
constexpr int mostAttempts = 8;
/** A recogniser less sure than this is asked again with another image. */
constexpr double doubtfulConfidence = 0.35;
/** A recogniser less sure than this needs a witness: better no digit than a wrong one. */
constexpr double leastConfidence = 0.2;
const QChar degreeSign(0x00B0);

bool endsWithDegreeSign(OverlayField field)
{
    return field == OverlayField::PlatformHeading || field == OverlayField::TargetBearing;
}

/**
 * Whether a text may be one with a character less, of which the recogniser saw one twice: a number of any
 * length is grammatical then, too.
 */
bool mayBeDoubled(OverlayField field, const QString& text)
{
    const bool anyLength = field == OverlayField::FocalLength || field == OverlayField::PlatformAltitude ||
                           field == OverlayField::TargetElevation || field == OverlayField::SlantRange ||
                           field == OverlayField::Zone;
    return anyLength && std::adjacent_find(text.begin(), text.end()) != text.end();
}

bool isPosition(OverlayField field)
{
    return field == OverlayField::PlatformLatitude || field == OverlayField::PlatformLongitude ||
           field == OverlayField::TargetLatitude || field == OverlayField::TargetLongitude;
}

int validFields(const TelemetryReading& reading)
{
    return static_cast<int>(std::count_if(reading.fields.begin(), reading.fields.end(),
                                          [](const FieldReading& field) { return field.confidence > 0; }));
}

/** The longitude that belongs to a latitude. */
std::optional<OverlayField> longitudeOf(OverlayField field)
{
    if (field == OverlayField::PlatformLatitude)
        return OverlayField::PlatformLongitude;
    if (field == OverlayField::TargetLatitude)
        return OverlayField::TargetLongitude;
    return std::nullopt;
}

/** Degrees, minutes and seconds, or how many decimals: an overlay writes all its positions alike. */
QString positionFormat(const QString& text)
{
    const qsizetype point = text.indexOf(QLatin1Char('.'));
    const qsizetype decimals = point < 0 ? 0 : text.size() - point - 2;
    return QStringLiteral("%1 colons, %2 decimals").arg(text.count(QLatin1Char(':'))).arg(decimals);
}

bool isSuperscript(const cv::Rect& glyph, const StrokeLine& line)
{
    const double middle = (line.top + line.bottom) / 2.0;
    return glyph.height < 0.65 * strokeCapitalHeight && glyph.y + glyph.height < middle + 4;
}

cv::Rect extentOf(const std::vector<cv::Rect>& glyphs)
{
    cv::Rect extent;
    for (const cv::Rect& glyph : glyphs)
        extent |= glyph;
    return extent;
}

/** Median height of the lines' capitals in pixels of the picture; there has to be a line. */
double capitalHeight(const std::vector<StrokeLine>& lines)
{
    std::vector<double> heights;
    for (const StrokeLine& line : lines) {
        if (!line.empty())
            heights.push_back((line.bottom - line.top) / line.scale);
    }
    const auto middle = heights.begin() + static_cast<std::ptrdiff_t>(heights.size() / 2);
    std::nth_element(heights.begin(), middle, heights.end());
    return *middle;
}

/** Dark on light, the capitals about 30 px high, a border of 10 px: what Tesseract reads best. */
cv::Mat recogniserImage(const StrokeLine& line, const std::vector<cv::Rect>& glyphs)
{
    constexpr int border = 10;
    cv::Mat own = cv::Mat::zeros(line.mask.size(), CV_8UC1);
    for (const cv::Rect& glyph : glyphs)
        line.mask(glyph).copyTo(own(glyph));
    cv::dilate(own, own, cv::getStructuringElement(cv::MORPH_RECT, {5, 5}));
    cv::Mat strokes = cv::Mat::zeros(line.soft.size(), CV_8UC1);
    line.soft.copyTo(strokes, own);
    cv::Mat image;
    strokes(extentOf(glyphs)).convertTo(image, CV_8UC1, 255.0 / line.level);
    cv::copyMakeBorder(image, image, border, border, border, border,
                       cv::BORDER_CONSTANT | cv::BORDER_ISOLATED, cv::Scalar(0));
    cv::bitwise_not(image, image);
    return image;
}

/** The same with all that lies around and between the glyphs: faint strokes that the mask lost are in it. */
cv::Mat unmaskedImage(const StrokeLine& line, const std::vector<cv::Rect>& glyphs)
{
    constexpr int border = 10;
    cv::Rect extent = extentOf(glyphs);
    extent = cv::Rect(extent.x - 3, line.top - 2, extent.width + 6, line.bottom - line.top + 4) &
             cv::Rect(0, 0, line.soft.cols, line.soft.rows);
    cv::Mat image;
    line.soft(extent).convertTo(image, CV_8UC1, 300.0 / line.level);
    cv::copyMakeBorder(image, image, border, border, border, border,
                       cv::BORDER_CONSTANT | cv::BORDER_ISOLATED, cv::Scalar(0));
    cv::bitwise_not(image, image);
    return image;
}

/** A line of a field, ready to be read. */
struct FieldLine
{
    StrokeLine strokes;
    cv::Rect2d box;           //!< pixels of the picture
    bool degreeSign = false;  //!< stood at the end, taken off
    std::vector<GlyphShape> shapes;
};

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
            const OverlaySteps& overlaySteps = {})
        : layout(overlayLayout),
          steps(overlaySteps),
          recogniser(std::move(lineRecogniser)),
          stillTexts(overlayLayout.fields.size())
    {
        for (const OverlayLayout::Field& field : layout.fields)
            formats[static_cast<std::size_t>(field.field)] = field.format;
    }

    TelemetryReading readFields(const Frame& frame);
    TelemetryReading read(const Frame& frame);
    static double fieldsRead(const std::vector<Frame>& frames, const OverlayLayout& layout,
                             const std::shared_ptr<LineRecogniser>& recogniser);

    std::vector<FieldLine> findLines(const cv::Mat& picture);
    bool isUnchanged(const FieldLine& line, OverlayField field) const;
    FieldReading recognise(FieldLine& line, OverlayField field);
    std::optional<FieldReading> readByGlyphs(const FieldLine& line, OverlayField field,
                                             bool onlySettled) const;
    std::optional<FieldReading> readByRecogniser(const FieldLine& line, OverlayField field,
                                                 const cv::Mat& image, QString& raw, QString& lesson);
    QString correctedByGlyphs(const FieldLine& line, const QString& seen) const;
    bool isWitnessed(const FieldLine& line, const QString& text) const;
    std::optional<FieldReading> readAligned(const FieldLine& line, OverlayField field,
                                            const LineRecogniser::Text& seen) const;

    bool isAlone(OverlayField field) const;
    const FieldFormat& formatOf(OverlayField field) const { return formats[static_cast<std::size_t>(field)]; }
    std::optional<FieldReading> accepted(OverlayField field, const QString& text, double confidence,
                                         QString* shown = nullptr) const;
    std::optional<FieldReading> readShortened(OverlayField field, const QString& text,
                                              double confidence) const;
    bool fitsFormat(OverlayField field, const QString& text) const;

    OverlayLayout layout;
    OverlaySteps steps;
    std::array<FieldFormat, overlayFieldCount> formats;
    std::map<QString, int> positionFormats;  //!< how positions were written so far, and how often
    std::shared_ptr<LineRecogniser> recogniser;
    GlyphMemory glyphs;
    double pitch = 0;
    double capitalPixels = 0;           //!< height of this overlay's capitals; 0: not known yet
    std::vector<StillText> stillTexts;  //!< of each field of the layout
    std::array<FieldMemory, overlayFieldCount> memory;
    int recognised = 0;  //!< lines given to Tesseract
};

/** Whether a position has a box for its latitude alone, in no format of its own: it is written as MGRS, and
 * one text gives both. */
bool OverlayReader::Private::isAlone(OverlayField field) const
{
    const auto other = longitudeOf(field);
    return other && formatOf(field).form.isEmpty() &&
           std::none_of(layout.fields.begin(), layout.fields.end(),
                        [&](const OverlayLayout::Field& each) { return each.field == *other; });
}

/** The field if the grammar accepts the text, and it is written the way this overlay writes such fields;
 * `shown`: its characters as they stand in the picture, empty where that cannot be told.
 */
std::optional<FieldReading> OverlayReader::Private::accepted(OverlayField field, const QString& text,
                                                             double confidence, QString* shown) const
{
    const auto formatted = readByFormat(field, text, formatOf(field));
    if (!formatted || !fitsFormat(field, formatted->reading.text))
        return std::nullopt;
    const GrammarReading* parsed = &formatted->reading;
    if (shown)
        *shown = formatted->seen;
    FieldReading reading;
    reading.text = parsed->text;
    // A zone is kept as text; its hours go into the time.
    if (field != OverlayField::Zone)
        reading.value = parsed->value;
    // What the grammar accepts counts, however unsure the recogniser was of it.
    reading.confidence = std::max(confidence, 0.05) / (1 + parsed->repairs);
    return reading;
}

bool OverlayReader::Private::fitsFormat(OverlayField field, const QString& text) const
{
    if (!isPosition(field))
        return true;
    int all = 0;
    for (const auto& [format, count] : positionFormats)
        all += count;
    const auto own = positionFormats.find(positionFormat(text));
    return all < 6 || (own != positionFormats.end() && own->second > 0.3 * all);
}

/** The text with a character less, where that leaves a single reading: recognisers double a dot now and then.
 */
std::optional<FieldReading> OverlayReader::Private::readShortened(OverlayField field, const QString& text,
                                                                  double confidence) const
{
    std::optional<FieldReading> found;
    for (qsizetype at = 0; at < text.size(); ++at) {
        QString shorter = text;
        shorter.remove(at, 1);
        const auto reading = accepted(field, shorter, confidence);
        if (!reading)
            continue;
        if (found && found->text != reading->text)
            return std::nullopt;
        found = reading;
    }
    return found;
}

std::vector<FieldLine> OverlayReader::Private::findLines(const cv::Mat& seen)
{
    const cv::Mat picture = inLetterColour(seen, layout.textColour);
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
        tidyGlyphs(lines[i].strokes, pitch);
    }
    return lines;
}

bool OverlayReader::Private::isUnchanged(const FieldLine& line, OverlayField field) const
{
    constexpr int smallestChange = 10;  // pixels; the bar by which 5 and 6 differ has three times as many
    const FieldMemory& remembered = memory[static_cast<std::size_t>(field)];
    return steps.unchangedKept && !remembered.mask.empty() &&
           strokeDifference(line.strokes.mask(extentOf(line.strokes.glyphs)), remembered.mask) <=
               smallestChange;
}

/** The field as its glyphs were read before; nothing where one of them is new, or together they break the
 * rules.
 */
std::optional<FieldReading> OverlayReader::Private::readByGlyphs(const FieldLine& line, OverlayField field,
                                                                 bool onlySettled) const
{
    if (!steps.glyphMemory)
        return std::nullopt;
    QString text;
    double least = 1;
    for (const GlyphShape& shape : line.shapes) {
        const auto match = glyphs.find(shape);
        if (!match || (onlySettled && !match->settled))
            return std::nullopt;
        text += match->character;
        least = std::min(least, match->similarity);
    }
    if (line.degreeSign)
        text += degreeSign;
    return accepted(field, text, onlySettled ? least : 0.5 * least);
}

/** Characters whose glyphs are settled, in place of what the recogniser made of them this once. */
QString OverlayReader::Private::correctedByGlyphs(const FieldLine& line, const QString& seen) const
{
    QString text = seen;
    for (std::size_t i = 0; steps.glyphMemory && i < line.shapes.size(); ++i) {
        const auto match = glyphs.find(line.shapes[i]);
        if (match && match->settled)
            text[static_cast<int>(i)] = match->character;
    }
    return text;
}

/** Whether all the glyphs were shown before, and read as in a text that the recogniser was unsure of. */
bool OverlayReader::Private::isWitnessed(const FieldLine& line, const QString& text) const
{
    if (text.size() != static_cast<qsizetype>(line.shapes.size()) + (line.degreeSign ? 1 : 0))
        return false;
    for (std::size_t i = 0; i < line.shapes.size(); ++i) {
        const auto match = glyphs.find(line.shapes[i]);
        const QChar read = text.at(static_cast<int>(i));
        // O and 0 are one kind of glyph.
        if (!match || match->character != (read == QLatin1Char('O') ? QChar(QLatin1Char('0')) : read))
            return false;
    }
    return true;
}

/** The recogniser's text with one character taken out or put in, where the glyphs known tell which. */
std::optional<FieldReading> OverlayReader::Private::readAligned(const FieldLine& line, OverlayField field,
                                                                const LineRecogniser::Text& seen) const
{
    const auto count = static_cast<qsizetype>(line.shapes.size());
    const bool invented = seen.text.size() == count + 1;
    if (!invented && seen.text.size() != count - 1)
        return std::nullopt;
    std::vector<QChar> known;
    for (const GlyphShape& shape : line.shapes) {
        const auto match = glyphs.find(shape);
        known.push_back(match ? match->character : QChar());
    }
    std::optional<FieldReading> best;
    int mostAgreements = -1;
    for (qsizetype at = 0; at <= (invented ? count : count - 1); ++at) {
        QString text = seen.text;
        if (invented)
            text.remove(at, 1);
        else
            text.insert(at, known[static_cast<std::size_t>(at)]);
        int agreements = 0;
        for (qsizetype i = 0; i < count; ++i) {
            const QChar each = known[static_cast<std::size_t>(i)];
            agreements += !each.isNull() && (each == text.at(i) ||
                                             (each == QLatin1Char('0') && text.at(i) == QLatin1Char('O')));
            if (!each.isNull() && each != QLatin1Char('0'))
                text[int(i)] = each;
        }
        if (line.degreeSign)
            text += degreeSign;
        const auto reading = accepted(field, text, 0.5 * seen.confidence);
        if (reading && agreements > mostAgreements) {
            best = reading;
            mostAgreements = agreements;
        }
    }
    return best;
}

/**
 * What the recogniser makes of an image of the line, mended by what is known of its glyphs. `raw`: what it
 * said; `lesson`: that, where each character belongs to a glyph.
 */
std::optional<FieldReading> OverlayReader::Private::readByRecogniser(const FieldLine& line,
                                                                     OverlayField field, const cv::Mat& image,
                                                                     QString& raw, QString& lesson)
{
    ++recognised;
    const QString alphabet =
        isAlone(field) ? overlayAlphabet(field, true) : formatAlphabet(field, formatOf(field));
    LineRecogniser::Text seen = recogniser->read(image, alphabet);
    seen.text.remove(QLatin1Char(' '));
    const QString sign = line.degreeSign ? QString(degreeSign) : QString();
    raw = seen.text + sign;
    if (seen.text.size() != static_cast<qsizetype>(line.shapes.size())) {
        // A character was lost or invented: what the glyphs were before is the better witness.
        auto reading = readByGlyphs(line, field, false);
        if (!reading)
            reading = readAligned(line, field, seen);
        // Recognisers double characters: a text of more than there are glyphs may be grammatical and yet
        // wrong.
        const bool invented = seen.text.size() > static_cast<qsizetype>(line.shapes.size());
        return reading || invented ? reading : accepted(field, raw, 0.5 * seen.confidence);
    }
    QString shown;
    const auto own = accepted(field, raw, seen.confidence, &shown);
    const auto mended = accepted(field, correctedByGlyphs(line, seen.text) + sign, seen.confidence);
    if (own && shown.size() == raw.size())
        lesson = shown;
    return mended ? mended : own;
}

FieldReading OverlayReader::Private::recognise(FieldLine& line, OverlayField field)
{
    if (const auto known = readByGlyphs(line, field, true))
        return *known;
    QString raw;
    QString lesson;
    auto reading =
        readByRecogniser(line, field, recogniserImage(line.strokes, line.strokes.glyphs), raw, lesson);
    bool twice = false;
    if (steps.secondLook && (!reading || reading->confidence < doubtfulConfidence)) {
        QString other;
        QString otherLesson;
        const auto second = readByRecogniser(line, field, unmaskedImage(line.strokes, line.strokes.glyphs),
                                             other, otherLesson);
        twice = reading && second && second->text == reading->text && !mayBeDoubled(field, reading->text);
        // Alone, against the first look, it has to be sure.
        if (second && second->confidence >= doubtfulConfidence &&
            (!reading || second->confidence > reading->confidence)) {
            reading = second;
            lesson = otherLesson;
        }
    }
    if (!reading)
        reading = readShortened(field, raw, 0.1);
    if (reading && (twice || reading->confidence >= leastConfidence || isWitnessed(line, reading->text))) {
        for (std::size_t i = 0; !lesson.isEmpty() && i < line.shapes.size(); ++i)
            glyphs.learn(line.shapes[i], lesson.at(static_cast<int>(i)));
        return *reading;
    }
    FieldReading refused;
    refused.text = raw;
    return refused;
}

OverlayReader::OverlayReader(const OverlayLayout& layout, const OverlaySteps& steps)
    : d(std::make_unique<Private>(layout, std::make_shared<LineRecogniser>(), steps))
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
        FieldMemory& remembered = memory[static_cast<std::size_t>(field)];
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
            for (const cv::Rect& glyph : boxes)
                line.shapes.push_back(glyphShape(line.strokes, glyph));
            remembered.reading = recognise(line, field);
            if (isPosition(field) && remembered.reading.confidence > 0)
                ++positionFormats[positionFormat(remembered.reading.text)];
        }
    }
    // What was not understood may be now that the frame's other fields have shown the same glyphs.
    for (const std::size_t i : changed) {
        FieldMemory& remembered = memory[static_cast<std::size_t>(layout.fields[i].field)];
        if (remembered.reading.confidence <= 0) {
            if (const auto known = readByGlyphs(lines[i], layout.fields[i].field, false))
                remembered.reading = *known;
        }
    }

    for (std::size_t i = 0; i < lines.size(); ++i) {
        if (lines[i].strokes.empty())
            continue;
        const OverlayField field = layout.fields[i].field;
        FieldReading& read = reading[field];
        read = memory[static_cast<std::size_t>(field)].reading;
        read.box = QRectF(lines[i].box.x, lines[i].box.y, lines[i].box.width, lines[i].box.height);
        if (read.confidence > 0 && isAlone(field)) {
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
    if (validFields(reading) < std::min(fewestFields, static_cast<int>(layout.fields.size())) ||
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
    return d->recognised;
}

/** How many of a layout's fields read as valid, the mean over the frames where it is seen at all. */
double OverlayReader::Private::fieldsRead(const std::vector<Frame>& frames, const OverlayLayout& layout,
                                          const std::shared_ptr<LineRecogniser>& recogniser)
{
    Private reader(layout, recogniser);
    double sum = 0;
    int visible = 0;
    for (const Frame& frame : frames) {
        const TelemetryReading reading = reader.read(frame);
        if (reading.source == Quality::None)
            continue;
        ++visible;
        sum += validFields(reading);
    }
    return visible ? sum / visible : 0;
}

namespace {

/** The frame in which a layout's places hold the most text: an overlay is not seen in every frame. */
const Frame* frameWithMostText(const std::vector<Frame>& frames, const OverlayLayout& layout)
{
    const Frame* best = nullptr;
    double most = -1;
    for (const Frame& frame : frames) {
        if (frame.picture.empty())
            continue;
        const double score = placementScore(frame.picture, layout);
        if (score > most) {
            most = score;
            best = &frame;
        }
    }
    return best;
}

}  // namespace

LayoutMatch OverlayReader::recognise(const std::vector<Frame>& frames,
                                     const std::vector<OverlayLayout>& candidates)
{
    LayoutMatch best;
    double mostFields = 0;
    const auto recogniser = std::make_shared<LineRecogniser>();
    auto consider = [&](const OverlayLayout& layout) {
        // The layout that reads most, not the greatest share: else one of few fields would hide the others.
        const double fields = Private::fieldsRead(frames, layout, recogniser);
        if (fields > mostFields) {
            mostFields = fields;
            best = {layout, fields / static_cast<double>(layout.fields.size())};
        }
    };
    std::vector<OverlayLayout> layouts = candidates;
    if (candidates.empty()) {
        // Too few fields are no evidence: such a layout has to be chosen by name. The user's own come first.
        layouts = availableOverlayLayouts();
        std::reverse(layouts.begin(), layouts.end());
        layouts.erase(std::remove_if(layouts.begin(), layouts.end(),
                                     [](const OverlayLayout& layout) {
                                         return static_cast<int>(layout.fields.size()) < fewestFields;
                                     }),
                      layouts.end());
    }
    std::vector<cv::Mat> pictures;
    for (const Frame& frame : frames)
        pictures.push_back(frame.picture);
    const QRectF within = pictureWithinBars(pictures);
    for (const OverlayLayout& layout : layouts) {
        consider(layout);
        // Beside narrow bars most fields still reach into their boxes, and some of them are cut.
        if (within != QRectF(0, 0, 1, 1))
            consider(placed(layout, within));
    }
    if (best.score > goodScore)
        return best;

    // Cropped or scaled: where would the layouts have to lie?
    for (const OverlayLayout& layout : layouts) {
        const OverlayLayout barless = placed(layout, within);
        const Frame* frame = frameWithMostText(frames, barless);
        if (!frame)
            continue;
        for (const QRectF& place : likelyPlacements(frame->picture, layout, within, 3))
            consider(placed(layout, place));
        if (best.score > goodScore)
            return best;
    }
    return best;
}

OverlayLayout OverlayReader::placedOn(const std::vector<Frame>& frames, const OverlayLayout& layout)
{
    const LayoutMatch match = recognise(frames, {layout});
    return match.score > 0 ? match.layout : layout;
}

}  // namespace sheen
