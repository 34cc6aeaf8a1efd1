#pragma once

#include <QString>
#include <memory>
#include <vector>

#include "data/frame_record.h"
#include "data/run_facts.h"
#include "data/slick.h"
#include "workspace/workspace.h"
#include "workspace/workspace_lock.h"

namespace sheen {

/** Results as they are in memory, for where their file cannot be read any more. */
struct ResultsInMemory
{
    RunFacts facts;
    std::shared_ptr<const std::vector<FrameRecord>> frames;
    std::vector<Slick> slicks;
};

/** Results that were saved elsewhere, open. */
struct SavedResults
{
    std::shared_ptr<Workspace> workspace;
    std::unique_ptr<WorkspaceLock> lock;
    QString movedTo;          //!< what lay there before; empty: nothing
    bool fromMemory = false;  //!< without masks, and without the history that could not be read
};

/**
 * Writes a copy of open results to another file and opens it. Where the file that is open cannot be read any
 * more, it is written from memory. Throws Error where it cannot be written there.
 */
SavedResults saveResults(const Workspace& results, const ResultsInMemory& memory, const QString& target);

}  // namespace sheen
