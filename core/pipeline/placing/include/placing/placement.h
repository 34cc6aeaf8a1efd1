#pragma once

#include <vector>

#include "base/cancel.h"
#include "data/frame_record.h"
#include "data/run_facts.h"

namespace sheen {

/**
 * Places one frame from its telemetry's pose: footprint, ground outlines, areas. What it had of these before
 * is replaced, also the issue that says why it has none (NoPose, AboveHorizon).
 */
void placeFrame(FrameRecord& record);

/**
 * Places frames again from their telemetry and pixel outlines (poses, footprints, ground outlines, areas),
 * without pictures: after smoothing, or when the analyst changes what a pose is made of. When cancelled,
 * frames not yet reached stay as they were.
 */
void placeFrames(std::vector<FrameRecord>& frames, std::vector<TelemetryRecord> telemetry,
                 const Cancel* cancel = nullptr);

/** How many frames have a place, and why others have none: replaces what `facts` said of that before. */
void countPlaces(const std::vector<FrameRecord>& frames, RunFacts& facts);

/** The UTM zone of the middle of the flight; 0 where no frame has a place. */
int utmZoneOf(const std::vector<FrameRecord>& frames);

}  // namespace sheen
