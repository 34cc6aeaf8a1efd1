#pragma once

#include <vector>

#include "core/data/telemetry.h"
#include "core/telemetry/track.h"

namespace sheen {

/**
 * Adds the camera's pose, field of view and quality to records whose values are complete (completeRecords).
 *
 * Position and height: smoothed over time, corrected for the age of the display. Straight down (the target
 * lies beneath): depression 90, bearing the heading. Oblique: bearing from aircraft to target as computed and
 * as displayed, ground range from both positions and from the slant range, each weighted by the step of its
 * display; depression atan2(height, ground range); roll 0. Where the camera's angles are given (KLV), they
 * are taken as they are.
 */
void addPoses(std::vector<TelemetryRecord>& records, const TrackSettings& settings);

}  // namespace sheen
