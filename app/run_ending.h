// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QDateTime>

#include "exit_status.h"
#include "progress_report.h"
#include "run/run.h"
#include "run_options.h"

namespace sheen {

/** What the last words of a run depend on. */
struct RunEnding
{
    const RunOptions& options;
    ProgressReport& progress;
    QDateTime startedAt;      //!< files that are older are not of this run
    bool isMeasured = false;  //!< then nobody wants to read where the files are
};

/** Says how a run ended and where its files are, and returns the exit status. */
ExitStatus concludeRun(const RunEnding& ending, const RunResult& result, const QString& folder);

/** Likewise where the run is whole, but was cancelled while its products were written. */
ExitStatus concludeUnwritten(const RunEnding& ending, const RunResult& result, const QString& folder);

}  // namespace sheen
