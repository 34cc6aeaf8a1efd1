#pragma once

#include <vector>

#include "data/telemetry.h"
#include "data/track_settings.h"

namespace sheen {

/** Standard errors beyond which a frame has no pose: nothing that is worth showing is known of its place. */
namespace poseLimits {
constexpr double horizontalMetres = 500;
constexpr double angleDegrees = 30;
constexpr double shareOfHeight = 0.2;
constexpr double shareOfFieldOfView = 0.3;
}  // namespace poseLimits

/**
 * Adds the camera's pose, field of view and quality to one recording's records whose values are complete
 * (completeRecords).
 *
 * Position and height: over time (smoothFlight). Straight down (the target lies beneath): as much beside
 * it as the whole flight tells (nadirTilt), the picture's upper edge ahead, or towards the course where no
 * heading was read. Oblique: bearing from aircraft to target as computed and as displayed, ground range from
 * both positions and from the slant range, each weighted by the step of its display; depression atan2(height,
 * ground range); roll 0. Where the camera's angles are given (KLV), they are taken as they are. A pose less
 * sure than poseLimits is left out.
 *
 * @param times of the records, seconds, ascending
 */
void addPoses(std::vector<TelemetryRecord>& records, const std::vector<double>& times,
              const TrackSettings& settings);

}  // namespace sheen
