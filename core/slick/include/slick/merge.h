#pragma once

#include <memory>
#include <vector>

#include "base/cancel.h"
#include "data/frame_record.h"
#include "data/model_card.h"
#include "data/slick.h"

namespace sheen {

struct MergeSettings
{
    double smallestAreaSquareMetres = 25;  //!< of an appearance area
    double gapMetres = 30;                 //!< areas no farther apart are of one slick
    int epsg = 0;  //!< of the plane in which frames are merged (the flight's UTM zone); 0: a plane
                   //!< about the first frame
    double cellSizeMetres = 0;  //!< 0: the median ground sample distance, coarser for very large flights
    /** A place is decided by the frames of its last pass: those within so long before it was last seen. Oil
     * that drifts until the aircraft comes back is then where it was seen last. 0: all frames, always. */
    double passSeconds = 300;
};

/**
 * Stage 4, over frames: the same oil seen in many frames becomes one slick with one area. Every cell of a
 * ground grid asks all frames that saw it; the class that has most of their votes wins, and connected cells
 * of one class become one area with holes. Areas share their borders and never overlap; those that touch or
 * lie within the gap are one slick. Only cells near detections are looked at, tile by tile, so memory stays
 * bounded. Ids count from 1 in order of oiled area. docs/merging.md says why it is done so.
 *
 * Errors of place and area stay 0: they are the pose's, of which this stage knows nothing.
 *
 * A frame without a footprint has no vote, nor has one without a picture (empty pictureSize): it saw neither
 * oil nor water. Throws Error(Usage) for an EPSG code that PROJ does not know. Empty when cancelled.
 */
std::vector<Slick> mergeSlicks(const std::vector<FrameRecord>& frames, const ModelCard& card,
                               const MergeSettings& settings, const Cancel* cancel = nullptr);

/**
 * The same for frames that are merged again and again with another smallest area or gap: what they agreed on
 * is kept from one time to the next, as mergeSlicks() would find it. Not safe from many threads at once.
 */
class SlickMerger
{
public:
    SlickMerger(std::shared_ptr<const std::vector<FrameRecord>> frames, const ModelCard& card);
    ~SlickMerger();

    const std::vector<FrameRecord>& frames() const;
    std::vector<Slick> merge(const MergeSettings& settings, const Cancel* cancel = nullptr);

private:
    class Private;
    std::unique_ptr<Private> d;
};

}  // namespace sheen
