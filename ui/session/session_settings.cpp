#include <QUndoStack>
#include <algorithm>

#include "flight_opener.h"
#include "placing/placing_again.h"
#include "settings_step.h"
#include "track_change_text.h"
#include "track_changes.h"
#include "ui/session/session.h"
#include "ui/session/slick_store.h"

// The settings of the session: of the next run, and of what is open, which follows them.

namespace sheen {

void Session::setSettings(const RunSettings& settings)
{
    const bool other = settings.telemetry != m_settings.telemetry || settings.overlay != m_settings.overlay;
    m_settings = settings;
    if (other)
        readTelemetryAgain();
}

void Session::readTelemetryAgain()
{
    if (!m_open.recording || !m_open.preview || m_open.preview->firstFrame.picture.empty())
        return;  // of a workspace that was opened no first frame is shown
    m_opener->readTelemetryAgain(m_open.recording, *m_open.preview, m_settings);
}

const TrackSettings& Session::trackSettings() const
{
    return m_trackChanges->hasFlight() ? wantedSettings().track : m_settings.track;
}

const MergeSettings& Session::mergeSettings() const
{
    return m_trackChanges->hasFlight() ? wantedSettings().merge : m_settings.merge;
}

const PlacingSettings& Session::wantedSettings() const
{
    return m_settingsWhenSaved ? *m_settingsWhenSaved : m_trackChanges->settings();
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
    } else {
        pushSettings({settings, mergeSettings()});
    }
}

void Session::setMergeSettings(const MergeSettings& settings)
{
    if (mergeAlike(settings, mergeSettings()))
        return;
    if (isRunning() || !m_pendingWorkspacePath.isEmpty()) {
        Q_EMIT notice(
            tr("A run is under way. Cancel it, or wait until it is done, to merge its slicks anew."));
    } else if (!m_trackChanges->hasFlight()) {
        m_settings.merge = settings;
        Q_EMIT mergeSettingsChanged();
    } else {
        pushSettings({trackSettings(), settings});
    }
}

/** As a step of the history, which asks for them. */
void Session::pushSettings(const PlacingSettings& wanted)
{
    if (refuseChanges())
        return;
    const auto apply = [this](const PlacingSettings& settings) { requestSettings(settings); };
    const auto words = [this](const PlacingSettings& from, const PlacingSettings& to) {
        return trackChangeText(from, to, *m_open.frames);
    };
    m_slicks->undoStack()->push(
        new SettingsStep(wantedSettings(), wanted, m_trackChanges->isUnderWay(), apply, words));
}

bool Session::refuseChanges()
{
    if (!m_open.readOnly.isEmpty())
        Q_EMIT notice(m_open.readOnly);
    return !m_open.readOnly.isEmpty();
}

void Session::requestSettings(const PlacingSettings& settings)
{
    const PlacingSettings before = wantedSettings();
    if (m_isSaving)  // what is placed again now would go into the file that is left
        m_settingsWhenSaved = std::make_unique<PlacingSettings>(settings);
    else
        m_trackChanges->request(settings);
    if (settings.track != before.track) {
        m_settings.track = settings.track;
        Q_EMIT trackSettingsChanged();
    }
    if (!mergeAlike(settings.merge, before.merge)) {
        m_settings.merge.smallestAreaSquareMetres = settings.merge.smallestAreaSquareMetres;
        m_settings.merge.gapMetres = settings.merge.gapMetres;
        Q_EMIT mergeSettingsChanged();
    }
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
void Session::forgetSettingsStep()
{
    const QUndoStack* stack = m_slicks->undoStack();
    const auto* last =
        stack->canUndo() ? dynamic_cast<const SettingsStep*>(stack->command(stack->index() - 1)) : nullptr;
    if (last && !(last->after() == m_trackChanges->settings()))
        m_slicks->forgetLastStep();
}

bool Session::isPlacingAgain() const
{
    return m_settingsWhenSaved || m_trackChanges->isUnderWay();
}

void Session::takePlaces(bool stored)
{
    m_placesMoved = m_placesMoved || m_open.frames != m_trackChanges->frames();
    m_open.frames = m_trackChanges->frames();
    m_slicks->setFrames(m_open.frames);
    m_open.facts = m_trackChanges->facts();
    m_settings.track = m_trackChanges->settings().track;
    if (m_placesMoved)
        Q_EMIT placedAgain(stored);
    else if (stored)
        Q_EMIT mergedAgain();
    if (!stored)
        return;
    if (!m_trackChanges->isUnderWay()) {
        forgetSettingsStep();
        tellNewNotices();
    }
    if (m_placesMoved)
        paintMasks();
    startWaitingRun();
}

}  // namespace sheen
