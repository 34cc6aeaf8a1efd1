#include "run_task.h"

#include <QCoreApplication>
#include <optional>

#include "base/error.h"
#include "data/model_classes.h"
#include "ui/session/mask_mosaic.h"
#include "ui/session/shown_frame.h"
#include "workspace/workspace.h"

namespace sheen {

namespace {

const QString acceptanceKey = QStringLiteral("model_accepted");

RunFacts factsBefore(const RunTask& task)
{
    RunFacts facts;
    facts.flightPath = task.flight->info().path;
    facts.flightName = task.flight->info().name;
    facts.sheenVersion = QCoreApplication::applicationVersion();
    facts.startedAt = QDateTime::currentDateTimeUtc();
    facts.model = withClasses(task.detector->card(), task.settings.classes);
    facts.settings = task.settings.toJson();
    facts.settings[acceptanceKey] = task.modelAcceptance;
    facts.cancelled = true;  // until it is whole
    return facts;
}

void performInto(const RunTask& task, RunOutcome& outcome)
{
    const RunFacts facts = factsBefore(task);
    std::optional<RunRecorder> recorder;
    Run run(*task.flight, *task.detector, task.settings);
    RunResult result = run.execute(
        [&](FrameResult&& frame, const RunProgress& progress) {
            // The workspace is begun with the first frame: until then a failure leaves earlier results alone.
            if (!recorder) {
                outcome.workspace = Workspace::create(task.workspacePath, facts, &outcome.movedTo);
                recorder.emplace(outcome.workspace, task.masks, task.mailbox, maskColours(facts.model),
                                 task.cancel);
            }
            recorder->add(std::move(frame), progress);
        },
        *task.cancel);
    result.facts.settings[acceptanceKey] = task.modelAcceptance;
    if (recorder) {
        recorder->finish();
        outcome.failure = recorder->failure();
    }
    if (outcome.workspace && outcome.failure.isEmpty())
        outcome.workspace->finish(result.facts, result.frames, result.slicks);
    outcome.result = std::move(result);
}

}  // namespace

RunOutcome perform(const RunTask& task)
{
    RunOutcome outcome;
    try {
        performInto(task, outcome);
    } catch (const Error& error) {
        outcome.failure = error.sentence();
    } catch (const std::exception& error) {
        outcome.failure =
            QCoreApplication::translate("sheen::RunTask",
                                        "The run of \"%1\" stopped: %2. The frames done so far are kept.")
                .arg(task.flight->info().name, QString::fromLocal8Bit(error.what()));
    }
    return outcome;
}

}  // namespace sheen
