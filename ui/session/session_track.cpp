#include <QUndoStack>
#include <algorithm>

#include "placing/placing_again.h"
#include "track_change_text.h"
#include "track_changes.h"
#include "track_step.h"
#include "ui/session/session.h"
#include "ui/session/slick_store.h"

// What the track of the open flight is made of, and what follows of a change.

namespace sheen {

const TrackSettings& Session::trackSettings() const
{
    if (m_trackWhenSaved)
        return *m_trackWhenSaved;
    return m_trackChanges->hasFlight() ? m_trackChanges->settings() : m_settings.track;
}

void Session::setTrackSettings(const TrackSettings& settings)
{
    if (settings == trackSettings())
        return;
    if (isRunning() || !m_pendingWorkspacePath.isEmpty()) {
        Q_EMIT notice(tr(
            "A run is under way. Cancel it, or wait until it is done, to change what its track is made of."));
    } else if (!m_trackChanges->hasFlight()) {
        m_settings.track = settings;
        Q_EMIT trackSettingsChanged();
    } else if (hasGivenPoses(*m_open.frames)) {
        Q_EMIT notice(tr("The poses of this flight were given by a table: they stay as they are."));
    } else if (!refuseChanges()) {
        const auto apply = [this](const TrackSettings& wanted) { requestTrack(wanted); };
        const auto words = [this](const TrackSettings& from, const TrackSettings& to) {
            return trackChangeText(from, to, *m_open.frames);
        };
        m_slicks->undoStack()->push(
            new TrackStep(trackSettings(), settings, m_trackChanges->isUnderWay(), apply, words));
    }
}

bool Session::refuseChanges()
{
    if (!m_open.readOnly.isEmpty())
        Q_EMIT notice(m_open.readOnly);
    return !m_open.readOnly.isEmpty();
}

void Session::requestTrack(const TrackSettings& settings)
{
    m_settings.track = settings;
    if (m_isSaving)
        m_trackWhenSaved = settings;  // what is placed again now would go into the file that is left
    else
        m_trackChanges->request(settings);
    Q_EMIT trackSettingsChanged();
}

/** What became true of the flight with other track settings: an elevation file that is not there, say. */
void Session::tellNewNotices()
{
    for (const Issue& issue : m_open.facts.notices) {
        if (std::find(m_toldNotices.begin(), m_toldNotices.end(), issue) == m_toldNotices.end())
            Q_EMIT warning(sentenceOf(issue));
    }
    m_toldNotices = m_open.facts.notices;
}

/** A step that could not be stored is not in force: the history does not name it. */
void Session::forgetTrackStep()
{
    const QUndoStack* stack = m_slicks->undoStack();
    const auto* last =
        stack->canUndo() ? dynamic_cast<const TrackStep*>(stack->command(stack->index() - 1)) : nullptr;
    if (last && !(last->after() == m_trackChanges->settings()))
        m_slicks->forgetLastStep();
}

bool Session::isPlacingAgain() const
{
    return m_trackWhenSaved || m_trackChanges->isUnderWay();
}

void Session::takePlaces(bool stored)
{
    m_open.frames = m_trackChanges->frames();
    m_slicks->setFrames(m_open.frames);
    m_open.facts = m_trackChanges->facts();
    m_settings.track = m_trackChanges->settings();
    Q_EMIT placedAgain(stored);
    if (!stored)
        return;
    if (!m_trackChanges->isUnderWay()) {
        forgetTrackStep();
        tellNewNotices();
    }
    paintMasks();
    startWaitingRun();
}

}  // namespace sheen
