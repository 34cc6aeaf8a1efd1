#pragma once

#include <optional>
#include <vector>

#include "data/telemetry.h"

// What the positions of readings say of directions, before anything is checked; `at`: index of the reading.

namespace sheen {

/** Computes the metres over the ground from aircraft to target; std::nullopt where one of their coordinates
 * is missing. */
std::optional<double> groundRangeAt(const std::vector<TelemetryReading>& readings, std::size_t at);

/**
 * Computes the course, in degrees from true north, from the positions within 10 s around a reading;
 * std::nullopt where the aircraft hovers or positions are missing.
 *
 * @param times of the readings, seconds, ascending
 */
std::optional<double> courseAt(const std::vector<TelemetryReading>& readings,
                               const std::vector<double>& times, std::size_t at);

/**
 * Computes the bearing from aircraft to target, in degrees from true north. Where the camera looks straight
 * down and a bearing means nothing it is the heading; std::nullopt where a position, or then the heading, is
 * missing.
 */
std::optional<double> bearingAt(const std::vector<TelemetryReading>& readings, std::size_t at);

}  // namespace sheen
