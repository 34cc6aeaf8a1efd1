#include "ui/widgets/field_value.h"

#include <QCoreApplication>
#include <cmath>

namespace sheen {

namespace {

struct FieldWords
{
    Q_DECLARE_TR_FUNCTIONS(sheen::FieldText)
};

}  // namespace

FieldKind fieldKind(OverlayField field)
{
    switch (field) {
        case OverlayField::PlatformLatitude:
        case OverlayField::TargetLatitude:
            return {FieldUnit::Latitude, -90, 90, 5};
        case OverlayField::PlatformLongitude:
        case OverlayField::TargetLongitude:
            return {FieldUnit::Longitude, -180, 180, 5};
        case OverlayField::PlatformAltitude:
            return {FieldUnit::Metres, -500, 30000, 1};
        case OverlayField::TargetElevation:
            return {FieldUnit::Metres, -500, 9000, 1};
        case OverlayField::SlantRange:
            return {FieldUnit::Metres, 1, 500000, 0};
        case OverlayField::PlatformHeading:
        case OverlayField::TargetBearing:
            return {FieldUnit::Degrees, 0, 360, 1};
        case OverlayField::FocalLength:
            return {FieldUnit::Millimetres, 1, 10000, 1};
        case OverlayField::Date:
        case OverlayField::Time:
        case OverlayField::Zone:
        case OverlayField::Sensor:
            break;
    }
    return {};
}

QLocale plainLocale()
{
    QLocale locale;
    locale.setNumberOptions(QLocale::OmitGroupSeparator | QLocale::RejectGroupSeparator);
    return locale;
}

QString fieldName(OverlayField field)
{
    switch (field) {
        case OverlayField::Date:
            return FieldWords::tr("Date");
        case OverlayField::Time:
            return FieldWords::tr("Time");
        case OverlayField::Zone:
            return FieldWords::tr("Time zone");
        case OverlayField::Sensor:
            return FieldWords::tr("Sensor");
        case OverlayField::FocalLength:
            return FieldWords::tr("Focal length");
        case OverlayField::PlatformLatitude:
            return FieldWords::tr("Aircraft latitude");
        case OverlayField::PlatformLongitude:
            return FieldWords::tr("Aircraft longitude");
        case OverlayField::PlatformAltitude:
            return FieldWords::tr("Aircraft altitude");
        case OverlayField::PlatformHeading:
            return FieldWords::tr("Aircraft heading");
        case OverlayField::TargetLatitude:
            return FieldWords::tr("Target latitude");
        case OverlayField::TargetLongitude:
            return FieldWords::tr("Target longitude");
        case OverlayField::TargetElevation:
            return FieldWords::tr("Target elevation");
        case OverlayField::TargetBearing:
            return FieldWords::tr("Target bearing");
        case OverlayField::SlantRange:
            return FieldWords::tr("Slant range");
    }
    return {};
}

QString fieldValueText(OverlayField field, double value)
{
    const FieldKind kind = fieldKind(field);
    const auto number = [&kind](double of) { return plainLocale().toString(of, 'f', kind.decimals); };
    switch (kind.unit) {
        case FieldUnit::Latitude:
            return number(std::abs(value)) + (value < 0 ? QStringLiteral("° S") : QStringLiteral("° N"));
        case FieldUnit::Longitude:
            return number(std::abs(value)) + (value < 0 ? QStringLiteral("° W") : QStringLiteral("° E"));
        case FieldUnit::Degrees:
            return number(value) + QStringLiteral("°");
        case FieldUnit::Metres:
            return number(value) + QStringLiteral(" m");
        case FieldUnit::Millimetres:
            return number(value) + QStringLiteral(" mm");
        case FieldUnit::None:
            break;
    }
    return {};
}

}  // namespace sheen
