#pragma once

#include <vector>

#include "data/frame_record.h"
#include "data/run_facts.h"
#include "data/track_settings.h"

namespace sheen {

/**
 * Says in the facts of a flight what its settings ask for and this machine or this file cannot give: no grid
 * of the geoid (`no_geoid`), an elevation model that cannot be read (`elevation_unreadable`), in part or at
 * all, or that lies elsewhere (`elevation_elsewhere`); what the overlay left open (overlayNotices); and where
 * the ground's way through the pictures disagrees (motionNotices), whose checks it sets. What was said of
 * that before is replaced.
 */
void setTrackNotices(RunFacts& facts, const std::vector<FrameRecord>& frames, const TrackSettings& settings);

}  // namespace sheen
