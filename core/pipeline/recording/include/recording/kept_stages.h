#pragma once

#include <optional>

#include "base/cancel.h"
#include "data/model_card.h"
#include "data/run_facts.h"
#include "run/run.h"
#include "settings/run_settings.h"

namespace sheen {

class Workspace;

/** What of an earlier run holds for another one of the same recording, so that it is not done twice. */
enum class KeptStages {
    None,
    UpToTelemetry,  //!< what was detected and read: frames are placed anew, slicks merged
    UpToPlaces,     //!< where the frames lie too: slicks are merged anew
};

/**
 * What the settings and the model of another run leave standing. Nothing of a run that is not whole, or of
 * another version of Sheen. `facts` are of the same recording.
 */
KeptStages keptStages(const RunFacts& facts, const RunSettings& settings, const ModelCard& card);

/**
 * Does the stages that are not kept, with what the workspace keeps of the others, and stores what they give
 * there in one transaction. Slicks that an analyst touched stay, others keep their numbers, as when a track
 * is changed. Nothing, and the workspace as it was, where it was cancelled. Throws Error.
 */
std::optional<RunResult> runKept(Workspace& workspace, const RunSettings& settings, KeptStages kept,
                                 const Cancel& cancel);

}  // namespace sheen
