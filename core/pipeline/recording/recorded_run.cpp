#include "recording/recorded_run.h"

#include <QCoreApplication>
#include <chrono>

#include "kept_review.h"
#include "recording/kept_numbers.h"
#include "recording/resuming.h"
#include "workspace/workspace.h"

namespace sheen {

namespace {

void addTo(RunFacts& facts, const QJsonObject& settings)
{
    for (auto it = settings.begin(); it != settings.end(); ++it)
        facts.settings[it.key()] = it.value();
}

}  // namespace

void recordRun(Run& run, const RecordingSettings& settings, const RecordedListener& listener,
               const Cancel& cancel, RecordedRun& recorded)
{
    RunFacts facts = run.facts();
    addTo(facts, settings.facts);
    std::optional<KeptRun> kept;
    if (settings.resumed) {
        recorded.workspace = settings.resumed;
        kept.emplace(*settings.resumed);
        run.resume(kept->doneFrames());
    }

    std::optional<Recorder> recorder;
    std::vector<FrameRecord> reviewed;  // frames of the earlier run whose review stays
    RunResult result = run.execute(
        [&](FrameResult&& frame, const RunProgress& progress) {
            // The workspace is begun with the first frame: until then a failure leaves everything as it was.
            if (!recorder) {
                if (kept)
                    kept->begin(facts);
                else
                    recorded.workspace = Workspace::create(settings.workspacePath, facts, &recorded.movedTo);
                if (!recorded.movedTo.isEmpty())
                    reviewed =
                        takeEarlier(recorded.movedTo, facts, settings.keepsReview, *recorded.workspace);
                recorder.emplace(recorded.workspace, listener);
            }
            recorder->add(std::move(frame), progress);
        },
        cancel);
    addTo(result.facts, settings.facts);
    if (recorder)
        recorder->finish();

    if (result.facts.brokenOff) {  // a part, which has no end of its own
        recorded.result = std::move(result);
        return;
    }
    const auto begun = std::chrono::steady_clock::now();
    if (kept && !kept->finish(result))
        return;
    if (!kept && recorded.workspace && !reviewed.empty()) {
        finishReviewed(*recorded.workspace, reviewed, result,
                       QCoreApplication::translate("sheen::KeptReview", "The flight was run again"));
    } else if (!kept && recorded.workspace) {
        if (!recorded.movedTo.isEmpty())
            keepNumbers(result, recorded.movedTo, *recorded.workspace);
        recorded.workspace->finish(result.facts, result.frames, result.slicks);
    }
    result.facts.stageWallSeconds[QStringLiteral("workspace")] =
        std::chrono::duration<double>(std::chrono::steady_clock::now() - begun).count();
    recorded.result = std::move(result);
}

}  // namespace sheen
