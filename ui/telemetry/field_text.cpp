#include "ui/telemetry/field_text.h"

#include <QCoreApplication>
#include <QLocale>
#include <QRegularExpression>
#include <cmath>

#include "grammar/overlay_grammar.h"

namespace sheen {

namespace {

struct Text
{
    Q_DECLARE_TR_FUNCTIONS(sheen::FieldText)
};

enum class Unit {
    None,
    Latitude,
    Longitude,
    Degrees,
    Metres,
    Millimetres,
};

/** In which unit a field is kept, and between which limits it can be. */
struct Kind
{
    Unit unit = Unit::None;
    double least = 0;
    double most = 0;
    int decimals = 0;
};

Kind kindOf(OverlayField field)
{
    switch (field) {
        case OverlayField::PlatformLatitude:
        case OverlayField::TargetLatitude:
            return {Unit::Latitude, -90, 90, 5};
        case OverlayField::PlatformLongitude:
        case OverlayField::TargetLongitude:
            return {Unit::Longitude, -180, 180, 5};
        case OverlayField::PlatformAltitude:
            return {Unit::Metres, -500, 30000, 1};
        case OverlayField::TargetElevation:
            return {Unit::Metres, -500, 9000, 1};
        case OverlayField::SlantRange:
            return {Unit::Metres, 1, 500000, 0};
        case OverlayField::PlatformHeading:
        case OverlayField::TargetBearing:
            return {Unit::Degrees, 0, 360, 1};
        case OverlayField::FocalLength:
            return {Unit::Millimetres, 1, 10000, 1};
        case OverlayField::Date:
        case OverlayField::Time:
        case OverlayField::Zone:
        case OverlayField::Sensor:
            break;
    }
    return {};
}

/** Numbers that can be typed again: a group separator could be taken for the decimal point. */
QLocale plainLocale()
{
    QLocale locale;
    locale.setNumberOptions(QLocale::OmitGroupSeparator | QLocale::RejectGroupSeparator);
    return locale;
}

std::optional<double> numberFrom(const QString& text)
{
    bool good = false;
    double number = plainLocale().toDouble(text, &good);
    if (!good)
        number = QLocale::c().toDouble(text, &good);
    return good && std::isfinite(number) ? std::optional(number) : std::nullopt;
}

/** What a number has to be multiplied with for a unit written behind it; nothing for a wrong unit. */
std::optional<double> factorOf(Unit unit, const QString& suffix)
{
    if (suffix.isEmpty())
        return 1;
    switch (unit) {
        case Unit::Latitude:
        case Unit::Longitude: {
            const bool latitude = unit == Unit::Latitude;
            const QString letter = suffix.startsWith(QChar(0x00B0)) ? suffix.mid(1) : suffix;
            if (letter.isEmpty() || letter == QLatin1String(latitude ? "N" : "E"))
                return 1;
            return letter == QLatin1String(latitude ? "S" : "W") ? std::optional(-1.0) : std::nullopt;
        }
        case Unit::Degrees:
            return suffix == QString(QChar(0x00B0)) ? std::optional(1.0) : std::nullopt;
        case Unit::Millimetres:
            return suffix == QLatin1String("MM") ? std::optional(1.0) : std::nullopt;
        case Unit::Metres:
            if (suffix == QLatin1String("M"))
                return 1;
            if (suffix == QLatin1String("FT"))
                return 0.3048;
            if (suffix == QLatin1String("KM"))
                return 1000;
            if (suffix == QLatin1String("NM"))
                return 1852;
            return suffix == QLatin1String("SM") ? std::optional(1609.344) : std::nullopt;
        case Unit::None:
            break;
    }
    return std::nullopt;
}

/** A number, and perhaps a unit behind it. */
std::optional<double> plainValue(const Kind& kind, const QString& text)
{
    static const QRegularExpression form(QStringLiteral("^([+-]?[0-9]+(?:[.,][0-9]+)?)([^0-9.,]*)$"));
    const QRegularExpressionMatch match = form.match(text);
    if (!match.hasMatch())
        return std::nullopt;
    const std::optional<double> number = numberFrom(match.captured(1));
    const std::optional<double> factor = factorOf(kind.unit, match.captured(2));
    if (!number || !factor || (*factor < 0 && *number < 0))
        return std::nullopt;
    return *number * *factor;
}

QString formHint(OverlayField field)
{
    switch (field) {
        case OverlayField::Date:
            return Text::tr("Type it as the overlay shows it, like 07JUN2026.");
        case OverlayField::Time:
            return Text::tr("Type it as the overlay shows it, like 01:30:20.");
        case OverlayField::Zone:
            return Text::tr("Type it as the overlay shows it, like UTC+9.0.");
        case OverlayField::Sensor:
            return Text::tr("Sensors are EOW, EON, EO, IR, TV, SWIR, MWIR, LLTV and LLLTV.");
        default:
            break;
    }
    switch (kindOf(field).unit) {
        case Unit::Latitude:
            return Text::tr("Type it like 34.67523, 34.67523N or 34:40:31N.");
        case Unit::Longitude:
            return Text::tr("Type it like 128.29786, 128.29786E or 128:17:52E.");
        case Unit::Degrees:
            return Text::tr("Type degrees from 0 to 360.");
        case Unit::Metres:
            return Text::tr("Type metres, or a number with FT, M, KM, NM or SM.");
        case Unit::Millimetres:
            return Text::tr("Type millimetres.");
        case Unit::None:
            break;
    }
    return {};
}

TypedValue refuse(const QString& sentence)
{
    return {std::nullopt, QString(), sentence};
}

/** As the overlay writes it, where nothing has to be guessed. */
std::optional<GrammarReading> overlayForm(OverlayField field, const QString& text)
{
    const std::optional<GrammarReading> reading = readByGrammar(field, text);
    return reading && reading->repairs == 0 ? reading : std::nullopt;
}

}  // namespace

QString fieldName(OverlayField field)
{
    switch (field) {
        case OverlayField::Date:
            return Text::tr("Date");
        case OverlayField::Time:
            return Text::tr("Time");
        case OverlayField::Zone:
            return Text::tr("Time zone");
        case OverlayField::Sensor:
            return Text::tr("Sensor");
        case OverlayField::FocalLength:
            return Text::tr("Focal length");
        case OverlayField::PlatformLatitude:
            return Text::tr("Aircraft latitude");
        case OverlayField::PlatformLongitude:
            return Text::tr("Aircraft longitude");
        case OverlayField::PlatformAltitude:
            return Text::tr("Aircraft altitude");
        case OverlayField::PlatformHeading:
            return Text::tr("Aircraft heading");
        case OverlayField::TargetLatitude:
            return Text::tr("Target latitude");
        case OverlayField::TargetLongitude:
            return Text::tr("Target longitude");
        case OverlayField::TargetElevation:
            return Text::tr("Target elevation");
        case OverlayField::TargetBearing:
            return Text::tr("Target bearing");
        case OverlayField::SlantRange:
            return Text::tr("Slant range");
    }
    return {};
}

QString fieldValueText(OverlayField field, double value)
{
    const Kind kind = kindOf(field);
    const auto number = [&kind](double of) { return plainLocale().toString(of, 'f', kind.decimals); };
    switch (kind.unit) {
        case Unit::Latitude:
            return number(std::abs(value)) + (value < 0 ? QStringLiteral("° S") : QStringLiteral("° N"));
        case Unit::Longitude:
            return number(std::abs(value)) + (value < 0 ? QStringLiteral("° W") : QStringLiteral("° E"));
        case Unit::Degrees:
            return number(value) + QStringLiteral("°");
        case Unit::Metres:
            return number(value) + QStringLiteral(" m");
        case Unit::Millimetres:
            return number(value) + QStringLiteral(" mm");
        case Unit::None:
            break;
    }
    return {};
}

QString reasonText(Quality quality, Doubt doubt, bool hasValue)
{
    if (quality == Quality::Set)
        return Text::tr("set by hand");
    if (quality == Quality::Read || quality == Quality::Klv) {
        return quality == Quality::Read ? Text::tr("as read") : Text::tr("from KLV or a table");
    }
    QString why;
    switch (doubt) {
        case Doubt::None:
            why = quality == Quality::Rejected ? Text::tr("impossible") : Text::tr("not seen");
            break;
        case Doubt::Unreadable:
            why = Text::tr("not readable");
            break;
        case Doubt::Range:
            why = Text::tr("no turret shows such a value");
            break;
        case Doubt::Motion:
            why = Text::tr("cannot move so fast");
            break;
        case Doubt::Brief:
            why = Text::tr("differs for a moment from its neighbours");
            break;
        case Doubt::Contradiction:
            why = Text::tr("does not fit the other values");
            break;
        case Doubt::Clock:
            why = Text::tr("does not count with the recording");
            break;
        case Doubt::Analyst:
            why = Text::tr("struck out by hand");
            break;
    }
    return hasValue ? Text::tr("%1; filled in from other frames").arg(why) : why;
}

TypedValue typedValue(OverlayField field, const QString& typed)
{
    const QString text = typed.simplified().remove(QLatin1Char(' ')).toUpper();
    const std::optional<GrammarReading> shown = overlayForm(field, text);
    const Kind kind = kindOf(field);
    if (kind.unit == Unit::None) {
        if (shown)
            return {std::nullopt, shown->text, QString()};
        return refuse(Text::tr("\"%1\" cannot be read. %2").arg(typed, formHint(field)));
    }
    std::optional<double> value = plainValue(kind, text);
    if (!value && shown)
        value = shown->value;
    if (!value)
        return refuse(Text::tr("\"%1\" cannot be read. %2").arg(typed, formHint(field)));
    if (*value < kind.least || *value > kind.most) {
        return refuse(Text::tr("%1 of %2 cannot be: it lies between %3 and %4.")
                          .arg(fieldName(field), fieldValueText(field, *value),
                               fieldValueText(field, kind.least), fieldValueText(field, kind.most)));
    }
    if (kind.unit == Unit::Degrees && *value == 360)
        value = 0;
    return {value, QString(), QString()};
}

}  // namespace sheen
