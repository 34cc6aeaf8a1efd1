#pragma once

#include <vector>

#include "data/frame_record.h"
#include "data/picture_motion.h"
#include "data/run_facts.h"
#include "data/track_settings.h"

namespace sheen {

/**
 * Holds the way of the ground through the pictures against the telemetry that the frames have now: scale and
 * heading, for each sensor and focal length. Those in which nothing held still often enough are not among
 * them; those whose error is too large to find a wrong sensor width or heading know neither. `frames` in
 * ascending order.
 */
std::vector<MotionCheck> checkMotions(const std::vector<PictureMotion>& motions,
                                      const std::vector<FrameRecord>& frames);

/** What is wrong by these checks; of the focal lengths of a sensor that are off alike, one speaks for all. */
std::vector<Issue> motionNotices(const std::vector<MotionCheck>& checks, const TrackSettings& settings);

/** The kinds that motionNotices() may return. */
std::vector<IssueKind> motionNoticeKinds();

}  // namespace sheen
