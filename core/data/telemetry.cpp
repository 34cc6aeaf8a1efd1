#include "data/telemetry.h"

namespace sheen {

namespace {
constexpr std::array qualityNames = {"none", "read", "klv", "interpolated", "rejected", "set"};
constexpr std::array doubtNames = {"none",  "unreadable",    "range", "motion",
                                   "brief", "contradiction", "clock", "analyst"};

constexpr std::array<const char*, overlayFieldCount> fieldNames = {
    "date",
    "time",
    "zone",
    "sensor",
    "focal_length",
    "platform_latitude",
    "platform_longitude",
    "platform_altitude",
    "platform_heading",
    "target_latitude",
    "target_longitude",
    "target_elevation",
    "target_bearing",
    "slant_range",
};
}  // namespace

QString qualityName(Quality quality)
{
    return QString::fromLatin1(qualityNames[static_cast<std::size_t>(quality)]);
}

Quality qualityFromName(const QString& name)
{
    for (std::size_t i = 0; i < qualityNames.size(); ++i) {
        if (name == QLatin1String(qualityNames[i]))
            return static_cast<Quality>(i);
    }
    return Quality::None;
}

QString doubtName(Doubt doubt)
{
    return QString::fromLatin1(doubtNames[static_cast<std::size_t>(doubt)]);
}

Doubt doubtFromName(const QString& name)
{
    for (std::size_t i = 0; i < doubtNames.size(); ++i) {
        if (name == QLatin1String(doubtNames[i]))
            return static_cast<Doubt>(i);
    }
    return Doubt::None;
}

QString overlayFieldName(OverlayField field)
{
    return QString::fromLatin1(fieldNames[static_cast<std::size_t>(field)]);
}

}  // namespace sheen
