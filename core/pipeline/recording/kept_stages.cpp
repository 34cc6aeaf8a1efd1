#include "recording/kept_stages.h"

#include <QCoreApplication>

#include "placing/elevation.h"
#include "placing/placing_again.h"
#include "placing/slick_sightings.h"
#include "placing/slicks_again.h"
#include "recording/resuming.h"
#include "workspace/workspace.h"

namespace sheen {

namespace {

const QString mergeKey = QStringLiteral("merge");
const QString trackKey = QStringLiteral("track");

/** The facts of the run as they are with other settings, before its frames are placed anew. */
RunFacts factsWith(const RunFacts& facts, const RunSettings& settings)
{
    RunFacts now = facts;
    const QJsonObject json = settings.toJson();
    for (auto it = json.begin(); it != json.end(); ++it)
        now.settings[it.key()] = it.value();
    return now;
}

/**
 * Keeps the slicks as they follow from the frames, with all that was done to those of before. `carrier`: to
 * where the frames lie now; nullptr where they are as they were.
 */
void store(Workspace& workspace, RunResult& result, const SlickCarrier* carrier)
{
    const auto carried = [carrier](std::vector<Slick> slicks) {
        return carrier ? carrier->carried(slicks) : slicks;
    };
    const AbsentSlicks absent = workspace.absentSlicks();
    const std::vector<Slick> deleted = carried(absent.deleted);
    const SlicksAgain again =
        slicksAgain(carried(workspace.slicks()), deleted, carried(absent.retired), result.slicks,
                    mergeSettingsOf(result.facts).smallestAreaSquareMetres);
    Edit edit;
    edit.time = QDateTime::currentDateTimeUtc();
    edit.action = QStringLiteral("telemetry");  // as whenever a flight is placed and merged anew
    edit.description =
        QCoreApplication::translate("sheen::KeptStages", "The settings of the run were changed");
    const AbsentSlicks gone{deleted, again.retired};
    result.slicks = carrier ? workspace.replaceAll(result.facts, result.frames, again.slicks, gone, edit)
                            : workspace.replaceSlicks(result.facts, again.slicks, gone, edit);
}

}  // namespace

KeptStages keptStages(const RunFacts& facts, const RunSettings& settings, const ModelCard& card)
{
    if (canBeFinished(facts) || facts.sheenVersion != QStringLiteral(SHEEN_VERSION) ||
        facts.model.sha256 != card.sha256)
        return KeptStages::None;
    QJsonObject before = RunSettings::fromJson(facts.settings).toJson();
    QJsonObject now = settings.toJson();
    for (QJsonObject* json : {&before, &now})
        json->remove(mergeKey);
    if (before == now)
        return KeptStages::UpToPlaces;
    for (QJsonObject* json : {&before, &now})
        json->remove(trackKey);
    return before == now ? KeptStages::UpToTelemetry : KeptStages::None;
}

std::optional<RunResult> runKept(Workspace& workspace, const RunSettings& settings, KeptStages kept,
                                 const Cancel& cancel)
{
    StageTimes times;
    RunResult result;
    result.facts = factsWith(workspace.facts(), settings);
    std::vector<FrameRecord> before = workspace.frames();
    setElevation(before, trackSettingsOf(workspace.facts()));
    result.frames = before;
    if (kept == KeptStages::UpToTelemetry) {
        const StageTimer timer = StageTimer::ofWholeFlight(times, "georeference");
        if (!placeAgain(result.frames, settings.track, cancel))
            return std::nullopt;
        result.facts = factsAgain(result.facts, result.frames, settings.track);
    }
    {
        const StageTimer timer = StageTimer::ofWholeFlight(times, "slicks");
        if (result.facts.framesPlaced > 0)
            result.slicks =
                mergeSlicks(result.frames, result.facts.model, mergeSettingsOf(result.facts), &cancel);
        setSightings(result.slicks, result.frames);
    }
    if (cancel.requested())
        return std::nullopt;
    {
        const StageTimer timer = StageTimer::ofWholeFlight(times, "workspace");
        const std::optional<SlickCarrier> carrier =
            kept == KeptStages::UpToTelemetry
                ? std::optional<SlickCarrier>(std::in_place, before, result.frames)
                : std::nullopt;
        store(workspace, result, carrier ? &*carrier : nullptr);
    }
    result.facts.stageWallSeconds = times.wallSeconds();
    result.facts.stageCpuSeconds = times.cpuSeconds();
    result.times.stages = times.measures();
    result.times.framesEnded = std::chrono::steady_clock::now();
    return result;
}

}  // namespace sheen
