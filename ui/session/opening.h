#pragma once

#include <QString>
#include <memory>
#include <optional>
#include <vector>

#include "base/cancel.h"
#include "data/frame_record.h"
#include "data/run_facts.h"
#include "data/slick.h"
#include "run/run.h"
#include "ui/session/flight_preview.h"
#include "workspace/model_choice.h"
#include "workspace/workspace_lock.h"

namespace sheen {

class Workspace;

/** What opening a path gives: a flight with its preview, or a workspace with the flight where it is at hand.
 */
struct Opened
{
    std::shared_ptr<const Flight> flight;
    std::unique_ptr<FlightPreview> preview;
    std::shared_ptr<Workspace> workspace;  //!< nullptr for a flight that has just been opened
    RunFacts facts;
    std::vector<FrameRecord> frames;
    std::vector<Slick> slicks;            //!< of the workspace, measured
    std::optional<ModelChoice> model;     //!< that the flight was given before
    QString notice;                       //!< worth saying; empty: nothing
    std::unique_ptr<WorkspaceLock> lock;  //!< of the workspace; nullptr where there is none
    QString readOnly;                     //!< who else has the workspace, in a sentence; empty: nobody
};

/** "These results are open in another window: ...", for results that can only be read therefore. */
QString holderText(const WorkspaceHolder& holder);

/** Slow: for a thread of its own. Throws Error; Error(Cancelled) soon after `cancel` was requested. */
Opened openPath(const QString& path, double folderIntervalSeconds, const Cancel& cancel);

/** The settings of the next run of what was opened, when another flight was looked at with those before. */
RunSettings settingsForNext(const RunSettings& before, const Opened& opened);

/** Reads the telemetry of a flight's first frames into its preview, as these settings want it. Slow. */
void readTelemetry(const Flight& flight, const RunSettings& settings, FlightPreview& preview);

/**
 * Where the workspace of a flight is kept: in the folder NAME.sheen beside the recording, or in the user's
 * documents where that place cannot be written. Where the results of another recording lie there, in
 * NAME.SUFFIX.sheen; where the recording was run under another name, with the results of then. Reads parts of
 * the recording and the facts of workspaces: slow.
 */
QString workspacePathFor(const FlightInfo& flight);

}  // namespace sheen
