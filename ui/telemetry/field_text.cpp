#include "ui/telemetry/field_text.h"

#include <QCoreApplication>
#include <QLocale>
#include <QRegularExpression>
#include <cmath>

#include "grammar/overlay_grammar.h"

namespace sheen {

namespace {

struct FieldWords
{
    Q_DECLARE_TR_FUNCTIONS(sheen::FieldText)
};

std::optional<double> numberFrom(const QString& text)
{
    bool good = false;
    double number = plainLocale().toDouble(text, &good);
    if (!good)
        number = QLocale::c().toDouble(text, &good);
    return good && std::isfinite(number) ? std::optional(number) : std::nullopt;
}

/** What a number has to be multiplied with for a unit written behind it; nothing for a wrong unit. */
std::optional<double> factorOf(FieldUnit unit, const QString& suffix)
{
    if (suffix.isEmpty())
        return 1;
    switch (unit) {
        case FieldUnit::Latitude:
        case FieldUnit::Longitude: {
            const bool latitude = unit == FieldUnit::Latitude;
            const QString letter = suffix.startsWith(QChar(0x00B0)) ? suffix.mid(1) : suffix;
            if (letter.isEmpty() || letter == QLatin1String(latitude ? "N" : "E"))
                return 1;
            return letter == QLatin1String(latitude ? "S" : "W") ? std::optional(-1.0) : std::nullopt;
        }
        case FieldUnit::Degrees:
            return suffix == QString(QChar(0x00B0)) ? std::optional(1.0) : std::nullopt;
        case FieldUnit::Millimetres:
            return suffix == QLatin1String("MM") ? std::optional(1.0) : std::nullopt;
        case FieldUnit::Metres:
            if (suffix == QLatin1String("M"))
                return 1;
            if (suffix == QLatin1String("FT"))
                return 0.3048;
            if (suffix == QLatin1String("KM"))
                return 1000;
            if (suffix == QLatin1String("NM"))
                return 1852;
            return suffix == QLatin1String("SM") ? std::optional(1609.344) : std::nullopt;
        case FieldUnit::None:
            break;
    }
    return std::nullopt;
}

/** A number, and perhaps a unit behind it. */
std::optional<double> plainValue(const FieldKind& kind, const QString& text)
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
            return FieldWords::tr("Type it as the overlay shows it, like 07JUN2026.");
        case OverlayField::Time:
            return FieldWords::tr("Type it as the overlay shows it, like 01:30:20.");
        case OverlayField::Zone:
            return FieldWords::tr("Type it as the overlay shows it, like UTC+9.0.");
        case OverlayField::Sensor:
            return FieldWords::tr("Sensors are EOW, EON, EO, IR, TV, SWIR, MWIR, LLTV and LLLTV.");
        default:
            break;
    }
    switch (fieldKind(field).unit) {
        case FieldUnit::Latitude:
            return FieldWords::tr("Type it like 34.67523, 34.67523N or 34:40:31N.");
        case FieldUnit::Longitude:
            return FieldWords::tr("Type it like 128.29786, 128.29786E or 128:17:52E.");
        case FieldUnit::Degrees:
            return FieldWords::tr("Type degrees from 0 to 360.");
        case FieldUnit::Metres:
            return FieldWords::tr("Type metres, or a number with FT, M, KM, NM or SM.");
        case FieldUnit::Millimetres:
            return FieldWords::tr("Type millimetres.");
        case FieldUnit::None:
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

QString reasonText(Quality quality, Doubt doubt, bool hasValue)
{
    if (quality == Quality::Set)
        return FieldWords::tr("set by hand");
    if (quality == Quality::Read || quality == Quality::Klv) {
        return quality == Quality::Read ? FieldWords::tr("as read") : FieldWords::tr("from KLV or a table");
    }
    QString why;
    switch (doubt) {
        case Doubt::None:
            why = quality == Quality::Rejected ? FieldWords::tr("impossible") : FieldWords::tr("not seen");
            break;
        case Doubt::Unreadable:
            why = FieldWords::tr("not readable");
            break;
        case Doubt::Range:
            why = FieldWords::tr("no turret shows such a value");
            break;
        case Doubt::Motion:
            why = FieldWords::tr("cannot move so fast");
            break;
        case Doubt::Brief:
            why = FieldWords::tr("differs for a moment from its neighbours");
            break;
        case Doubt::Contradiction:
            why = FieldWords::tr("does not fit the other values");
            break;
        case Doubt::Clock:
            why = FieldWords::tr("does not count with the recording");
            break;
        case Doubt::Analyst:
            why = FieldWords::tr("struck out by hand");
            break;
    }
    return hasValue ? FieldWords::tr("%1; filled in from other frames").arg(why) : why;
}

TypedValue typedValue(OverlayField field, const QString& typed)
{
    const QString text = typed.simplified().remove(QLatin1Char(' ')).toUpper();
    const std::optional<GrammarReading> shown = overlayForm(field, text);
    const FieldKind kind = fieldKind(field);
    if (kind.unit == FieldUnit::None) {
        if (shown)
            return {std::nullopt, shown->text, QString()};
        return refuse(FieldWords::tr("\"%1\" cannot be read. %2").arg(typed, formHint(field)));
    }
    std::optional<double> value = plainValue(kind, text);
    if (!value && shown)
        value = shown->value;
    if (!value)
        return refuse(FieldWords::tr("\"%1\" cannot be read. %2").arg(typed, formHint(field)));
    if (*value < kind.least || *value > kind.most) {
        return refuse(FieldWords::tr("%1 of %2 cannot be: it lies between %3 and %4.")
                          .arg(fieldName(field), fieldValueText(field, *value),
                               fieldValueText(field, kind.least), fieldValueText(field, kind.most)));
    }
    if (kind.unit == FieldUnit::Degrees && *value == 360)
        value = 0;
    return {value, QString(), QString()};
}

}  // namespace sheen
