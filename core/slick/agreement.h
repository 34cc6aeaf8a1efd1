#pragma once

#include <optional>
#include <vector>

#include "base/cancel.h"
#include "data/frame_record.h"
#include "geo/ground_plane.h"
#include "slick/merge.h"
#include "voting.h"

namespace sheen {

/** What the frames of a flight agreed on, on the grid; for this library's own use. */
struct Agreement
{
    std::vector<int> classes;          //!< class values that occur
    std::optional<GroundPlane> plane;  //!< nothing where no frame votes or none saw oil
    double medianDistance = 1;         //!< ground sample distance, metres
    double cellMetres = 1;
    bool hasClock = false;  //!< every frame has a time of day
    std::vector<TileGrid> tiles;
    std::vector<TileResult> results;
    /** Of one class and connected over tiles. They point into `results`, also of an agreement that was moved.
     */
    std::vector<std::vector<const TileRegion*>> regions;
};

/** Has all frames vote. What comes back of a cancelled one is of no use. Of the settings, neither the
 * smallest area nor the gap matter. */
Agreement agreementOf(const std::vector<FrameRecord>& frames, const MergeSettings& settings,
                      const Cancel* cancel);

}  // namespace sheen
