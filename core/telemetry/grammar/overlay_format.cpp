#include "grammar/overlay_format.h"

#include <array>
#include <cmath>

namespace sheen {

namespace {

const QString signedDegrees = QStringLiteral("-DD.DDDD");

bool isLatitude(OverlayField field)
{
    return field == OverlayField::PlatformLatitude || field == OverlayField::TargetLatitude;
}

/** Whether a word stands there; a single character must be read as it is, for it may be a digit's misreading.
 */
bool isWord(const QString& seen, const QString& word)
{
    return seen == word || (word.size() > 1 && foldedOverlay(seen) == foldedOverlay(word));
}

/** A text that the grammar takes once something was put behind it, which the picture does not show. */
std::optional<FormattedReading> readWith(OverlayField field, const QString& text, const QString& added)
{
    const auto reading = readByGrammar(field, text + added);
    if (!reading)
        return std::nullopt;
    FormattedReading result{*reading, {}};
    if (reading->text.size() == text.size() + added.size())
        result.seen = reading->text.left(text.size());
    return result;
}

/** A date by a pattern of D, M, Y and separators; MMM is the month's name. */
std::optional<FormattedReading> readDateAs(const QString& pattern, const QString& text)
{
    static const std::array monthNames = {"JAN", "FEB", "MAR", "APR", "MAY", "JUN",
                                          "JUL", "AUG", "SEP", "OCT", "NOV", "DEC"};
    if (text.size() != pattern.size())
        return std::nullopt;
    const bool named = pattern.contains(QLatin1String("MMM"));
    QString day, month, year, seen;
    int repairs = 0;
    for (int i = 0; i < pattern.size(); ++i) {
        const QChar wanted = pattern.at(i);
        QChar taken = text.at(i);
        if (wanted == QLatin1Char('M') && named) {
            month += taken;
        } else if (wanted.isLetter()) {
            taken = digitLike(taken);
            if (taken.isNull())
                return std::nullopt;
            QString& part = wanted == QLatin1Char('D') ? day : wanted == QLatin1Char('M') ? month : year;
            part += taken;
        } else if (taken.isLetterOrNumber() && !QLatin1String("1I7L").contains(taken)) {
            return std::nullopt;
        } else {
            taken = wanted;
        }
        repairs += taken != text.at(i);
        seen += taken;
    }
    if (!named) {
        const int number = month.toInt();
        if (number < 1 || number > 12)
            return std::nullopt;
        month = QLatin1String(monthNames.at(static_cast<std::size_t>(number - 1)));
    }
    if (year.size() == 2)
        year.prepend(QLatin1String("20"));
    auto reading = readByGrammar(OverlayField::Date, day + month + year);
    if (!reading)
        return std::nullopt;
    reading->repairs += repairs;
    if (named)
        seen.replace(pattern.indexOf(QLatin1String("MMM")), 3, reading->text.mid(2, 3));
    return FormattedReading{*reading, seen};
}

std::optional<FormattedReading> readTimeAs(const QString& form, const QString& text)
{
    if (form.contains(QLatin1Char(':')))
        return readWith(OverlayField::Time, text, {});
    if (text.size() != form.size())
        return std::nullopt;
    const auto reading = readByGrammar(OverlayField::Time, text.left(2) + QLatin1Char(':') + text.mid(2, 2) +
                                                               QLatin1Char(':') + text.mid(4));
    if (!reading)
        return std::nullopt;
    QString seen = reading->text;
    return FormattedReading{*reading, seen.remove(QLatin1Char(':'))};
}

/** "-104.83922" for west and south. */
std::optional<FormattedReading> readSignedDegrees(OverlayField field, const QString& text)
{
    const bool negative = text.startsWith(QLatin1Char('-'));
    const bool sign = negative || text.startsWith(QLatin1Char('+'));
    const QLatin1String letters(isLatitude(field) ? "NS" : "EW");
    auto read = readWith(field, text.mid(sign ? 1 : 0), QString(letters[negative ? 1 : 0]));
    if (!read || !read->reading.text.contains(QLatin1Char('.')) ||
        read->reading.text.contains(QLatin1Char(':')))
        return std::nullopt;
    if (sign && !read->seen.isEmpty())
        read->seen.prepend(text.front());
    return read;
}

/**
 * Degrees, minutes and seconds with colons between them, whatever signs or blanks the overlay has there.
 * Where none is left, only the full number of digits leaves one choice; empty where it does not.
 */
QString withColons(OverlayField field, const QString& form, const QString& angle)
{
    const auto parts = form.count(QLatin1Char(':')) + 1;
    QString digits;
    bool apart = false;
    for (const QChar character : angle) {
        const bool sign = QString::fromUtf8("°'\"`´º*:;").contains(character);
        if (sign && !digits.isEmpty())
            digits += QLatin1Char(':');
        apart = apart || sign;
        if (!sign)
            digits += character;
    }
    while (digits.endsWith(QLatin1Char(':')))
        digits.chop(1);
    if (parts == 1 || (apart && digits.contains(QLatin1Char(':'))))
        return digits;
    const auto point = digits.indexOf(QLatin1Char('.'));
    const auto whole = point < 0 ? digits.size() : point;
    const auto degrees = isLatitude(field) ? 2 : 3;
    if (whole != degrees + 2 * (parts - 1))
        return {};
    for (auto part = parts - 1; part > 0; --part)
        digits.insert(degrees + 2 * (part - 1), QLatin1Char(':'));
    return digits;
}

std::optional<FormattedReading> readPositionAs(OverlayField field, const QString& form, const QString& text)
{
    if (form == signedDegrees)
        return readSignedDegrees(field, text);
    if (text.size() < 2)
        return std::nullopt;
    const bool letterFirst = form.startsWith(QLatin1Char('N'));
    const QString letter = letterFirst ? text.left(1) : text.right(1);
    const QString angle = letterFirst ? text.mid(1) : text.chopped(1);
    auto read = readWith(field, withColons(field, form, angle), letter);
    if (!read)
        return std::nullopt;
    const QString& shown = read->reading.text;
    const auto colons = shown.count(QLatin1Char(':'));
    const bool fits =
        colons == form.count(QLatin1Char(':')) && (colons > 1 || shown.contains(QLatin1Char('.')));
    if (!fits)
        return std::nullopt;
    QString seen = shown.chopped(1);
    if (!angle.contains(QLatin1Char(':')))
        seen.remove(QLatin1Char(':'));
    seen = letterFirst ? shown.right(1) + seen : seen + shown.right(1);
    read->seen = seen.size() == text.size() ? seen : QString();
    return read;
}

/** A number that shows this unit, or none. */
std::optional<FormattedReading> readLengthIn(OverlayField field, const QString& unit, const QString& text)
{
    if (const auto read = readWith(field, text, {})) {
        // "M" also ends "KM" and "NM": what stands before the unit has to be a digit.
        const QString& shown = read->reading.text;
        const auto before = shown.size() - unit.size() - 1;
        return shown.endsWith(unit) && before >= 0 && shown.at(before).isDigit() ? read : std::nullopt;
    }
    for (const QChar character : text) {
        if (!character.isDigit() && !QLatin1String("-.OI").contains(character))
            return std::nullopt;
    }
    return readWith(field, text, unit);
}

/** "123.4", with or without its sign. */
std::optional<FormattedReading> readDecimalAngle(QString text)
{
    const bool sign = text.endsWith(degreeSign);
    if (sign)
        text.chop(1);
    QString number;
    for (const QChar character : text) {
        const QChar digit = character == QLatin1Char('.') ? character : digitLike(character);
        if (digit.isNull())
            return std::nullopt;
        number += digit;
    }
    const auto point = number.indexOf(QLatin1Char('.'));
    if (point < 1 || point > 3 || number.size() - point < 2 || number.size() - point > 3 ||
        number.count(QLatin1Char('.')) > 1 || number.toDouble() > 360)
        return std::nullopt;
    FormattedReading read;
    read.reading.text = number + degreeSign;
    read.reading.value = std::fmod(number.toDouble(), 360);
    read.reading.repairs = number != text;
    read.seen = sign ? read.reading.text : number;
    return read;
}

std::optional<FormattedReading> readBareAngle(OverlayField field, const QString& form, const QString& text)
{
    if (form == QLatin1String("0.0"))
        return readDecimalAngle(text);
    const auto point = text.indexOf(QLatin1Char('.'));
    const auto whole = point < 0 ? text.size() : point;
    if (form == QLatin1String("000") && whole != 3)
        return std::nullopt;
    return readWith(field, text, QString(degreeSign));
}

std::optional<FormattedReading> readByForm(OverlayField field, const QString& form, const QString& text)
{
    if (form.isEmpty())
        return readWith(field, text, {});
    switch (field) {
        case OverlayField::Date:
            return readDateAs(form, text);
        case OverlayField::Time:
            return readTimeAs(form, text);
        case OverlayField::PlatformLatitude:
        case OverlayField::TargetLatitude:
        case OverlayField::PlatformLongitude:
        case OverlayField::TargetLongitude:
            return readPositionAs(field, form, text);
        case OverlayField::PlatformAltitude:
        case OverlayField::TargetElevation:
        case OverlayField::SlantRange:
            return readLengthIn(field, form, text);
        case OverlayField::PlatformHeading:
        case OverlayField::TargetBearing:
            return readBareAngle(field, form, text);
        case OverlayField::Zone:
        case OverlayField::Sensor:
        case OverlayField::FocalLength:
            break;
    }
    return std::nullopt;
}

}  // namespace

QStringList fieldForms(OverlayField field)
{
    switch (field) {
        case OverlayField::Date:
            return {QStringLiteral("DDMMMYYYY"),  QStringLiteral("DDMMMYY"),    QStringLiteral("DD-MMM-YYYY"),
                    QStringLiteral("YYYY-MM-DD"), QStringLiteral("YYYY/MM/DD"), QStringLiteral("YYYYMMDD"),
                    QStringLiteral("MM/DD/YYYY"), QStringLiteral("DD/MM/YYYY"), QStringLiteral("DD.MM.YYYY"),
                    QStringLiteral("MM/DD/YY"),   QStringLiteral("DD/MM/YY"),   QStringLiteral("DD.MM.YY")};
        case OverlayField::Time:
            return {QStringLiteral("HH:MM:SS"), QStringLiteral("HHMMSS")};
        case OverlayField::PlatformLatitude:
        case OverlayField::TargetLatitude:
        case OverlayField::PlatformLongitude:
        case OverlayField::TargetLongitude:
            return {QStringLiteral("DD.DDDD"),  signedDegrees,
                    QStringLiteral("DD:MM.MM"), QStringLiteral("DD:MM:SS"),
                    QStringLiteral("NDD.DDDD"), QStringLiteral("NDD:MM.MM"),
                    QStringLiteral("NDD:MM:SS")};
        case OverlayField::PlatformAltitude:
        case OverlayField::TargetElevation:
            return {QStringLiteral("FT"), QStringLiteral("M")};
        case OverlayField::SlantRange:
            return {QStringLiteral("NM"), QStringLiteral("KM"), QStringLiteral("SM"), QStringLiteral("FT"),
                    QStringLiteral("M")};
        case OverlayField::PlatformHeading:
        case OverlayField::TargetBearing:
            return {QStringLiteral("000"), QStringLiteral("0"), QStringLiteral("0.0")};
        case OverlayField::Zone:
        case OverlayField::Sensor:
        case OverlayField::FocalLength:
            break;
    }
    return {};
}

std::optional<FormattedReading> readByFormat(OverlayField field, const QString& seen,
                                             const FieldFormat& format)
{
    QString text = tidiedOverlay(seen);
    const QString before = tidiedOverlay(format.before);
    const QString after = tidiedOverlay(format.after);
    const bool hasBefore = !before.isEmpty() && isWord(text.left(before.size()), before);
    if (hasBefore)
        text.remove(0, before.size());
    const bool hasAfter = !after.isEmpty() && isWord(text.right(after.size()), after);
    if (hasAfter)
        text.chop(after.size());
    auto read = readByForm(field, format.form, text);
    if (read && !read->seen.isEmpty())
        read->seen = (hasBefore ? before : QString()) + read->seen + (hasAfter ? after : QString());
    return read;
}

QString formatAlphabet(OverlayField field, const FieldFormat& format)
{
    QString alphabet = overlayAlphabet(field);
    const bool figures =
        field == OverlayField::Date && !format.form.isEmpty() && !format.form.contains(QLatin1String("MMM"));
    if (figures || format.form == signedDegrees)
        alphabet = QStringLiteral("0123456789");
    QString further = tidiedOverlay(format.before) + tidiedOverlay(format.after);
    if (format.form == signedDegrees)
        further += QLatin1String("+-.");
    // Without them 03/04/2025 is forced into letters, and may become October.
    if (field == OverlayField::Date)
        further += QLatin1String("/-");
    for (const QChar character : format.form) {
        if (!character.isLetterOrNumber())
            further += character;
    }
    for (const QChar character : further) {
        if (!alphabet.contains(character))
            alphabet += character;
    }
    return alphabet;
}

}  // namespace sheen
