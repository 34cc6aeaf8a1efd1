#include <utility>

#include "data/model_classes.h"
#include "flight_browser.h"
#include "frame_decoder.h"
#include "live_run.h"
#include "mask_painter.h"
#include "opening.h"
#include "placing/placing_again.h"
#include "recording/resuming.h"
#include "session_model.h"
#include "track_changes.h"
#include "ui/session/session.h"
#include "ui/session/slick_store.h"
#include "workspace/workspace.h"

// How the runs of the session begin and end.

namespace sheen {

void Session::run(const QString& workspacePath, Review review)
{
    if (isRunning() || m_isSaving || !m_pendingWorkspacePath.isEmpty())
        return;
    if (hasUnwritten()) {
        Q_EMIT failed(unwrittenSentence());
        return;
    }
    if (!m_open.recording) {
        Q_EMIT failed(tr("There is nothing to run yet: open a video or a folder of frames first."));
        return;
    }
    if (!m_model->detector() && !m_model->isLoading()) {
        Q_EMIT failed(tr("No model is loaded, so no oil can be found: load one with Flight > Choose Model."));
        return;
    }
    m_pendingWorkspacePath = workspacePath;
    m_pendingReview = review;
    if (!m_model->detector() || m_model->isLoading())
        Q_EMIT notice(tr("The run starts as soon as the model is loaded."));
    else if (m_trackChanges->isUnderWay())
        Q_EMIT notice(tr("The run starts as soon as the earlier results are placed again and stored."));
    else
        startRun();
}

/** A run waits for its model, and for what is placed again. */
void Session::startWaitingRun()
{
    if (!m_pendingWorkspacePath.isEmpty() && m_model->detector() && !m_model->isLoading() &&
        !m_trackChanges->isUnderWay())
        startRun();
}

void Session::startRun()
{
    RunSettings settings = m_settings;
    settings.classes = m_model->classes();
    startRun(settings, nullptr);
}

void Session::startRun(const RunSettings& settings, std::shared_ptr<Workspace> resumed)
{
    const QString path = resumed ? resumed->path() : m_pendingWorkspacePath;
    if (const std::optional<WorkspaceHolder> holder = m_open.lockFor(path)) {
        m_pendingWorkspacePath.clear();
        Q_EMIT failed(holderText(*holder));
        return;
    }
    const QString& crs = settings.crs;
    m_masks->clear(crs.startsWith(QLatin1String("EPSG:")) ? crs.mid(5).toInt() : 0);
    RunTask task;
    task.flight = m_open.recording;
    task.detector = m_model->detector();
    task.settings = settings;
    task.modelAcceptance = m_model->acceptance();
    task.workspacePath = std::exchange(m_pendingWorkspacePath, QString());
    task.keepsReview = !resumed && m_pendingReview == Review::Kept;
    task.resumed = std::move(resumed);
    task.masks = m_masks->masks();

    // An earlier workspace may be the very file that is about to be moved aside: let go of it first.
    m_trackChanges->leaveFlight();
    m_slicks->load(nullptr, *m_model->card());
    if (task.resumed)
        m_open.resumeRun();
    else
        m_open.beginRun(*m_model->card());
    m_decoder->dropFrame();
    m_browser->drop();
    m_toLookAt.clear();
    m_run->start(std::move(task));
    Q_EMIT runStarted();
}

bool Session::canFinishRun() const
{
    return m_open.workspace && m_open.readOnly.isEmpty() && canBeFinished(m_open.facts);
}

void Session::finishRun()
{
    if (isRunning() || m_isSaving || !m_pendingWorkspacePath.isEmpty() || !canFinishRun())
        return;
    if (hasUnwritten()) {
        Q_EMIT failed(unwrittenSentence());
        return;
    }
    const ModelCard* loaded = model();
    if (!m_open.recording)
        Q_EMIT failed(tr("The recording is not at hand, so its run cannot be finished."));
    else if (m_trackChanges->isUnderWay())
        Q_EMIT notice(tr("The flight is being placed again. Finish the run when that is stored."));
    else if (!loaded || isLoadingModel() || loaded->sha256 != m_open.facts.model.sha256)
        Q_EMIT failed(
            tr("The run was begun with the model \"%1\". Choose that one with Flight > Choose Model "
               "to finish it, or run the flight again.")
                .arg(m_open.facts.model.name));
    else
        startRun(RunSettings::fromJson(m_open.facts.settings), m_open.workspace);
}

void Session::takeFrames(const std::vector<ShownFrame>& arrived, const RunProgress& progress)
{
    m_model->watchDevice();
    m_open.addFrames(arrived);
    Q_EMIT framesArrived(arrived, progress);
}

void Session::endRun(RunOutcome& outcome, bool cancelled)
{
    m_open.endRun(outcome);
    if (m_open.workspace)
        showResults(std::move(outcome.slicks));
    if (!outcome.failure.isEmpty())
        Q_EMIT failed(outcome.failure);
    if (!outcome.movedTo.isEmpty())
        Q_EMIT notice(
            tr("The results of an earlier run were kept: they are now in %1.").arg(outcome.movedTo));
    for (const QString& sentence : sentencesOf(m_open.facts.notices))
        Q_EMIT notice(sentence);
    Q_EMIT runFinished(cancelled);
    paintMasks();
}

}  // namespace sheen
