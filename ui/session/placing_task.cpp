#include "placing_task.h"

#include <QCoreApplication>
#include <optional>

#include "base/error.h"
#include "placing/slick_sightings.h"
#include "placing/slicks_again.h"
#include "ui/session/reviewer.h"
#include "workspace/workspace.h"

namespace sheen {

namespace {

template <typename Work>
bool attempt(PlacingTask& task, Work work)
{
    try {
        return work();
    } catch (const Error& error) {
        task.failure = error.sentence();
    } catch (const std::exception& error) {
        task.failure = QCoreApplication::translate("sheen::PlacingTask",
                                                   "The flight could not be placed again: %1. It stays as it "
                                                   "was.")
                           .arg(QString::fromLocal8Bit(error.what()));
    }
    return false;
}

}  // namespace

bool place(PlacingTask& task)
{
    return attempt(task, [&task] {
        if (task.settings.track == trackSettingsOf(task.storedFacts)) {
            task.frames = task.storedFrames;
            task.facts = mergedWith(task.storedFacts, task.settings.merge);
            return true;
        }
        auto frames = std::make_shared<std::vector<FrameRecord>>(*task.storedFrames);
        if (!placeAgain(*frames, task.settings.track, task.cancel))
            return false;
        task.facts =
            mergedWith(factsAgain(task.storedFacts, *frames, task.settings.track), task.settings.merge);
        task.frames = std::move(frames);
        return true;
    });
}

bool merge(PlacingTask& task)
{
    return attempt(task, [&task] {
        if (task.facts.framesPlaced == 0)
            return true;
        if (!task.merger || &task.merger->frames() != task.frames.get())
            task.merger = std::make_shared<SlickMerger>(task.frames, task.facts.model);
        task.merged = task.merger->merge(mergeSettingsOf(task.facts), &task.cancel);
        setSightings(task.merged, *task.frames);
        return !task.cancel.requested();
    });
}

bool store(PlacingTask& task)
{
    return attempt(task, [&task] {
        std::optional<SlickCarrier> carrier;
        if (task.frames != task.storedFrames)
            carrier.emplace(*task.storedFrames, *task.frames);
        const auto carried = [&](const std::vector<Slick>& slicks) {
            return carrier ? carrier->carried(slicks) : slicks;
        };
        const AbsentSlicks absent = task.workspace->absentSlicks();
        const std::vector<Slick> deleted = carried(absent.deleted);
        const SlicksAgain again =
            slicksAgain(carried(task.slicks), deleted, carried(absent.retired), task.merged,
                        mergeSettingsOf(task.facts).smallestAreaSquareMetres);
        std::vector<Slick> remembered = carried(task.remembered);
        const Edit edit{QDateTime::currentDateTimeUtc(),
                        reviewerName(),
                        QStringLiteral("telemetry"),
                        {},
                        task.description};
        const AbsentSlicks gone{deleted, again.retired};
        task.slicks = carrier ? task.workspace->replaceAll(task.facts, *task.frames, again.slicks, gone, edit)
                              : task.workspace->replaceSlicks(task.facts, again.slicks, gone, edit);
        task.remembered = std::move(remembered);
        task.stored = true;
        return true;
    });
}

bool complete(PlacingTask& task)
{
    return place(task) && merge(task) && store(task);
}

}  // namespace sheen
