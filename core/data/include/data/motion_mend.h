#pragma once

#include <optional>
#include <vector>

#include "data/picture_motion.h"
#include "data/track_settings.h"

namespace sheen {

/**
 * The settings with which what checks found wrong is right: a sensor's width, or the calibration's focal
 * scale where the telemetry gives the field of view; and for a camera that looks straight down the roll of
 * its boresight, which then is its heading. Nothing where nothing is wrong that a setting mends: one width is
 * for all focal lengths of its sensor, so all that are known have to be off alike.
 */
std::optional<TrackSettings> mended(const TrackSettings& settings, const std::vector<MotionCheck>& checks);

}  // namespace sheen
