#include "data/telemetry.h"

#include "base/enum_names.h"

namespace sheen {

namespace {

constexpr auto qualityNames = enumNames<Quality>("none", "read", "klv", "interpolated", "rejected", "set");

constexpr auto doubtNames =
    enumNames<Doubt>("none", "unreadable", "range", "motion", "brief", "contradiction", "clock", "analyst");

constexpr auto fieldNames =
    enumNames<OverlayField>("date", "time", "zone", "sensor", "focal_length", "platform_latitude",
                            "platform_longitude", "platform_altitude", "platform_heading", "target_latitude",
                            "target_longitude", "target_elevation", "target_bearing", "slant_range");
static_assert(std::size(fieldNames.names) == overlayFieldCount);

}  // namespace

QString qualityName(Quality quality)
{
    return qualityNames.of(quality);
}

Quality qualityFromName(const QString& name)
{
    return qualityNames.find(name).value_or(Quality::None);
}

QString doubtName(Doubt doubt)
{
    return doubtNames.of(doubt);
}

Doubt doubtFromName(const QString& name)
{
    return doubtNames.find(name).value_or(Doubt::None);
}

QString overlayFieldName(OverlayField field)
{
    return fieldNames.of(field);
}

std::optional<OverlayField> overlayFieldFromName(const QString& name)
{
    return fieldNames.find(name);
}

}  // namespace sheen
