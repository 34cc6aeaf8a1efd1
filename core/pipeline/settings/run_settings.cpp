#include "settings/run_settings.h"

#include <QJsonArray>
#include <QJsonObject>

#include "data/model_classes.h"

namespace sheen {

std::unique_ptr<Flight> openFlightOf(const RunFacts& facts, const QString& path, const Cancel* cancel)
{
    const FrameSelection selection = RunSettings::fromJson(facts.settings).selection;
    return Flight::open(path, selection.folderIntervalSeconds, cancel, selection.videoStream);
}

RunSettings RunSettings::fromJson(const QJsonObject& json)
{
    const auto groupOf = [&json](const QString& name) { return json.value(name).toObject(); };
    RunSettings settings;
    // What of these is more than one value comes first: they know their own numbers and texts, too.
    settings.table = TableSettings::fromJson(groupOf(QStringLiteral("telemetry_table")));
    settings.track = trackSettingsFromJson(groupOf(QStringLiteral("track")));
    settings.classes = classesFromJson(json.value(QLatin1String("classes")).toArray());
    for (const Setting<RunSettings>& setting : runSettingList())
        setting.read(settings, setting.group.isEmpty() ? json : groupOf(setting.group));
    return settings;
}

QJsonObject RunSettings::toJson() const
{
    QJsonObject json{{QStringLiteral("telemetry_table"), table.toJson()},
                     {QStringLiteral("track"), trackSettingsToJson(track)},
                     {QStringLiteral("classes"), classesToJson(classes)}};
    for (const Setting<RunSettings>& setting : runSettingList()) {
        if (setting.group.isEmpty()) {
            setting.write(*this, json);
            continue;
        }
        QJsonObject group = json.value(setting.group).toObject();
        setting.write(*this, group);
        json[setting.group] = group;
    }
    return json;
}

}  // namespace sheen
