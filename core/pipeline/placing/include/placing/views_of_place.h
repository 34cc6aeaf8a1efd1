#pragma once

#include <opencv2/core.hpp>
#include <vector>

#include "base/cancel.h"
#include "data/frame_record.h"
#include "geo/ground.h"

namespace sheen {

/** How one frame saw a place. */
struct ViewOfPlace
{
    int frame = 0;
    double timeSeconds = 0;
    cv::Point2d pixel;             //!< where, in the picture of the recording
    double metresPerPixel = 0;     //!< on the ground, at that pixel: geometric mean of both directions
    double depressionDegrees = 0;  //!< of the line of sight to the place, at the place; 90: from above
    double pixelsFromEdge = 0;     //!< to the nearest edge of the active picture
};

/**
 * All frames whose active picture shows a place, the best first: the metres of a pixel divided by the sine of
 * the depression, so that of two of the same resolution the steeper one leads, as glint and foreshortening
 * tell less. Empty where no frame shows it. Stops soon after `cancel`, which may be nullptr, was requested.
 */
std::vector<ViewOfPlace> viewsOfPlace(const GroundPoint& place, const std::vector<FrameRecord>& frames,
                                      const Cancel* cancel = nullptr);

}  // namespace sheen
