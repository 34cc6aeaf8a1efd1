#pragma once

#include "flight/flight.h"
#include "table/telemetry_table.h"

namespace sheen {

/** Brings a table to the recording's time: by the clock of a folder's first picture, and where it is much
 * longer than a video by what marks the recording in it. */
void align(TelemetryTable& table, const FlightInfo& flight);

}  // namespace sheen
