#pragma once

#include <functional>
#include <opencv2/core.hpp>

#include "detect/detector.h"

namespace sheen {

class Session;

/** A frame that a model is tried on, with what a run would tell the model of it. */
struct TrialFrame
{
    cv::Mat picture;  //!< BGR; empty where it cannot be decoded
    PictureHints hints;
};

/** To be called in a thread of its own; empty where no recording is at hand. */
std::function<TrialFrame()> trialFrameOf(const Session& session, int frameNumber);

}  // namespace sheen
