#include "settings/run_settings.h"

#include <QJsonObject>
#include <limits>

#include "data/model_classes.h"

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
    if (selection.videoStream > 0)
        json[QStringLiteral("video_stream")] = selection.videoStream;
    json[QStringLiteral("folder_interval_s")] = selection.folderIntervalSeconds;
    return json;
}

}  // namespace

std::unique_ptr<Flight> openFlightOf(const RunFacts& facts, const Cancel* cancel)
{
    const QJsonObject selection = facts.settings.value(QStringLiteral("selection")).toObject();
    return Flight::open(facts.flightPath, selection.value(QStringLiteral("folder_interval_s")).toDouble(1),
                        cancel, selection.value(QStringLiteral("video_stream")).toInt());
}

QJsonObject RunSettings::toJson() const
{
    return {{QStringLiteral("selection"), selectionJson(selection)},
            {QStringLiteral("telemetry"), telemetry},
            {QStringLiteral("telemetry_table"), table.toJson()},
            {QStringLiteral("overlay"), overlay},
            {QStringLiteral("crs"), crs},
            {QStringLiteral("track"), trackSettingsToJson(track)},
            {QStringLiteral("classes"), classesToJson(classes)},
            {QStringLiteral("time_filter_s"), timeFilterSeconds},
            {QStringLiteral("outlines"),
             QJsonObject{{QStringLiteral("smallest_pixels"), outlines.smallestPixels},
                         {QStringLiteral("simplify_pixels"), outlines.simplifyPixels}}},
            {QStringLiteral("merge"),
             QJsonObject{{QStringLiteral("smallest_area_m2"), merge.smallestAreaSquareMetres},
                         {QStringLiteral("cell_size_m"), merge.cellSizeMetres},
                         {QStringLiteral("pass_s"), merge.passSeconds}}}};
}

}  // namespace sheen
