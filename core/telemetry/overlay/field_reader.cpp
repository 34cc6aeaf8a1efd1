#include "field_reader.h"

#include <algorithm>

#include "grammar/incomplete_text.h"

namespace sheen {

namespace {

/** Glyphs are learned from lines that the network is as sure of as this. */
constexpr double sureLine = 0.8;

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

/** Whether the line's glyphs are the characters of a text: as many, where it stands, and as tall as they are.
 */
bool areGlyphsOf(const FieldReader::LineReading& text, const FieldLine& line)
{
    constexpr int tall = strokeCapitalHeight * 7 / 10;
    if (text.seen.isEmpty() || text.seen.size() != qsizetype(line.shapes.size()))
        return false;
    for (std::size_t i = 0; i < line.shapes.size(); ++i) {
        const bool isTall = line.shapes[i].bottom - line.shapes[i].top >= tall;
        const QChar character = text.seen.at(int(i));
        if (character != QLatin1Char(':') && isTall != character.isLetterOrNumber())
            return false;
    }
    const cv::Rect extent = extentOf(line.strokes.glyphs);
    const double left = extent.x / line.strokes.scale;
    const double right = (extent.x + extent.width) / line.strokes.scale;
    return std::abs(left - text.left) < line.capitalPixels &&
           std::abs(right - text.right) < line.capitalPixels;
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

FieldReader::FieldReader(const OverlayLayout& layout, std::shared_ptr<LineNetwork> network,
                         const OverlaySteps& steps)
    : m_steps(steps), m_network(std::move(network))
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

/** The field if the grammar accepts the text, and it is written the way this overlay writes such fields. */
std::optional<FieldReading> FieldReader::accepted(OverlayField field, const QString& text) const
{
    const auto formatted = readByFormat(field, text, formatOf(field));
    if (!formatted && lacksMarks(field))
        return readIncomplete(field, text);
    if (!formatted || !fitsFormat(field, formatted->reading.text))
        return std::nullopt;
    const GrammarReading* parsed = &formatted->reading;
    FieldReading reading;
    reading.text = parsed->text;
    // A zone is kept as text; its hours go into the time.
    if (field != OverlayField::Zone)
        reading.value = parsed->value;
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
std::optional<FieldReading> FieldReader::readIncomplete(OverlayField field, const QString& text) const
{
    if (!formatOf(field).form.isEmpty())
        return std::nullopt;
    FieldReading reading;
    reading.text = incompleteText(field, text);
    // One that is cut off by the picture's edge lacks more than its letter.
    if (reading.text.isEmpty() || (isPosition(field) && !fitsFormat(field, reading.text + QLatin1Char('N'))))
        return std::nullopt;
    return reading;
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

/** The field where its glyphs are so well known that the network has nothing to add. */
std::optional<FieldReading> FieldReader::readByGlyphs(const FieldLine& line, OverlayField field) const
{
    if (!m_steps.glyphMemory)
        return std::nullopt;
    QString text;
    double least = 1;
    for (const GlyphShape& shape : line.shapes) {
        const auto match = m_glyphs.find(shape);
        if (!match || !match->settled)
            return std::nullopt;
        text += match->character;
        least = std::min(least, match->similarity);
    }
    auto reading = accepted(field, text);
    if (reading)
        reading->confidence = least;
    return reading;
}

FieldReading FieldReader::read(const FieldLine& line, OverlayField field)
{
    int& glyphsBefore = m_glyphsBefore[indexOf(field)];
    const int glyphs = int(line.shapes.size());
    // A glyph that faded away leaves a number that is as good as the whole one: another count is looked at
    // anew.
    if (glyphs > 0 && glyphs == glyphsBefore) {
        if (const auto known = readByGlyphs(line, field))
            return *known;
    }
    const LineReading text = readByLine(line, field);
    const bool isWhole = text.reading.confidence > 0 && areGlyphsOf(text, line);
    glyphsBefore = isWhole ? glyphs : 0;
    for (int i = 0; isWhole && text.reading.confidence >= sureLine && i < glyphs; ++i)
        m_glyphs.learn(line.shapes[std::size_t(i)], text.seen.at(i));
    return text.reading;
}

}  // namespace sheen
