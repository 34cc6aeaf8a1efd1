#include "field_reader.h"

#include <algorithm>

#include "glyphs/glyph_network.h"
#include "grammar/incomplete_text.h"
#include "recogniser_image.h"

namespace sheen {

namespace {

/** A recogniser less sure than this is asked again with another image. */
constexpr double doubtfulConfidence = 0.35;
/** A recogniser as sure as this of a text without its unit is believed alone. */
constexpr double sureRecogniser = 0.6;
/** A recogniser less sure than this needs a witness: better no digit than a wrong one. */
constexpr double leastConfidence = 0.2;
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

/** Degrees, minutes and seconds, or how many decimals: an overlay writes all its positions alike. */
QString positionFormat(const QString& text)
{
    const qsizetype point = text.indexOf(QLatin1Char('.'));
    const qsizetype decimals = point < 0 ? 0 : text.size() - point - 2;
    return QStringLiteral("%1 colons, %2 decimals").arg(text.count(QLatin1Char(':'))).arg(decimals);
}

}  // namespace

/** The longitude that belongs to a latitude. */
std::optional<OverlayField> longitudeOf(OverlayField field)
{
    if (field == OverlayField::PlatformLatitude)
        return OverlayField::PlatformLongitude;
    if (field == OverlayField::TargetLatitude)
        return OverlayField::TargetLongitude;
    return std::nullopt;
}

FieldReader::FieldReader(const OverlayLayout& layout, std::shared_ptr<LineRecogniser> recogniser,
                         const OverlaySteps& steps)
    : m_steps(steps), m_recogniser(std::move(recogniser))
{
    std::array<bool, overlayFieldCount> boxed{};
    for (const OverlayLayout::Field& field : layout.fields) {
        m_formats[indexOf(field.field)] = field.format;
        boxed[indexOf(field.field)] = true;
    }
    for (const OverlayLayout::Field& field : layout.fields) {
        const auto other = longitudeOf(field.field);
        m_alone[indexOf(field.field)] =
            other && !boxed[static_cast<std::size_t>(*other)] && field.format.form.isEmpty();
    }
}

FieldReader::~FieldReader() = default;

QString FieldReader::alphabetOf(OverlayField field) const
{
    return isAlone(field) ? overlayAlphabet(field, true) : formatAlphabet(field, formatOf(field));
}

/** The field if the grammar accepts the text, and it is written the way this overlay writes such fields;
 * `shown`: its characters as they stand in the picture, empty where that cannot be told.
 */
std::optional<FieldReading> FieldReader::accepted(OverlayField field, const QString& text, double confidence,
                                                  QString* shown) const
{
    const auto formatted = readByFormat(field, text, formatOf(field));
    if (!formatted && lacksMarks(field)) {
        const auto incomplete = readIncomplete(field, text, confidence);
        if (incomplete && shown)
            *shown = incomplete->text;
        return incomplete;
    }
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

/** Whether this overlay writes the field without sign, unit or letter; a format says that by itself. */
bool FieldReader::lacksMarks(OverlayField field) const
{
    constexpr int enough = 3;
    return m_incomplete[indexOf(field)] >= enough &&
           m_incomplete[indexOf(field)] > 4 * m_whole[indexOf(field)];
}

/** A text of which only the sign, the unit or the letter is missing; without a value. */
std::optional<FieldReading> FieldReader::readIncomplete(OverlayField field, const QString& text,
                                                        double confidence) const
{
    if (!formatOf(field).form.isEmpty())
        return std::nullopt;
    FieldReading reading;
    reading.text = incompleteText(field, text);
    // One that is cut off by the picture's edge lacks more than its letter.
    if (reading.text.isEmpty() || (isPosition(field) && !fitsFormat(field, reading.text + QLatin1Char('N'))))
        return std::nullopt;
    reading.confidence = std::max(confidence, 0.05);
    return reading;
}

/**
 * Such a text where nothing else was understood, the overlay has not shown the field whole yet, and each of
 * the line's glyphs was seen as the same digit twice.
 */
std::optional<FieldReading> FieldReader::readIncompleteAtLast(const FieldLine& line, OverlayField field,
                                                              const LineRecogniser::Text& first,
                                                              const QString& second)
{
    if (line.degreeSign || m_whole[indexOf(field)] > m_incomplete[indexOf(field)])
        return std::nullopt;
    const auto fits = [&](const QString& text) {
        return text.size() == static_cast<qsizetype>(line.shapes.size());
    };
    const bool firstIsSure = first.text == second || first.confidence >= sureRecogniser ||
                             isWitnessed(line, first.text) || first.text == networkText(line, field);
    if (fits(first.text) && firstIsSure)
        return readIncomplete(field, first.text, 0.5 * first.confidence);
    if (fits(second) && isWitnessed(line, second))
        return readIncomplete(field, second, 0.5 * first.confidence);
    return std::nullopt;
}

void FieldReader::count(OverlayField field, const FieldReading& reading)
{
    const bool incomplete = !reading.value && !possibleReadings(field, reading.text).empty();
    ++(incomplete ? m_incomplete : m_whole)[indexOf(field)];
    if (isPosition(field))
        ++m_positionFormats[positionFormat(reading.text)];
}

bool FieldReader::fitsFormat(OverlayField field, const QString& text) const
{
    if (!isPosition(field))
        return true;
    int all = 0;
    for (const auto& [format, count] : m_positionFormats)
        all += count;
    const auto own = m_positionFormats.find(positionFormat(text));
    return all < 6 || (own != m_positionFormats.end() && own->second > 0.3 * all);
}

/** The text with a character less, where that leaves a single reading: recognisers double a dot now and then.
 */
std::optional<FieldReading> FieldReader::readShortened(OverlayField field, const QString& text,
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

std::optional<FieldReading> FieldReader::readByGlyphs(const FieldLine& line, OverlayField field,
                                                      bool onlySettled) const
{
    if (!m_steps.glyphMemory)
        return std::nullopt;
    QString text;
    double least = 1;
    for (const GlyphShape& shape : line.shapes) {
        const auto match = m_glyphs.find(shape);
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
QString FieldReader::correctedByGlyphs(const FieldLine& line, const QString& seen) const
{
    QString text = seen;
    for (std::size_t i = 0; m_steps.glyphMemory && i < line.shapes.size(); ++i) {
        const auto match = m_glyphs.find(line.shapes[i]);
        if (match && match->settled)
            text[static_cast<int>(i)] = match->character;
    }
    return text;
}

/** Whether all the glyphs were shown before, and read as in a text that the recogniser was unsure of. */
bool FieldReader::isWitnessed(const FieldLine& line, const QString& text) const
{
    if (text.size() != static_cast<qsizetype>(line.shapes.size()) + (line.degreeSign ? 1 : 0))
        return false;
    for (std::size_t i = 0; i < line.shapes.size(); ++i) {
        const auto match = m_glyphs.find(line.shapes[i]);
        const QChar read = text.at(static_cast<int>(i));
        // O and 0 are one kind of glyph.
        if (!match || match->character != (read == QLatin1Char('O') ? QChar(QLatin1Char('0')) : read))
            return false;
    }
    return true;
}

/** The recogniser's text with one character taken out or put in, where the glyphs known tell which. */
std::optional<FieldReading> FieldReader::readAligned(const FieldLine& line, OverlayField field,
                                                     const LineRecogniser::Text& seen) const
{
    const auto count = static_cast<qsizetype>(line.shapes.size());
    const bool invented = seen.text.size() == count + 1;
    if (!invented && seen.text.size() != count - 1)
        return std::nullopt;
    std::vector<QChar> known;
    for (const GlyphShape& shape : line.shapes) {
        const auto match = m_glyphs.find(shape);
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
std::optional<FieldReading> FieldReader::readByRecogniser(const FieldLine& line, OverlayField field,
                                                          const cv::Mat& image, LineRecogniser::Text& raw,
                                                          QString& lesson)
{
    ++m_recognised;
    LineRecogniser::Text seen = m_recogniser->read(image, alphabetOf(field));
    seen.text.remove(QLatin1Char(' '));
    const QString sign = line.degreeSign ? QString(degreeSign) : QString();
    raw = {seen.text + sign, seen.confidence};
    if (seen.text.size() != static_cast<qsizetype>(line.shapes.size())) {
        // A character was lost or invented: what the glyphs were before is the better witness.
        auto reading = readByGlyphs(line, field, false);
        if (!reading)
            reading = readAligned(line, field, seen);
        // Recognisers double characters: a text of more than there are glyphs may be grammatical and yet
        // wrong.
        const bool invented = seen.text.size() > static_cast<qsizetype>(line.shapes.size());
        return reading || invented ? reading : accepted(field, raw.text, 0.5 * seen.confidence);
    }
    QString shown;
    const auto own = accepted(field, raw.text, seen.confidence, &shown);
    const auto mended = accepted(field, correctedByGlyphs(line, seen.text) + sign, seen.confidence);
    if (own && shown.size() == raw.text.size())
        lesson = shown;
    return mended ? mended : own;
}

/** Later frames' letters stand where these do; a format's text is not what stands there. */
void FieldReader::learnPlaces(const FieldLine& line, OverlayField field, const FieldReading& reading)
{
    const auto count = static_cast<qsizetype>(line.shapes.size());
    const bool isWhole = reading.text.size() == count + (line.degreeSign ? 1 : 0);
    if (isWhole && formatOf(field).form.isEmpty())
        m_places[indexOf(field)].learn(line.strokes, reading.text.left(int(count)));
}

FieldReading FieldReader::read(const FieldLine& line, OverlayField field)
{
    if (const auto known = readByGlyphs(line, field, true)) {
        learnPlaces(line, field, *known);
        return *known;
    }
    LineRecogniser::Text raw;
    LineRecogniser::Text other;
    QString lesson;
    const std::vector<cv::Rect>& boxes = line.strokes.glyphs;
    auto reading = readByRecogniser(line, field, recogniserImage(line.strokes, boxes), raw, lesson);
    bool witnessed = false;
    auto isDoubtful = [&] { return !reading || reading->confidence < doubtfulConfidence; };
    if (m_steps.secondLook && isDoubtful()) {
        QString otherLesson;
        const auto second =
            readByRecogniser(line, field, unmaskedImage(line.strokes, boxes), other, otherLesson);
        witnessed = reading && second && second->text == reading->text && !mayBeDoubled(field, reading->text);
        // Alone, against the first look, it has to be sure.
        if (second && second->confidence >= doubtfulConfidence &&
            (!reading || second->confidence > reading->confidence)) {
            reading = second;
            lesson = otherLesson;
        }
    }
    if (m_steps.glyphNetwork && isDoubtful()) {
        QString otherLesson;
        const auto third = readByNetwork(line, field, otherLesson);
        const bool agrees = third && reading && reading->text == third->text;
        if (third && (agrees || third->confidence >= sureNetwork)) {
            reading = third;
            lesson = otherLesson;
            witnessed = true;
        } else if (third && reading) {
            witnessed = false;  // looks alike twice, and yet each glyph by itself is another
        }
    }
    if (!reading)
        reading = readShortened(field, raw.text, 0.1);
    if (!reading) {
        reading = readIncompleteAtLast(line, field, raw, other.text);
        witnessed = reading.has_value();
        lesson = reading ? reading->text : QString();
    }
    if (!reading ||
        !(witnessed || reading->confidence >= leastConfidence || isWitnessed(line, reading->text))) {
        FieldReading refused;
        refused.text = raw.text;
        return refused;
    }
    for (std::size_t i = 0; !lesson.isEmpty() && i < line.shapes.size(); ++i)
        m_glyphs.learn(line.shapes[i], lesson.at(static_cast<int>(i)));
    count(field, *reading);
    if (reading->confidence >= doubtfulConfidence)
        learnPlaces(line, field, *reading);
    return *reading;
}

}  // namespace sheen
