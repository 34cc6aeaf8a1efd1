#pragma once

#include <vector>

#include "base/cancel.h"
#include "data/frame_record.h"
#include "data/run_facts.h"
#include "data/track_settings.h"
#include "slick/merge.h"

namespace sheen {

// A flight that was run is placed and merged again from what is kept of it, without its pictures, when the
// analyst changes what its track or its slicks are made of.

/** What a flight was placed and merged with; defaults where an older workspace does not say. */
TrackSettings trackSettingsOf(const RunFacts& facts);
MergeSettings mergeSettingsOf(const RunFacts& facts);

/** Whether the smallest area and the gap are the same, which an analyst may change. */
bool mergeAlike(const MergeSettings& one, const MergeSettings& other);

/** What is made of a flight's frames, readings and masks follows from these. */
struct PlacingSettings
{
    TrackSettings track;
    MergeSettings merge;

    bool operator==(const PlacingSettings& other) const
    {
        return track == other.track && mergeAlike(merge, other.merge);
    }
};

PlacingSettings placingSettingsOf(const RunFacts& facts);
/** The facts of a flight that is merged with another smallest area or gap. */
RunFacts mergedWith(RunFacts facts, const MergeSettings& settings);

/**
 * Whether the poses were given as they are, by a table: no frame's reading tells anything that a track could
 * be made of. Of the settings only the elevation model matters to such frames.
 */
bool hasGivenPoses(const std::vector<FrameRecord>& frames);

/**
 * Telemetry from the frames' readings, then place, ground outlines and areas, in parallel. Frames in
 * ascending order. False where it was cancelled: some frames are placed again then and some are not.
 */
bool placeAgain(std::vector<FrameRecord>& frames, const TrackSettings& settings, const Cancel& cancel);

/**
 * The facts of a flight placed again: settings, number of frames placed, issues of their places. The
 * coordinate system stays, so that maps do; where nothing had a place before, it is the UTM zone of what has
 * one now.
 */
RunFacts factsAgain(const RunFacts& facts, const std::vector<FrameRecord>& frames,
                    const TrackSettings& settings);

}  // namespace sheen
