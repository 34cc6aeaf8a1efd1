#pragma once

#include <vector>

#include "data/telemetry.h"
#include "data/track_settings.h"

namespace sheen {

/**
 * Seconds of the flight at each reading, ascending. The recording's own time, unless the clock in the overlay
 * runs at another rate: a folder of frames often has no times, and its speeds would come out wrong. Frames
 * that all have the same time take the clock's, or without one a second each.
 */
std::vector<double> flightTimes(const std::vector<TelemetryReading>& readings);

/**
 * Where a new recording begins: the indices of the first reading of each, 0 among them. Between two the
 * container says so or the time runs back, or two of latitude, longitude and clock jump at once by more than
 * can be flown and stay there.
 */
std::vector<std::size_t> recordingStarts(const std::vector<TelemetryReading>& readings,
                                         const std::vector<double>& times);

/**
 * One recording's readings checked (checkFlight), impossible values replaced, gaps filled: between their
 * neighbours, or held (TrackSettings::completion); at the ends held; focal length and sensor from the nearer
 * frame. The clock is checked against the recording's time. Every value's quality says which it was. No
 * poses.
 */
std::vector<TelemetryRecord> completeRecords(const std::vector<TelemetryReading>& readings,
                                             const std::vector<double>& times, const TrackSettings& settings);

}  // namespace sheen
