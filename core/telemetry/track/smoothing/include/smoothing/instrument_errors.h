#pragma once

#include <vector>

#include "data/telemetry.h"

namespace sheen {

/**
 * Adds the errors of the instruments to poses that rest on KLV: its numbers are fine (0.1 m, 0.005 degrees),
 * so nothing in them tells how good they are, and no packet says it. Taken for a turret with a satellite
 * receiver and an inertial unit: position 10 m (5 m, and a tenth of a second between packet and picture at
 * 80 m/s), height 10 m, bearing 0.5 and depression 0.3 degrees, field of view 1 %; 1 sigma, added in squares
 * to what the track knows.
 */
void addInstrumentErrors(std::vector<TelemetryRecord>& records);

}  // namespace sheen
