#include "measure_grammar.h"

#include <array>

#include "grammar/overlay_grammar.h"
#include "grammar_scanner.h"

namespace sheen {

namespace {

constexpr double metresPerFoot = 0.3048;
constexpr double metresPerNauticalMile = 1852.0;
constexpr double metresPerStatuteMile = 1609.344;

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

bool takeUnit(GrammarScanner& scanner, const Unit& unit)
{
    GrammarScanner attempt = scanner;
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
const Unit* takeOneOf(GrammarScanner& scanner, const std::array<const Unit*, count>& units)
{
    // First what is written as it should be, then what has to be repaired.
    const Unit* found = nullptr;
    int fewest = 3;
    GrammarScanner best = scanner;
    for (const Unit* unit : units) {
        GrammarScanner attempt = scanner;
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

}  // namespace

std::optional<GrammarReading> readHeading(const QString& text)
{
    GrammarScanner scanner(text);
    qsizetype run = scanner.digitRun();
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
    return scanner.accepted(number + degreeSign, number.toInt() % 360);
}

std::optional<GrammarReading> readAltitude(const QString& text)
{
    GrammarScanner scanner(text);
    const bool negative = scanner.mark("-");
    qsizetype run = 0;
    while (scanner.peek(run) >= QLatin1Char('0') && scanner.peek(run) <= QLatin1Char('9'))
        ++run;
    // A misread digit may be any letter but those that begin a unit.
    while (!digitLike(scanner.peek(run)).isNull())
        ++run;
    if (run < 1 || run > 5)
        return std::nullopt;
    const QString number = *scanner.digits(run);
    const std::array units = {&feet, &metres};
    const Unit* unit = takeOneOf(scanner, units);
    if (!unit || (number[0] == QLatin1Char('0') && (number.size() > 1 || negative)))
        return std::nullopt;
    const QString shown = (negative ? QStringLiteral("-") : QString()) + number;
    return scanner.accepted(shown + QLatin1String(unit->text), shown.toDouble() * unit->metres);
}

std::optional<GrammarReading> readRange(const QString& text)
{
    // An S before the last M is the unit's, not a misread 5.
    if (text.endsWith(QLatin1String("SM"))) {
        GrammarScanner number(text.chopped(2));
        const qsizetype whole = number.digitRun();
        if (whole < 1 || whole > 4)
            return std::nullopt;
        QString shown = *number.digits(whole);
        shown += number.decimals(1, 3);
        if (!number.atEnd())
            return std::nullopt;
        return number.accepted(shown + QLatin1String("SM"), shown.toDouble() * metresPerStatuteMile);
    }
    static const std::array units = {&nauticalMiles, &kilometres, &statuteMiles, &feet, &metres};
    GrammarScanner scanner(text);
    qsizetype run = scanner.digitRun();
    if (run < 1 || run > 6)
        return std::nullopt;
    QString number = *scanner.digits(run);
    number += scanner.decimals(1, 3);
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
    return scanner.accepted(number + QLatin1String(unit->text), number.toDouble() * unit->metres);
}

std::optional<GrammarReading> readFocalLength(QString text)
{
    if (text.endsWith(QLatin1String("MM")))
        text.chop(2);
    GrammarScanner scanner(text);
    const qsizetype run = scanner.digitRun();
    if (run < 1 || run > 4)
        return std::nullopt;
    QString number = *scanner.digits(run);
    number += scanner.decimals(1, 1);
    if (!scanner.atEnd() || number[0] == QLatin1Char('0'))
        return std::nullopt;
    return scanner.accepted(number, number.toDouble());
}

double metresOfUnit(const QString& accepted)
{
    for (const Unit* unit : {&feet, &kilometres, &nauticalMiles, &statuteMiles, &metres}) {
        if (accepted.endsWith(QLatin1String(unit->text)))
            return unit->metres;
    }
    return 0;
}

}  // namespace sheen
