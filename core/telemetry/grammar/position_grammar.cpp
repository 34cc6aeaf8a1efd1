#include "position_grammar.h"

#include <QRegularExpression>
#include <cmath>

#include "geo/geodesy.h"
#include "grammar_scanner.h"
#include "grid_place.h"

namespace sheen {

namespace {

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

/** "36:36", "36:36.5", "36.60": minutes and what follows the degrees' separator. */
std::optional<Angle> takeMinutes(const QString& degrees, GrammarScanner& scanner)
{
    const auto minutes = scanner.digits(2);
    if (!minutes || minutes->toInt() > 59)
        return std::nullopt;
    const QString text = degrees + QLatin1Char(':') + *minutes;
    if (const QString decimals = scanner.decimals(1, 5); !decimals.isEmpty())
        return Angle{text + decimals, degrees.toDouble() + (*minutes + decimals).toDouble() / 60};
    if (!scanner.mark(":", ";"))
        return std::nullopt;
    const auto seconds = scanner.digits(2);
    if (!seconds || seconds->toInt() > 59)
        return std::nullopt;
    const QString decimals = scanner.decimals(1, 3);
    return Angle{text + QLatin1Char(':') + *seconds + decimals,
                 degrees.toDouble() + minutes->toDouble() / 60 + (*seconds + decimals).toDouble() / 3600};
}

/**
 * Digits whose separators were all lost. Five decimals are what overlays with decimal degrees show, so a
 * latitude of seven digits and a longitude of eight leave one choice.
 */
std::optional<Angle> takeUnseparated(GrammarScanner& scanner, const Axis& axis)
{
    if (scanner.left() != axis.degreeDigits() + 5)
        return std::nullopt;
    const QString whole = *scanner.digits(axis.degreeDigits());
    const QString text = whole + QLatin1Char('.') + *scanner.digits(5);
    scanner.repaired();
    return Angle{text, text.toDouble()};
}

std::optional<Angle> takeAngle(GrammarScanner& scanner, const Axis& axis)
{
    const qsizetype run = scanner.digitRun();
    if (run > 0 && run == scanner.left())
        return takeUnseparated(scanner, axis);
    if (run < 1 || run > axis.degreeDigits())
        return std::nullopt;
    const QString whole = *scanner.digits(run);
    if (const QString decimals = scanner.decimals(3, 7); !decimals.isEmpty())
        return Angle{whole + decimals, (whole + decimals).toDouble()};
    if (!scanner.mark(":\xB0", ";"))
        return std::nullopt;
    return takeMinutes(whole, scanner);
}

std::optional<GrammarReading> readAngle(QString text, const Axis& axis)
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

    GrammarScanner scanner(text.chopped(1));
    if (letter != text.back())
        scanner.repaired();
    const auto angle = takeAngle(scanner, axis);
    if (!angle || !scanner.atEnd() || angle->degrees > axis.limit())
        return std::nullopt;
    const bool negative = letter == QLatin1Char('S') || letter == QLatin1Char('W');
    return scanner.accepted(angle->text + letter, negative ? -angle->degrees : angle->degrees);
}

}  // namespace

std::optional<GrammarReading> readPosition(const QString& text, const Axis& axis)
{
    constexpr int mostRepairs = 2;
    if (const auto reading = readAngle(text, axis))
        return reading;
    const auto place = readGridPlace(text);
    if (!place || place->repairs > mostRepairs)
        return std::nullopt;
    return GrammarReading{place->text, axis.latitude ? place->latitudeDegrees : place->longitudeDegrees,
                          place->repairs};
}

std::optional<double> gridStep(const QString& text, const Axis& axis)
{
    const auto place = readGridPlace(text);
    if (!place)
        return std::nullopt;
    return place->squareMetres / metresPerDegree /
           (axis.latitude ? 1 : std::cos(place->latitudeDegrees * radiansPerDegree));
}

}  // namespace sheen
