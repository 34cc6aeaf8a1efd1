#pragma once

#include <chrono>
#include <memory>

#include "base/cancel.h"
#include "exit_status.h"
#include "run_measures.h"
#include "run_options.h"

namespace sheen {

class Workspace;

/** A run that was broken off and is finished. */
struct ResumedRun
{
    std::shared_ptr<Workspace> workspace;  //!< nullptr: the run is a new one
    ModelCard model;                       //!< that it was begun with
};

/**
 * Runs a flight without a window, into the options' folder, and writes its products. `begun`: when the
 * program was started. `measures`: filled in, with the network measured alone after all else; what else is
 * printed of the run's end is left out then. Throws Error.
 */
ExitStatus runFlight(const RunOptions& options, const ResumedRun& resumed,
                     std::chrono::steady_clock::time_point begun, const Cancel& cancel,
                     RunMeasures* measures = nullptr);

}  // namespace sheen
