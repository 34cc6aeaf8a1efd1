#pragma once

#include <memory>
#include <set>
#include <vector>

#include "data/frame_record.h"
#include "data/mask_codec.h"
#include "data/model_card.h"
#include "data/run_facts.h"
#include "ui/session/flight_preview.h"
#include "ui/session/model_memory.h"
#include "ui/session/shown_frame.h"
#include "workspace/workspace_lock.h"

namespace sheen {

struct Opened;
struct RunOutcome;
class Workspace;

/** What is open: a recording, its results, or both. While a run is under way, its results so far. */
struct OpenFlight
{
    std::shared_ptr<const Flight> recording;  //!< nullptr where it is not at hand
    std::unique_ptr<FlightPreview> preview;   //!< likewise
    std::shared_ptr<Workspace> workspace;     //!< nullptr without results, and while a run makes them
    std::shared_ptr<const std::vector<FrameRecord>> frames;  //!< by number; never nullptr
    RunFacts facts;
    std::unique_ptr<WorkspaceLock> lock;  //!< of the results, or of the run; nullptr without
    QString readOnly;  //!< why the results can only be read, in a sentence; empty: they can be changed

    OpenFlight();
    /** Takes flight, preview, workspace with its lock, frames and facts out of it, and leaves the rest. */
    void take(Opened& opened);

    /** Takes the lock of the workspace that a run writes. Who else has it; nothing: nobody. */
    std::optional<WorkspaceHolder> lockFor(const QString& workspacePath);

    void beginRun(const ModelCard& card);
    void resumeRun();                                        //!< the run of the results that are open goes on
    void addFrames(const std::vector<ShownFrame>& arrived);  //!< of the run
    void endRun(RunOutcome& outcome);                        //!< moves from it

    /** Reads masks where they are kept: in the results that are open, else in `running`; any thread. */
    MaskReader masks(const std::shared_ptr<Workspace>& running = nullptr) const;

    const FrameRecord* record(int frameNumber) const;  //!< nullptr: there is none
    std::set<QString> sensors() const;  //!< of the frames, else of the preview; only those known
    std::set<int> detectedClasses() const;
    FlightMemory memory() const;  //!< there is a recording

private:
    std::shared_ptr<std::vector<FrameRecord>> m_runFrames;  //!< so far, while it runs
};

}  // namespace sheen
