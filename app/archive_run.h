#pragma once

#include <QString>
#include <QStringList>
#include <memory>

#include "base/cancel.h"
#include "exit_status.h"
#include "run_options.h"

namespace sheen {

/** The command line of `sheen archive`, as values. */
struct ArchiveOptions
{
    RunOptions run;  //!< `flight`: the folder; `outputFolder`: where all is written; the rest: of each flight
    QStringList passedOn;  //!< what each flight is run with, as options of `sheen run`
    bool slurm = false;
    int framesPerTask = 2000;
    int task = 0;  //!< of a job array, from 1; 0: all flights, here
};

/** Runs what lies below a folder and is not done; see docs/archive.md. Throws Error. */
ExitStatus runArchive(const ArchiveOptions& options, const Cancel& cancel);

}  // namespace sheen
