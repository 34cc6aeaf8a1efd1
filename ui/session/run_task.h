#pragma once

#include <QString>
#include <memory>
#include <vector>

#include "data/slick.h"
#include "frame_mailbox.h"
#include "recording/recorded_run.h"
#include "run/run.h"

namespace sheen {

class MaskMosaic;

/** All that a run in the background works with. */
struct RunTask
{
    std::shared_ptr<const Flight> flight;
    std::shared_ptr<Detector> detector;
    RunSettings settings;
    QString modelAcceptance;  //!< see Session::loadModel
    QString workspacePath;
    std::shared_ptr<Workspace> resumed;  //!< instead: of a run that is finished
    bool keepsReview = false;            //!< see RecordingSettings
    std::shared_ptr<Cancel> cancel;
    std::shared_ptr<FrameMailbox> mailbox;
    std::shared_ptr<MaskMosaic> masks;
};

struct RunOutcome : RecordedRun
{
    QString failure;            //!< why the run stopped; empty: it did not
    std::vector<Slick> slicks;  //!< of the workspace, measured
};

/** Runs a flight and keeps what it finds; long: for a thread of its own. Does not throw. */
RunOutcome perform(const RunTask& task);

}  // namespace sheen
