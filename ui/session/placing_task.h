#pragma once

#include <QString>
#include <memory>
#include <vector>

#include "base/cancel.h"
#include "data/frame_record.h"
#include "data/run_facts.h"
#include "data/slick.h"
#include "placing/placing_again.h"

namespace sheen {

class SlickMerger;
class Workspace;

/** Frames that are shown while they are placed again: nobody changes them, a newer list takes their place. */
using FramesPointer = std::shared_ptr<const std::vector<FrameRecord>>;

/**
 * A flight that is placed and merged again with other settings, step by step, each on a thread of its own:
 * place, merge, store. A step that was cancelled, or failed, leaves the workspace as it was.
 */
struct PlacingTask
{
    std::shared_ptr<Workspace> workspace;
    RunFacts storedFacts;
    FramesPointer storedFrames;
    PlacingSettings settings;
    int request = 0;  //!< which request it answers
    Cancel cancel;
    /** Of the frames merged last, with what they agreed on; another one where these are others. */
    std::shared_ptr<SlickMerger> merger;

    // What the steps give.
    FramesPointer frames;  //!< the stored ones where the track stays as it is
    RunFacts facts;
    std::vector<Slick> merged;
    QString failure;

    // Set before it is stored; as they lie now afterwards.
    std::vector<Slick> slicks;
    std::vector<Slick> remembered;  //!< what undo and redo would bring back
    QString description;            //!< of the edit
    bool stored = false;
};

// Slow; they do not throw. Each tells whether the next step may follow: false where it failed (`failure` says
// why) or was cancelled, and then nothing of the workspace was changed.
bool place(PlacingTask& task);
bool merge(PlacingTask& task);
bool store(PlacingTask& task);

/** Does all steps that have not been done, as long as each succeeds. */
bool complete(PlacingTask& task);

}  // namespace sheen
