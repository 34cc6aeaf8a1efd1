#pragma once

#include <vector>

#include "core/data/telemetry.h"
#include "core/telemetry/track.h"

namespace sheen {

/**
 * Seconds of the flight at each reading. The recording's own time, unless the clock in the overlay runs at
 * another rate: a folder of frames often has no times, and its speeds would come out wrong.
 */
std::vector<double> flightTimes(const std::vector<TelemetryReading>& readings);

/**
 * Each reading checked against what can be (how fast an aircraft flies, climbs and turns; bearing and range
 * to the target against those displayed; the clock against the recording's time), impossible values replaced,
 * gaps filled: interpolated inside, held at the ends, focal length and sensor taken from the nearer frame.
 * Every value's quality says which it was. No poses.
 */
std::vector<TelemetryRecord> completeRecords(const std::vector<TelemetryReading>& readings,
                                             const TrackSettings& settings);

}  // namespace sheen
