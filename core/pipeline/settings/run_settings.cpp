#include "settings/run_settings.h"

#include <QJsonArray>
#include <QJsonObject>
#include <algorithm>
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

FrameSelection selectionFromJson(const QJsonObject& json)
{
    FrameSelection selection;
    if (const int stride = json.value(QLatin1String("stride")).toInt(); stride > 0)
        selection.stride = stride;
    else if (const double every = json.value(QLatin1String("every_s")).toDouble(); every > 0)
        selection.everySeconds = every;
    selection.firstFrame = json.value(QLatin1String("first_frame")).toInt();
    selection.endFrame = json.value(QLatin1String("end_frame")).toInt(selection.endFrame);
    const double interval =
        json.value(QLatin1String("folder_interval_s")).toDouble(selection.folderIntervalSeconds);
    if (interval > 0)
        selection.folderIntervalSeconds = interval;
    selection.videoStream = std::max(0, json.value(QLatin1String("video_stream")).toInt());
    return selection;
}

}  // namespace

std::unique_ptr<Flight> openFlightOf(const RunFacts& facts, const QString& path, const Cancel* cancel)
{
    const FrameSelection selection = RunSettings::fromJson(facts.settings).selection;
    return Flight::open(path, selection.folderIntervalSeconds, cancel, selection.videoStream);
}

RunSettings RunSettings::fromJson(const QJsonObject& json)
{
    const auto part = [&json](const char* name) { return json.value(QLatin1String(name)).toObject(); };
    RunSettings settings;
    settings.selection = selectionFromJson(part("selection"));
    settings.telemetry = json.value(QLatin1String("telemetry")).toString(settings.telemetry);
    settings.table = TableSettings::fromJson(part("telemetry_table"));
    settings.overlay = json.value(QLatin1String("overlay")).toString(settings.overlay);
    settings.crs = json.value(QLatin1String("crs")).toString(settings.crs);
    settings.track = trackSettingsFromJson(part("track"));
    settings.classes = classesFromJson(json.value(QLatin1String("classes")).toArray());
    settings.timeFilterSeconds =
        json.value(QLatin1String("time_filter_s")).toDouble(settings.timeFilterSeconds);
    const QJsonObject outlines = part("outlines");
    settings.outlines.smallestPixels =
        outlines.value(QLatin1String("smallest_pixels")).toInt(settings.outlines.smallestPixels);
    settings.outlines.simplifyPixels =
        outlines.value(QLatin1String("simplify_pixels")).toDouble(settings.outlines.simplifyPixels);
    const QJsonObject merge = part("merge");
    settings.merge.smallestAreaSquareMetres =
        merge.value(QLatin1String("smallest_area_m2")).toDouble(settings.merge.smallestAreaSquareMetres);
    settings.merge.cellSizeMetres =
        merge.value(QLatin1String("cell_size_m")).toDouble(settings.merge.cellSizeMetres);
    settings.merge.passSeconds = merge.value(QLatin1String("pass_s")).toDouble(settings.merge.passSeconds);
    return settings;
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
