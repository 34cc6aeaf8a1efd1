#pragma once

#include <vector>

#include "core/data/frame_record.h"
#include "core/data/run_facts.h"

namespace sheen {

/**
 * Places one frame from its telemetry's pose: footprint, ground outlines, areas. What it had of these before
 * is replaced, also the issue that says why it has none (NoPose, AboveHorizon).
 */
void placeFrame(FrameRecord& record);

/** How many frames have a place, and why others have none: replaces what `facts` said of that before. */
void countPlaces(const std::vector<FrameRecord>& frames, RunFacts& facts);

/** The UTM zone of the middle of the flight; 0 where no frame has a place. */
int utmZoneOf(const std::vector<FrameRecord>& frames);

}  // namespace sheen
