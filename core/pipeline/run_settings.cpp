#include <QJsonObject>
#include <limits>

#include "core/pipeline/run.h"

namespace sheen {

namespace {

QJsonObject selectionJson(const FrameSelection& selection)
{
    QJsonObject json;
    if (selection.stride)
        json[QStringLiteral("stride")] = *selection.stride;
    else if (selection.everySeconds)
        json[QStringLiteral("every_s")] = *selection.everySeconds;
    json[QStringLiteral("first_frame")] = selection.firstFrame;
    if (selection.endFrame != std::numeric_limits<int>::max())
        json[QStringLiteral("end_frame")] = selection.endFrame;
    json[QStringLiteral("folder_interval_s")] = selection.folderIntervalSeconds;
    return json;
}

QJsonObject trackJson(const TrackSettings& track)
{
    QJsonObject widths;
    for (const auto& [sensor, width] : track.sensorWidthMillimetres)
        widths[sensor] = width;
    QJsonObject json{{QStringLiteral("sensor_width_mm"), widths},
                     {QStringLiteral("default_sensor_width_mm"), track.defaultSensorWidthMillimetres},
                     {QStringLiteral("clock_shift_s"), track.clockShiftSeconds},
                     {QStringLiteral("sea_level_m"), track.seaLevelMetres},
                     {QStringLiteral("display_period_s"), track.displayPeriodSeconds},
                     {QStringLiteral("smooth"), track.smooth}};
    if (track.clockZoneHours)
        json[QStringLiteral("clock_zone_h")] = *track.clockZoneHours;
    return json;
}

}  // namespace

QJsonObject RunSettings::toJson() const
{
    return {{QStringLiteral("selection"), selectionJson(selection)},
            {QStringLiteral("telemetry"), telemetry},
            {QStringLiteral("overlay"), overlay},
            {QStringLiteral("crs"), crs},
            {QStringLiteral("track"), trackJson(track)},
            {QStringLiteral("outlines"),
             QJsonObject{{QStringLiteral("smallest_pixels"), outlines.smallestPixels},
                         {QStringLiteral("simplify_pixels"), outlines.simplifyPixels}}},
            {QStringLiteral("merge"),
             QJsonObject{{QStringLiteral("smallest_area_m2"), merge.smallestAreaSquareMetres},
                         {QStringLiteral("cell_size_m"), merge.cellSizeMetres}}}};
}

}  // namespace sheen
