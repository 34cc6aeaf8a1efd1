#include "core/telemetry/overlay_grammar.h"

#include <QRegularExpression>
#include <QTimeZone>
#include <array>
#include <cmath>
#include <utility>

#include "core/telemetry/mgrs.h"

namespace sheen {

namespace {

constexpr double metresPerFoot = 0.3048;
constexpr double metresPerNauticalMile = 1852.0;
constexpr double metresPerStatuteMile = 1609.344;
const QChar degreeSign(0x00B0);

/** Takes a text from left to right; every take() either succeeds and advances, or leaves it as it was. */
class Scanner
{
public:
    explicit Scanner(QString text) : m_text(std::move(text)) {}

    bool atEnd() const { return m_at == m_text.size(); }
    qsizetype left() const { return m_text.size() - m_at; }
    QChar peek(qsizetype ahead = 0) const
    {
        return m_at + ahead < m_text.size() ? m_text.at(m_at + ahead) : QChar();
    }
    int repairs() const { return m_repairs; }

    /** Exactly `count` digits; characters that can only be a digit's misreading count as that digit. */
    std::optional<QString> digits(qsizetype count)
    {
        QString taken;
        int repairs = 0;
        for (qsizetype i = 0; i < count; ++i) {
            const QChar seen = peek(i);
            const QChar digit = asDigit(seen);
            if (digit.isNull())
                return std::nullopt;
            repairs += digit != seen;
            taken += digit;
        }
        m_at += count;
        m_repairs += repairs;
        return taken;
    }

    /** One of the characters in `wanted`, or one of the misreadings in `like`, taken for wanted[0]. */
    bool mark(const char* wanted, const char* like = "")
    {
        const QChar seen = peek();
        if (seen.isNull())
            return false;
        if (!QLatin1String(wanted).contains(seen)) {
            if (!QLatin1String(like).contains(seen))
                return false;
            ++m_repairs;
        }
        ++m_at;
        return true;
    }

    void repaired() { ++m_repairs; }

