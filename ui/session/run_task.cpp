#include "ui/session/run_task.h"

#include <QCoreApplication>
#include <QDir>
#include <QFileInfo>

#include "core/data/error.h"
#include "core/workspace/workspace.h"
#include "ui/session/mask_mosaic.h"
#include "ui/session/shown_frame.h"

namespace sheen {

namespace {

RunFacts factsBefore(const RunTask& task)
{
    RunFacts facts;
    facts.flightPath = task.flight->info().path;
    facts.flightName = task.flight->info().name;
    facts.sheenVersion = QCoreApplication::applicationVersion();
    facts.startedAt = QDateTime::currentDateTimeUtc();
    facts.model = task.detector->card();
    facts.settings = task.settings.toJson();
    facts.cancelled = true;  // until it is whole
    return facts;
}

void performInto(const RunTask& task, RunOutcome& outcome)
{
    const RunFacts facts = factsBefore(task);
    QDir().mkpath(QFileInfo(task.workspacePath).absolutePath());
    outcome.workspace = Workspace::create(task.workspacePath, facts, &outcome.movedTo);

    RunRecorder recorder(outcome.workspace, task.masks, task.mailbox, maskColours(facts.model), task.cancel);
    Run run(*task.flight, *task.detector, task.settings);
    RunResult result = run.execute(
        [&](FrameResult&& frame, const RunProgress& progress) { recorder.add(std::move(frame), progress); },
        *task.cancel);
    recorder.finish();
    outcome.failure = recorder.failure();
    if (outcome.failure.isEmpty())
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
