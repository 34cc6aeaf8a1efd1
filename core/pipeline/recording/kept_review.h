#pragma once

#include <QString>
#include <vector>

#include "data/frame_record.h"
#include "data/run_facts.h"
#include "run/run.h"

namespace sheen {

class Workspace;

/**
 * Begins the workspace of a flight that runs again with what was said of its pictures in an earlier
 * workspace: marks for teaching and tie points; `withReview`: also slicks that an analyst touched, as they
 * are, what was deleted, and the history. `workspace` has no frames yet. Gives the earlier frames, which
 * those slicks lie in. Nothing is taken where the earlier workspace is of another recording or cannot be
 * read. Throws Error where `workspace` cannot be written.
 */
std::vector<FrameRecord> takeEarlier(const QString& earlierPath, const RunFacts& facts, bool withReview,
                                     Workspace& workspace);

/**
 * Keeps the end of a run whose workspace has reviewed slicks: those stay, carried from where their frames
 * lay `before` to where they lie now, and `result` gets them; what was found besides lies beside them.
 * `description`: of the row in the history.
 */
void finishReviewed(Workspace& workspace, const std::vector<FrameRecord>& before, RunResult& result,
                    const QString& description);

}  // namespace sheen
