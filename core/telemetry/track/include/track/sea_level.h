#pragma once

#include <vector>

#include "data/telemetry.h"
#include "data/track_settings.h"

namespace sheen {

// How high the sea lies in the reference of the altitudes: what the settings say of it, and the geoid's
// height where altitudes are counted from the ellipsoid.

/** Sets each record's seaLevelMetres, from its cleaned position. */
void setSeaLevels(std::vector<TelemetryRecord>& records, const TrackSettings& settings);

/** In the middle of a recording that is not cleaned yet: within metres of what setSeaLevels() will find. */
double usualSeaLevelMetres(const std::vector<TelemetryReading>& readings, const TrackSettings& settings);

/** Whether a height above the ellipsoid stays one, because PROJ has no grid of the geoid here. */
bool lacksGeoid(const TelemetryReading& reading, const TrackSettings& settings);

}  // namespace sheen
