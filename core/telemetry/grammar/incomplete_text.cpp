#include "grammar/incomplete_text.h"

#include <QStringList>

#include "grammar_scanner.h"

namespace sheen {

namespace {

bool isNumber(const QString& text)
{
    for (const QChar character : text) {
        if (digitLike(character).isNull() && !QLatin1String("-.:").contains(character))
            return false;
    }
    return !text.isEmpty() && !digitLike(text.back()).isNull();
}

/** The marks that may be missing behind a number, the likeliest first. */
QStringList marksOf(OverlayField field, const QString& number)
{
    const bool decimals = number.contains(QLatin1Char('.'));
    switch (field) {
        case OverlayField::PlatformLatitude:
        case OverlayField::TargetLatitude:
            return {QStringLiteral("N"), QStringLiteral("S")};
        case OverlayField::PlatformLongitude:
        case OverlayField::TargetLongitude:
            return {QStringLiteral("E"), QStringLiteral("W")};
        case OverlayField::PlatformAltitude:
        case OverlayField::TargetElevation:
            return {QStringLiteral("FT"), QStringLiteral("M")};
        case OverlayField::SlantRange:
            return decimals ? QStringList{QStringLiteral("NM"), QStringLiteral("KM"), QStringLiteral("SM")}
                            : QStringList{QStringLiteral("M"), QStringLiteral("FT"), QStringLiteral("NM"),
                                          QStringLiteral("KM")};
        case OverlayField::PlatformHeading:
        case OverlayField::TargetBearing:
            return {QString(degreeSign)};
        case OverlayField::Date:
        case OverlayField::Time:
        case OverlayField::Zone:
        case OverlayField::Sensor:
        case OverlayField::FocalLength:
            break;
    }
    return {};
}

bool isPosition(OverlayField field)
{
    return field == OverlayField::PlatformLatitude || field == OverlayField::PlatformLongitude ||
           field == OverlayField::TargetLatitude || field == OverlayField::TargetLongitude;
}

bool isDirection(OverlayField field)
{
    return field == OverlayField::PlatformHeading || field == OverlayField::TargetBearing;
}

}  // namespace

std::vector<GrammarReading> possibleReadings(OverlayField field, const QString& seen)
{
    const QString text = tidiedOverlay(seen);
    const auto whole = readByGrammar(field, text);
    // A latitude's last 5 or 8 passes for a misread S: it may as well be a digit whose letter is missing.
    const bool mayLackLetter = whole && isPosition(field) && whole->repairs > 0;
    if (!isNumber(text) || (whole && !mayLackLetter))
        return {};
    // Without a separator a position would lack two things.
    if (isPosition(field) && !text.contains(QLatin1Char('.')) && !text.contains(QLatin1Char(':')))
        return {};
    std::vector<GrammarReading> possible;
    for (const QString& mark : marksOf(field, text)) {
        if (const auto reading = readByGrammar(field, text + mark))
            possible.push_back(*reading);
    }
    if (isDirection(field) && text.size() > 1) {
        if (const auto shorter = readByGrammar(field, text.chopped(1) + degreeSign))
            possible.push_back(*shorter);
    }
    return possible;
}

QString incompleteText(OverlayField field, const QString& seen)
{
    const auto possible = possibleReadings(field, seen);
    if (possible.empty())
        return {};
    QString text;
    for (const QChar character : tidiedOverlay(seen)) {
        const QChar digit = digitLike(character);
        text += digit.isNull() ? character : digit;
    }
    return text;
}

}  // namespace sheen
