#pragma once

#include <vector>

#include "core/data/frame_record.h"
#include "core/data/run_facts.h"

namespace sheen {

/** Why a frame has no place. */
enum class PlacementIssue { None, NoPose, AboveHorizon };

/**
 * Places one frame from its telemetry's pose: footprint, ground outlines, areas. What it had of these before
 * is replaced, also the sentence among its issues.
 */
PlacementIssue placeFrame(FrameRecord& record);

/** How many frames have a place, and why others have none: replaces what `facts` said of that before. */
void countPlaces(const std::vector<FrameRecord>& frames, RunFacts& facts);

/** The UTM zone of the middle of the flight; 0 where no frame has a place. */
int utmZoneOf(const std::vector<FrameRecord>& frames);

}  // namespace sheen
