#include <QFileInfo>
#include <utility>

#include "flight_opener.h"
#include "opening.h"
#include "placing/placing_again.h"
#include "saved_results.h"
#include "track_changes.h"
#include "ui/session/session.h"
#include "ui/session/slick_store.h"
#include "ui/session/waiting_writes.h"
#include "workspace/workspace.h"

// The open results saved elsewhere, and what is not on disk yet.

namespace sheen {

bool Session::hasUnwritten() const
{
    return m_slicks->writes().count() > 0 && !m_slicks->writes().flush();
}

void Session::dropUnwritten()
{
    m_slicks->writes().drop();
}

QString Session::unwrittenSentence() const
{
    return tr(
        "%n change(s) of these results are not on disk yet. Save the results elsewhere first: File > Save "
        "Results As.",
        nullptr, m_slicks->writes().count());
}

void Session::saveAs(const QString& path)
{
    if (!m_open.workspace || isRunning() || m_isSaving)
        return;
    if (m_trackChanges->isUnderWay()) {
        Q_EMIT notice(tr("The flight is being placed again. Save the results when that is stored."));
        return;
    }
    // Files that are not there, as the open one may be, are all the same to QFileInfo.
    const QFileInfo target(path), open(m_open.workspace->path());
    if (target.absoluteFilePath() == open.absoluteFilePath() || (target.exists() && target == open)) {
        Q_EMIT notice(tr("The results are open from that file: choose another one."));
        return;
    }
    if (const std::optional<WorkspaceHolder> holder = WorkspaceLock::holderOf(path)) {
        Q_EMIT failed(holderText(*holder));
        return;
    }
    m_isSaving = true;
    m_slicks->writes().setHeld(true);  // what is edited meanwhile follows
    m_opener->save(m_open.workspace, {m_open.facts, m_open.frames, m_slicks->slicks()}, path);
}

void Session::takeSaved(SavedResults& saved, const QString& failure)
{
    m_isSaving = false;
    const std::unique_ptr<PlacingSettings> settings = std::move(m_settingsWhenSaved);
    if (!failure.isEmpty()) {
        m_slicks->writes().setHeld(false);
        if (settings)
            m_trackChanges->request(*settings);
        Q_EMIT failed(failure);
        return;
    }
    m_open.workspace = saved.workspace;
    m_open.lock = std::move(saved.lock);
    m_open.readOnly.clear();
    m_slicks->moveTo(m_open.workspace);
    m_slicks->writes().setHeld(false);
    m_trackChanges->setFlight(m_open.workspace, m_open.frames, m_open.facts);
    if (settings)
        m_trackChanges->request(*settings);
    Q_EMIT resultsMoved();
    if (!saved.movedTo.isEmpty())
        Q_EMIT notice(tr("What lay there before was kept: it is now in %1.").arg(saved.movedTo));
    if (saved.fromMemory)
        Q_EMIT warning(
            tr("The file that was open could not be read any more. Slicks and frames were saved from "
               "memory; the masks, and the history if it could not be read, are not in the new file."));
    else
        Q_EMIT notice(tr("The results are in %1 now.").arg(m_open.workspace->path()));
}

}  // namespace sheen
