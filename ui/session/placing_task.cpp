#include "placing_task.h"

#include <QCoreApplication>

#include "base/error.h"
#include "placing/placing_again.h"
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
        auto frames = std::make_shared<std::vector<FrameRecord>>(*task.storedFrames);
        if (!placeAgain(*frames, task.settings, task.cancel))
            return false;
        task.facts = factsAgain(task.storedFacts, *frames, task.settings);
        task.frames = std::move(frames);
        return true;
    });
}

bool merge(PlacingTask& task)
{
    return attempt(task, [&task] {
        if (task.facts.framesPlaced == 0)
            return true;
        task.merged = mergeSlicks(*task.frames, task.facts.model, mergeSettingsOf(task.facts), &task.cancel);
        setSightings(task.merged, *task.frames);
        return !task.cancel.requested();
    });
}

bool store(PlacingTask& task)
{
    return attempt(task, [&task] {
        const SlickCarrier carrier(*task.storedFrames, *task.frames);
        const AbsentSlicks absent = task.workspace->absentSlicks();
        const std::vector<Slick> deleted = carrier.carried(absent.deleted);
        const SlicksAgain again =
            slicksAgain(carrier.carried(task.slicks), deleted, carrier.carried(absent.retired), task.merged,
                        mergeSettingsOf(task.facts).smallestAreaSquareMetres);
        std::vector<Slick> remembered = carrier.carried(task.remembered);
        const Edit edit{QDateTime::currentDateTimeUtc(),
                        reviewerName(),
                        QStringLiteral("telemetry"),
                        {},
                        task.description};
        task.slicks = task.workspace->replaceAll(task.facts, *task.frames, again.slicks,
                                                 {deleted, again.retired}, edit);
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
