#pragma once

#include <vector>

#include "data/frame_record.h"
#include "data/run_facts.h"
#include "run/run.h"

namespace sheen {

class Workspace;

/** Whether the run of these facts did not come to the end of its flight, so that it can be finished. */
bool canBeFinished(const RunFacts& facts);

/**
 * What is kept of a run that was broken off, while it is finished. The last frames that it did are run once
 * more, as they were told nothing by those after them. Borrows the workspace. Members throw Error.
 */
class KeptRun
{
public:
    explicit KeptRun(Workspace& workspace);

    /** Those that are kept, in order. */
    const std::vector<FrameRecord>& doneFrames() const { return m_done; }

    /** The first new frame is there: what is run again goes, and the run is not whole any more. */
    void begin(const RunFacts& facts);

    /**
     * Keeps the end of the run; slicks that an analyst touched or deleted stay so, and `result` has them.
     * Returns false, and changes nothing, where the run was cancelled before it came to a new frame.
     */
    bool finish(RunResult& result);

private:
    Workspace& m_workspace;
    std::vector<FrameRecord> m_done;
    int m_firstNew = 0;  //!< number of the frame from which on all are run
};

}  // namespace sheen
