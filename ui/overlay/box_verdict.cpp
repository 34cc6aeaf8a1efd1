#include "box_verdict.h"

#include <QCoreApplication>
#include <QLocale>
#include <array>
#include <utility>

#include "ui/telemetry/field_text.h"

namespace sheen {

namespace {

struct BoxVerdictText
{
    Q_DECLARE_TR_FUNCTIONS(sheen::BoxVerdict)
};

/** A value in the unit it is kept in; empty where the text says it all. */
QString valueText(OverlayField field, double value)
{
    const QLocale locale;
    switch (field) {
        case OverlayField::PlatformLatitude:
        case OverlayField::PlatformLongitude:
        case OverlayField::TargetLatitude:
        case OverlayField::TargetLongitude:
            return locale.toString(value, 'f', 5) + QStringLiteral("°");
        case OverlayField::PlatformAltitude:
        case OverlayField::TargetElevation:
        case OverlayField::SlantRange:
            return locale.toString(value, 'f', 0) + QStringLiteral(" m");
        case OverlayField::FocalLength:
            return locale.toString(value, 'g', 6) + QStringLiteral(" mm");
        default:
            return {};
    }
}

}  // namespace

QString boxName(const LayoutBox& box)
{
    return box.field ? fieldName(*box.field) : BoxVerdictText::tr("Other mark");
}

BoxVerdict verdictOf(const LayoutBox& box, const FieldReading& reading)
{
    BoxVerdict verdict;
    if (!box.field) {
        verdict.state = BoxLook::State::Mark;
        return verdict;
    }
    verdict.text = reading.text;
    if (reading.confidence > 0) {
        verdict.state = BoxLook::State::Read;
        const QString value = reading.value ? valueText(*box.field, *reading.value) : QString();
        if (!value.isEmpty())
            verdict.text += QStringLiteral("  (%1)").arg(value);
        return verdict;
    }
    verdict.state = BoxLook::State::Refused;
    if (reading.text.isEmpty()) {
        verdict.text = BoxVerdictText::tr("no letters");
        verdict.reason = BoxVerdictText::tr(
            "No line of letters was found. Draw the box around one line, with the letters at "
            "its middle; check text height and colour, and whether it is dark on bright.");
    } else if (!box.format.form.isEmpty()) {
        verdict.reason =
            BoxVerdictText::tr("\"%1\" is not written as %2.").arg(reading.text, box.format.form);
    } else {
        verdict.reason = BoxVerdictText::tr(
                             "\"%1\" is not understood as %2. Choose its format, name the words beside it, "
                             "or draw the box closer.")
                             .arg(reading.text, fieldName(*box.field));
    }
    return verdict;
}

QString formText(OverlayField field, const QString& form)
{
    static const std::array<std::pair<const char*, const char*>, 30> examples = {{
        {"DDMMMYYYY", "14MAY2025"},
        {"DDMMMYY", "14MAY25"},
        {"DD-MMM-YYYY", "14-MAY-2025"},
        {"YYYY-MM-DD", "2025-05-14"},
        {"YYYY/MM/DD", "2025/05/14"},
        {"YYYYMMDD", "20250514"},
        {"MM/DD/YYYY", "05/14/2025"},
        {"DD/MM/YYYY", "14/05/2025"},
        {"DD.MM.YYYY", "14.05.2025"},
        {"MM/DD/YY", "05/14/25"},
        {"DD/MM/YY", "14/05/25"},
        {"DD.MM.YY", "14.05.25"},
        {"HH:MM:SS", "03:12:07"},
        {"HHMMSS", "031207"},
        {"FT", "2690"},
        {"M", "820"},
        {"KM", "1.2"},
        {"NM", "0.4"},
        {"SM", "0.5"},
        {"000", "075"},
        {"0", "75"},
        {"0.0", "75.4"},
        {"DD.DDDD", "35.21234N"},
        {"-DD.DDDD", "-35.21234"},
        {"DD:MM.MM", "35:12.74N"},
        {"DD:MM:SS", "35:12:44N"},
        {"NDD.DDDD", "N35.21234"},
        {"NDD:MM.MM", "N35 12.740"},
        {"NDD:MM:SS", "N35:12:44"},
        {"MGRS", "52SDF1234567890"},
    }};
    const bool longitude = field == OverlayField::PlatformLongitude || field == OverlayField::TargetLongitude;
    for (const auto& [name, example] : examples) {
        if (form != QLatin1String(name))
            continue;
        QString shown = QLatin1String(example);
        if (longitude && form != QLatin1String("MGRS"))
            shown.replace(QLatin1String("35"), QLatin1String("129"))
                .replace(QLatin1Char('N'), QLatin1Char('E'));
        const bool unit = form.size() <= 2 && form.at(0).isLetter();
        return unit ? BoxVerdictText::tr("%1   (%2, or with the unit)").arg(form, shown)
                    : QStringLiteral("%1   (%2)").arg(form, shown);
    }
    return form;
}

}  // namespace sheen
