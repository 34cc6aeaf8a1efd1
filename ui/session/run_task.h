#pragma once

#include <memory>
#include <optional>

#include "run/run.h"
#include "run_recorder.h"

namespace sheen {

/** All that a run in the background works with. */
struct RunTask
{
    std::shared_ptr<const Flight> flight;
    std::shared_ptr<Detector> detector;
    RunSettings settings;
    QString modelAcceptance;  //!< see Session::loadModel
    QString workspacePath;
    std::shared_ptr<Cancel> cancel;
    std::shared_ptr<FrameMailbox> mailbox;
    std::shared_ptr<MaskMosaic> masks;
};

struct RunOutcome
{
    std::shared_ptr<Workspace> workspace;  //!< nullptr where none could be made
    std::optional<RunResult> result;       //!< nothing where the run stopped with an error
    QString movedTo;                       //!< where an earlier workspace was moved; empty: there was none
    QString failure;                       //!< why the run stopped; empty: it did not
};

/** Runs a flight and keeps what it finds; long: for a thread of its own. Does not throw. */
RunOutcome perform(const RunTask& task);

}  // namespace sheen
