#include "clock_grammar.h"

#include <QTimeZone>
#include <array>
#include <cmath>
#include <utility>

#include "grammar_scanner.h"

namespace sheen {

namespace {

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

}  // namespace

std::optional<GrammarReading> readSensor(const QString& text)
{
    static const std::array known = {"EOW", "EON", "EO", "IR", "TV", "SWIR", "MWIR", "LLTV", "LLLTV"};
    const QString letters = asLetters(text);
    for (const char* name : known) {
        const QString word = QString::fromLatin1(name);
        if (word == letters)
            return GrammarReading{word, std::nullopt, differences(word, text)};
    }
    // The edges of the box around it look like letters: a name of some length stands out among them.
    constexpr qsizetype longEnough = 3;
    constexpr qsizetype mostBeside = 3;
    std::optional<GrammarReading> found;
    for (const char* name : known) {
        const QString word = QString::fromLatin1(name);
        const qsizetype beside = letters.size() - word.size();
        if (word.size() < longEnough || beside < 1 || beside > mostBeside || !letters.contains(word))
            continue;
        if (found && word.size() == found->text.size())
            return std::nullopt;
        if (!found || word.size() > found->text.size())
            found = GrammarReading{word, std::nullopt, int(beside)};
    }
    return found;
}

std::optional<GrammarReading> readDate(const QString& text)
{
    if (text.size() != 8 && text.size() != 9)
        return std::nullopt;
    GrammarScanner scanner(text.left(2) + text.right(4));
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
    GrammarReading reading = scanner.accepted(*day + QLatin1String(found->text) + *year, std::nullopt);
    reading.repairs += differences(QString::fromLatin1(found->text), seenMonth);
    return reading;
}

std::optional<GrammarReading> readTime(const QString& text)
{
    GrammarScanner scanner(text);
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
    return scanner.accepted(parts.join(QLatin1Char(':')) + (zulu ? QStringLiteral("Z") : QString()),
                            std::nullopt);
}

std::optional<GrammarReading> readZone(const QString& text)
{
    GrammarScanner scanner(text);
    if (!scanner.mark("U", "VO0") || !scanner.mark("T", "I17") || !scanner.mark("C", "G0O6"))
        return std::nullopt;
    if (scanner.atEnd())
        return scanner.accepted(QStringLiteral("UTC"), 0.0);
    const bool west = scanner.peek() == QLatin1Char('-');
    if (!scanner.mark("+-"))
        return std::nullopt;
    const qsizetype run = scanner.digitRun();
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
        hours += scanner.decimals(1, 2);
    }
    if (!scanner.atEnd() || hours.toDouble() > 14)
        return std::nullopt;
    const QString sign = west ? QStringLiteral("-") : QStringLiteral("+");
    return scanner.accepted(QStringLiteral("UTC") + sign + hours,
                            west ? -hours.toDouble() : hours.toDouble());
}

QDate overlayDate(const QString& text)
{
    const auto reading = readDate(tidiedOverlay(text));
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
    const auto reading = readTime(tidiedOverlay(text));
    return reading ? QTime::fromString(reading->text.left(8), QStringLiteral("HH:mm:ss")) : QTime();
}

std::optional<double> overlayZoneHours(const QString& text)
{
    const auto reading = readZone(tidiedOverlay(text));
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

}  // namespace sheen