    static QChar asDigit(QChar seen)
    {
        if (seen >= QLatin1Char('0') && seen <= QLatin1Char('9'))
            return seen;
        switch (seen.unicode()) {
            case 'O':
            case 'Q':
            case 'D':
            case '@':
            case 0x00D8:  // slashed O
            case 0x0398:  // theta
            case 0x20AC:  // euro sign: what some recognisers make of a slashed zero
                return QLatin1Char('0');
            case 'I':
            case 'L':
            case '|':
            case '!':
                return QLatin1Char('1');
            case 'Z':
                return QLatin1Char('2');
            case 'S':
            case '$':
                return QLatin1Char('5');
            case 'G':
                return QLatin1Char('6');
            case 'B':
                return QLatin1Char('8');
            default:
                return {};
        }
    }

private:
    QString m_text;
    qsizetype m_at = 0;
    int m_repairs = 0;
};

QString tidied(const QString& seen)
{
    QString text;
    for (const QChar character : seen.toUpper()) {
        if (!character.isSpace())
            text += character;
    }
    return text;
}

qsizetype digitRun(const Scanner& scanner)
{
    qsizetype run = 0;
    while (!Scanner::asDigit(scanner.peek(run)).isNull())
        ++run;
    return run;
}

GrammarReading accepted(const QString& text, std::optional<double> value, const Scanner& scanner)
{
    return {text, value, scanner.repairs()};
}

// ---- positions ----

struct Axis
{
    bool latitude = true;
    double limit() const { return latitude ? 90.0 : 180.0; }
    qsizetype degreeDigits() const { return latitude ? 2 : 3; }
};

/** A position without its hemisphere. */
struct Angle
{
    QString text;
    double degrees = 0;
};

/** The hemisphere's letter; only what cannot stand for the other one is repaired. */
QChar hemisphereLetter(QChar seen, const Axis& axis)
{
    const QLatin1String good(axis.latitude ? "NS" : "EW");
    if (good.contains(seen))
        return seen;
    if (QLatin1String(axis.latitude ? "HMK" : "FC").contains(seen))
        return good[0];
    if (QLatin1String(axis.latitude ? "58$" : "VMHN").contains(seen))
        return good[1];
    return {};
}

/** ".67200", with so many decimals as they show; empty where there is none. */
QString takeDecimals(Scanner& scanner, qsizetype least, qsizetype most)
{
    Scanner attempt = scanner;
    if (!attempt.mark(".", ","))
        return {};
    const qsizetype count = digitRun(attempt);
    if (count < least || count > most)
        return {};
    const QString decimals = QLatin1Char('.') + *attempt.digits(count);
    scanner = attempt;
    return decimals;
}

/** "36:36", "36:36.5", "36.60": minutes and what follows the degrees' separator. */
std::optional<Angle> takeMinutes(const QString& degrees, Scanner& scanner)
{
    const auto minutes = scanner.digits(2);
    if (!minutes || minutes->toInt() > 59)
        return std::nullopt;
    const QString text = degrees + QLatin1Char(':') + *minutes;
    if (const QString decimals = takeDecimals(scanner, 1, 5); !decimals.isEmpty())
        return Angle{text + decimals, degrees.toDouble() + (*minutes + decimals).toDouble() / 60};
    if (!scanner.mark(":", ";"))
        return std::nullopt;
    const auto seconds = scanner.digits(2);
    if (!seconds || seconds->toInt() > 59)
        return std::nullopt;
    const QString decimals = takeDecimals(scanner, 1, 3);
    return Angle{text + QLatin1Char(':') + *seconds + decimals,
                 degrees.toDouble() + minutes->toDouble() / 60 + (*seconds + decimals).toDouble() / 3600};
}

/**
 * Digits whose separators were all lost. Five decimals are what overlays with decimal degrees show, so a
 * latitude of seven digits and a longitude of eight leave one choice.
 */
std::optional<Angle> takeUnseparated(Scanner& scanner, const Axis& axis)
{
    if (scanner.left() != axis.degreeDigits() + 5)
        return std::nullopt;
    const QString whole = *scanner.digits(axis.degreeDigits());
    const QString text = whole + QLatin1Char('.') + *scanner.digits(5);
    scanner.repaired();
    return Angle{text, text.toDouble()};
}

std::optional<Angle> takeAngle(Scanner& scanner, const Axis& axis)
{
    const qsizetype run = digitRun(scanner);
    if (run > 0 && run == scanner.left())
        return takeUnseparated(scanner, axis);
    if (run < 1 || run > axis.degreeDigits())
        return std::nullopt;
    const QString whole = *scanner.digits(run);
    if (const QString decimals = takeDecimals(scanner, 3, 7); !decimals.isEmpty())
        return Angle{whole + decimals, (whole + decimals).toDouble()};
    if (!scanner.mark(":\xB0", ";"))
        return std::nullopt;
    return takeMinutes(whole, scanner);
}

std::optional<GrammarReading> readPosition(QString text, const Axis& axis)
{
    // The target's longitude carries LOS (line of sight) before it, with or without a gap.
    static const QRegularExpression prefix(QStringLiteral("^[L1I][O0D][S5](?=[0-9OISB])"));
    if (!axis.latitude)
        text.remove(prefix);
    if (text.size() < 4)
        return std::nullopt;
    const QChar letter = hemisphereLetter(text.back(), axis);
    if (letter.isNull())
        return std::nullopt;

    Scanner scanner(text.chopped(1));
    if (letter != text.back())
        scanner.repaired();
    const auto angle = takeAngle(scanner, axis);
    if (!angle || !scanner.atEnd() || angle->degrees > axis.limit())
        return std::nullopt;
    const bool negative = letter == QLatin1Char('S') || letter == QLatin1Char('W');
    return accepted(angle->text + letter, negative ? -angle->degrees : angle->degrees, scanner);
}

std::optional<GrammarReading> readAnyPosition(const QString& text, const Axis& axis)
{
    constexpr int mostRepairs = 2;
    if (const auto reading = readPosition(text, axis))
        return reading;
    const auto place = readMgrs(text);
    if (!place || place->repairs > mostRepairs)
        return std::nullopt;
    return GrammarReading{place->text, axis.latitude ? place->latitudeDegrees : place->longitudeDegrees,
                          place->repairs};
}

/** The step of an MGRS text along one axis, in degrees. */
double mgrsStep(const MgrsPlace& place, bool latitude)
{
    constexpr double metresPerDegree = 111320;  // of latitude; of longitude at the equator
    constexpr double radians = 3.14159265358979323846 / 180;
    return place.squareMetres / metresPerDegree / (latitude ? 1 : std::cos(place.latitudeDegrees * radians));
}

// ---- angles and lengths ----

/** "75°". Without its degree sign a number is ambiguous (the sign is easily read as 0 or O): refused then. */
std::optional<GrammarReading> readHeading(const QString& text)
{
    Scanner scanner(text);
    qsizetype run = digitRun(scanner);
    const bool signMisread = run > 0 && run == scanner.left();
    if (signMisread) {
        // The last "digit" may be the sign: certain where the number is too great with it.
        const QChar last = text.back();
        if (last != QLatin1Char('O') && last != QLatin1Char('0') && last != QLatin1Char('Q') &&
            last != QLatin1Char('D'))
            return std::nullopt;
        const bool letter = last != QLatin1Char('0');
        if (!letter && run <= 3 && text.toInt() <= 360)
            return std::nullopt;
        --run;
    }
    if (run < 1 || run > 3)
        return std::nullopt;
    const QString number = *scanner.digits(run);
    if (signMisread)
        scanner.repaired();
    else if (!scanner.mark("\xB0", "\"'*^`\xBA") || !scanner.atEnd())
        return std::nullopt;
    if (number.toInt() > 360)
        return std::nullopt;
    return accepted(number + degreeSign, number.toInt() % 360, scanner);
}

struct Unit
{
    const char* text;
    const char* firstLike;   //!< what its first character may be misread as
    const char* secondLike;  //!< likewise the second
    double metres;
};
constexpr Unit feet = {"FT", "PE", "I1Y7", metresPerFoot};
constexpr Unit metres = {"M", "", "", 1};
constexpr Unit kilometres = {"KM", "X", "HN", 1000};
constexpr Unit nauticalMiles = {"NM", "HM", "HN", metresPerNauticalMile};
constexpr Unit statuteMiles = {"SM", "5", "HN", metresPerStatuteMile};

bool takeUnit(Scanner& scanner, const Unit& unit)
{
    Scanner attempt = scanner;
    const QLatin1String text(unit.text);
    const char first[] = {unit.text[0], 0};
    if (!attempt.mark(first, unit.firstLike))
        return false;
    if (text.size() == 2) {
        const char second[] = {unit.text[1], 0};
        if (!attempt.mark(second, unit.secondLike))
            return false;
    }
    if (!attempt.atEnd())
        return false;
    scanner = attempt;
    return true;
}

template <std::size_t count>
const Unit* takeOneOf(Scanner& scanner, const std::array<const Unit*, count>& units)
{
    // First what is written as it should be, then what has to be repaired.
    const Unit* found = nullptr;
    int fewest = 3;
    Scanner best = scanner;
    for (const Unit* unit : units) {
        Scanner attempt = scanner;
        if (!takeUnit(attempt, *unit))
            continue;
        const int repairs = attempt.repairs() - scanner.repairs();
        if (repairs == fewest)
            return nullptr;  // two units are as likely
        if (repairs < fewest) {
            fewest = repairs;
            found = unit;
            best = attempt;
        }
    }
    scanner = best;
    return found;
}

std::optional<GrammarReading> readAltitude(const QString& text)
{
    Scanner scanner(text);
    const bool negative = scanner.mark("-");
    qsizetype run = 0;
    while (scanner.peek(run) >= QLatin1Char('0') && scanner.peek(run) <= QLatin1Char('9'))
        ++run;
    // A misread digit may be any letter but those that begin a unit.
    while (!Scanner::asDigit(scanner.peek(run)).isNull())
        ++run;
    if (run < 1 || run > 5)
        return std::nullopt;
    const QString number = *scanner.digits(run);
    const std::array units = {&feet, &metres};
    const Unit* unit = takeOneOf(scanner, units);
    if (!unit || (number[0] == QLatin1Char('0') && (number.size() > 1 || negative)))
        return std::nullopt;
    const QString shown = (negative ? QStringLiteral("-") : QString()) + number;
    return accepted(shown + QLatin1String(unit->text), shown.toDouble() * unit->metres, scanner);
}

std::optional<GrammarReading> readRange(const QString& text)
{
    // An S before the last M is the unit's, not a misread 5.
    if (text.endsWith(QLatin1String("SM"))) {
        Scanner number(text.chopped(2));
        const qsizetype whole = digitRun(number);
        if (whole < 1 || whole > 4)
            return std::nullopt;
        QString shown = *number.digits(whole);
        shown += takeDecimals(number, 1, 3);
        if (!number.atEnd())
            return std::nullopt;
        return accepted(shown + QLatin1String("SM"), shown.toDouble() * metresPerStatuteMile, number);
    }
    static const std::array units = {&nauticalMiles, &kilometres, &statuteMiles, &feet, &metres};
    Scanner scanner(text);
    qsizetype run = digitRun(scanner);
    if (run < 1 || run > 6)
        return std::nullopt;
    QString number = *scanner.digits(run);
    number += takeDecimals(scanner, 1, 3);
    const Unit* unit = takeOneOf(scanner, units);
    if (!unit)
        return std::nullopt;
    const bool coarse = unit == &nauticalMiles || unit == &kilometres || unit == &statuteMiles;
    const bool decimals = number.contains(QLatin1Char('.'));
    if (!decimals && number.size() > 1 && number[0] == QLatin1Char('0')) {
        // "04NM": nothing begins with 0 but 0 itself, so the point was lost behind it.
        if (!coarse || number.size() > 4)
            return std::nullopt;
        number.insert(1, QLatin1Char('.'));
        scanner.repaired();
    } else if (!decimals && coarse && number.size() < 3) {
        return std::nullopt;  // "84NM" may be 8.4NM
    }
    return accepted(number + QLatin1String(unit->text), number.toDouble() * unit->metres, scanner);
}

std::optional<GrammarReading> readFocalLength(QString text)
{
    if (text.endsWith(QLatin1String("MM")))
        text.chop(2);
    Scanner scanner(text);
    const qsizetype run = digitRun(scanner);
    if (run < 1 || run > 4)
        return std::nullopt;
    QString number = *scanner.digits(run);
    number += takeDecimals(scanner, 1, 1);
    if (!scanner.atEnd() || number[0] == QLatin1Char('0'))
        return std::nullopt;
    return accepted(number, number.toDouble(), scanner);
}

// ---- words, date and time ----

/** Letters that a recogniser takes for digits, back to letters. */
QString asLetters(QString text)
{
    static const std::array<std::pair<char16_t, char16_t>, 7> pairs = {
        {{u'0', u'O'}, {u'1', u'I'}, {u'5', u'S'}, {u'8', u'B'}, {u'2', u'Z'}, {u'6', u'G'}, {u'|', u'I'}}};
    for (const auto& [digit, letter] : pairs)
        text.replace(QChar(digit), QChar(letter));
    return text;
}

int differences(const QString& a, const QString& b)
{
    int count = 0;
    for (qsizetype i = 0; i < a.size(); ++i)
        count += a.at(i) != b.at(i);
    return count;
}

std::optional<GrammarReading> readSensor(const QString& text)
{
    static const std::array known = {"EOW", "EON", "EO", "IR", "TV", "SWIR", "MWIR", "LLTV", "LLLTV"};
    const QString letters = asLetters(text);
    for (const char* name : known) {
        const QString word = QString::fromLatin1(name);
        if (word == letters)
            return GrammarReading{word, std::nullopt, differences(word, text)};
    }
    return std::nullopt;
}

struct Month
{
    const char* text;
    int number;
};
// Two-letter forms that fit a single month; MA and JU would fit two.
constexpr std::array<Month, 27> months = {
    {{"JAN", 1}, {"FEB", 2}, {"MAR", 3},  {"APR", 4},  {"MAY", 5},  {"JUN", 6}, {"JUL", 7},
     {"AUG", 8}, {"SEP", 9}, {"OCT", 10}, {"NOV", 11}, {"DEC", 12}, {"JA", 1},  {"FE", 2},
     {"MR", 3},  {"AP", 4},  {"MY", 5},   {"JN", 6},   {"JL", 7},   {"AU", 8},  {"SE", 9},
     {"SP", 9},  {"OC", 10}, {"NO", 11},  {"NV", 11},  {"DE", 12},  {"DC", 12}}};

/** The month so written, or the only one that differs in a single character which can be no letter. */
const Month* monthLike(const QString& text)
{
    const Month* like = nullptr;
    for (const Month& month : months) {
        const QString name = QString::fromLatin1(month.text);
        if (name == text)
            return &month;
        if (name.size() != text.size() || differences(name, text) != 1)
            continue;
        for (qsizetype i = 0; i < name.size(); ++i) {
            if (name.at(i) != text.at(i) && text.at(i).isDigit()) {
                if (like)
                    return nullptr;
                like = &month;
            }
        }
    }
    return like;
}

std::optional<GrammarReading> readDate(const QString& text)
{
    if (text.size() != 8 && text.size() != 9)
        return std::nullopt;
    Scanner scanner(text.left(2) + text.right(4));
    const auto day = scanner.digits(2);
    const auto year = scanner.digits(4);
    const QString seenMonth = text.mid(2, text.size() - 6);
    const QString month = asLetters(seenMonth);
    if (!day || !year)
        return std::nullopt;
    const Month* found = monthLike(month);
    if (!found || !QDate::isValid(year->toInt(), found->number, day->toInt()) || year->toInt() < 1990 ||
        year->toInt() > 2100)
        return std::nullopt;
    GrammarReading reading = accepted(*day + QLatin1String(found->text) + *year, std::nullopt, scanner);
    reading.repairs += differences(QString::fromLatin1(found->text), seenMonth);
    return reading;
}

std::optional<GrammarReading> readTime(const QString& text)
{
    Scanner scanner(text);
    QStringList parts;
    for (int i = 0; i < 3; ++i) {
        // Six digits without their colons leave one choice.
        if (i > 0 && !scanner.mark(":", ";.") && scanner.left() == 2 * (3 - i))
            scanner.repaired();
        const auto part = scanner.digits(2);
        if (!part)
            return std::nullopt;
        parts += *part;
    }
    const bool zulu = scanner.mark("Z");
    if (!scanner.atEnd() || !QTime::isValid(parts[0].toInt(), parts[1].toInt(), parts[2].toInt()))
        return std::nullopt;
    return accepted(parts.join(QLatin1Char(':')) + (zulu ? QStringLiteral("Z") : QString()), std::nullopt,
                    scanner);
}

std::optional<GrammarReading> readZone(const QString& text)
{
    Scanner scanner(text);
    if (!scanner.mark("U", "VO0") || !scanner.mark("T", "I17") || !scanner.mark("C", "G0O6"))
        return std::nullopt;
    if (scanner.atEnd())
        return accepted(QStringLiteral("UTC"), 0.0, scanner);
    const bool west = scanner.peek() == QLatin1Char('-');
    if (!scanner.mark("+-"))
        return std::nullopt;
    const qsizetype run = digitRun(scanner);
    QString hours;
    if (run == scanner.left() && (run == 2 || run == 3)) {
        // The point was lost; one decimal is always shown.
        hours = *scanner.digits(run - 1);
        hours += QLatin1Char('.');
        hours += *scanner.digits(1);
        scanner.repaired();
    } else {
        if (run < 1 || run > 2)
            return std::nullopt;
        hours = *scanner.digits(run);
        hours += takeDecimals(scanner, 1, 2);
    }
    if (!scanner.atEnd() || hours.toDouble() > 14)
        return std::nullopt;
    const QString sign = west ? QStringLiteral("-") : QStringLiteral("+");
    return accepted(QStringLiteral("UTC") + sign + hours, west ? -hours.toDouble() : hours.toDouble(),
                    scanner);
}

}  // namespace

std::optional<GrammarReading> readByGrammar(OverlayField field, const QString& seen)
{
    const QString text = tidied(seen);
    if (text.isEmpty())
        return std::nullopt;
    switch (field) {
        case OverlayField::Date:
            return readDate(text);
        case OverlayField::Time:
            return readTime(text);
        case OverlayField::Zone:
            return readZone(text);
        case OverlayField::Sensor:
            return readSensor(text);
        case OverlayField::FocalLength:
            return readFocalLength(text);
        case OverlayField::PlatformLatitude:
        case OverlayField::TargetLatitude:
            return readAnyPosition(text, {true});
        case OverlayField::PlatformLongitude:
        case OverlayField::TargetLongitude:
            return readAnyPosition(text, {false});
        case OverlayField::PlatformAltitude:
        case OverlayField::TargetElevation:
            return readAltitude(text);
        case OverlayField::PlatformHeading:
        case OverlayField::TargetBearing:
            return readHeading(text);
        case OverlayField::SlantRange:
            return readRange(text);
    }
    return std::nullopt;
}

QDate overlayDate(const QString& text)
{
    const auto reading = readDate(tidied(text));
    if (!reading)
        return {};
    const QString month = reading->text.mid(2, reading->text.size() - 6);
    for (const Month& candidate : months) {
        if (month == QLatin1String(candidate.text))
            return QDate(reading->text.right(4).toInt(), candidate.number, reading->text.left(2).toInt());
    }
    return {};
}

QTime overlayTime(const QString& text)
{
    const auto reading = readTime(tidied(text));
    return reading ? QTime::fromString(reading->text.left(8), QStringLiteral("HH:mm:ss")) : QTime();
}

std::optional<double> overlayZoneHours(const QString& text)
{
    const auto reading = readZone(tidied(text));
    return reading ? reading->value : std::nullopt;
}

QDateTime overlayUtc(const QString& date, const QString& time, std::optional<double> zoneHours)
{
    const QDate day = overlayDate(date);
    const QTime clock = overlayTime(time);
    if (!day.isValid() || !clock.isValid() || !zoneHours)
        return {};
    return QDateTime(day, clock, QTimeZone::utc()).toUTC().addSecs(-std::llround(*zoneHours * 3600));
}

double overlayStep(OverlayField field, const QString& text)
{
    const auto reading = readByGrammar(field, text);
    if (!reading || !reading->value)
        return 0;
    if (const auto place = readMgrs(reading->text)) {
        return mgrsStep(*place,
                        field == OverlayField::PlatformLatitude || field == OverlayField::TargetLatitude);
    }
    // The last digit counts one step: what the same text says with it changed by one.
    const QString& shown = reading->text;
    qsizetype last = shown.size() - 1;
    while (last >= 0 && !shown.at(last).isDigit())
        --last;
    if (last < 0)
        return 0;
    const qsizetype point = shown.indexOf(QLatin1Char('.'));
    const double decimals = point >= 0 ? std::pow(10.0, -static_cast<double>(last - point)) : 1.0;
    if (field == OverlayField::SlantRange || field == OverlayField::PlatformAltitude ||
        field == OverlayField::TargetElevation) {
        for (const Unit* unit : {&feet, &kilometres, &nauticalMiles, &statuteMiles, &metres}) {
            if (shown.endsWith(QLatin1String(unit->text)))
                return decimals * unit->metres;
        }
        return 0;
    }
    const qsizetype colons = shown.count(QLatin1Char(':'));
    return decimals / (colons == 2 ? 3600 : colons == 1 ? 60 : 1);
}

QChar digitLike(QChar seen)
{
    return Scanner::asDigit(seen);
}

QString overlayAlphabet(OverlayField field, bool mgrs)
{
    if (mgrs)
        return QStringLiteral("0123456789ABCDEFGHJKLMNPQRSTUVWXYZ");
    switch (field) {
        case OverlayField::Date:
            return QStringLiteral("0123456789ABCDEFGJLMNOPRSTUVY");
        case OverlayField::Time:
            return QStringLiteral("0123456789:");
        case OverlayField::Zone:
            return QStringLiteral("0123456789UTC+-.");
        case OverlayField::Sensor:
            return QStringLiteral("EIOLMNRSTVW");
        case OverlayField::FocalLength:
            return QStringLiteral("0123456789");
        case OverlayField::PlatformLatitude:
        case OverlayField::TargetLatitude:
            return QStringLiteral("0123456789.:NS");
        case OverlayField::PlatformLongitude:
            return QStringLiteral("0123456789.:EW");
        case OverlayField::TargetLongitude:
            return QStringLiteral("0123456789.:EWLOS");
        case OverlayField::PlatformAltitude:
        case OverlayField::TargetElevation:
            return QStringLiteral("0123456789FTM-");
        case OverlayField::PlatformHeading:
        case OverlayField::TargetBearing:
            return QStringLiteral("0123456789") + degreeSign;
        case OverlayField::SlantRange:
            return QStringLiteral("0123456789.NKMFTS");
    }
    return {};
}

}  // namespace sheen
