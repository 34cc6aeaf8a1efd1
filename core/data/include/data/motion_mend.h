#pragma once

#include <optional>

#include "data/picture_motion.h"
#include "data/track_settings.h"

namespace sheen {

/**
 * The settings with which what a check found wrong is right: the sensor's width, or the calibration's focal
 * scale where the telemetry gives the field of view; and for a camera that looks straight down the roll of
 * its boresight, which then is its heading. Nothing where the check finds nothing wrong that a setting mends.
 */
std::optional<TrackSettings> mended(const TrackSettings& settings, const MotionCheck& check);

}  // namespace sheen
