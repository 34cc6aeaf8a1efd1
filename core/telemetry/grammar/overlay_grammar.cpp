#include "grammar/overlay_grammar.h"

#include <cmath>

#include "clock_grammar.h"
#include "measure_grammar.h"
#include "position_grammar.h"

namespace sheen {

QString tidiedOverlay(const QString& seen)
{
    QString text;
    for (const QChar character : seen.toUpper()) {
        if (!character.isSpace())
            text += character;
    }
    return text;
}

QString foldedOverlay(const QString& text)
{
    QString result;
    for (const QChar character : text) {
        const QChar digit = digitLike(character);
        result += digit.isNull() ? character : digit;
    }
    return result;
}

std::optional<GrammarReading> readByGrammar(OverlayField field, const QString& seen)
{
    const QString text = tidiedOverlay(seen);
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
            return readPosition(text, {true});
        case OverlayField::PlatformLongitude:
        case OverlayField::TargetLongitude:
            return readPosition(text, {false});
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

double overlayStep(OverlayField field, const QString& text)
{
    // A direction with decimals is understood only where an overlay is known to write it so.
    const bool direction = field == OverlayField::PlatformHeading || field == OverlayField::TargetBearing;
    if (const auto point = text.indexOf(QLatin1Char('.')); direction && point > 0)
        return std::pow(10.0, -double(text.size() - point - 2));
    const auto reading = readByGrammar(field, text);
    if (!reading || !reading->value)
        return 0;
    const bool latitude = field == OverlayField::PlatformLatitude || field == OverlayField::TargetLatitude;
    if (const auto degrees = gridStep(reading->text, {latitude}))
        return *degrees;
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
        field == OverlayField::TargetElevation)
        return decimals * metresOfUnit(shown);
    const qsizetype colons = shown.count(QLatin1Char(':'));
    return decimals / (colons == 2 ? 3600 : colons == 1 ? 60 : 1);
}

QString overlayAlphabet(OverlayField field, bool grid)
{
    if (grid)
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
            return QStringLiteral("0123456789") + QChar(0x00B0);
        case OverlayField::SlantRange:
            return QStringLiteral("0123456789.NKMFTS");
    }
    return {};
}

}  // namespace sheen
