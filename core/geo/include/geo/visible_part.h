#pragma once

#include "geo/ground.h"

namespace sheen {

/** The part of a rectangle of the picture that has ground. */
struct VisiblePart
{
    PixelRing outline;     //!< round as the rectangle goes, from its top left corner; empty: no ground
    bool cut = false;      //!< some of the rectangle lies above the horizon
    cv::Point2d centre{};  //!< a point inside: the rectangle's middle where that has ground
};

/**
 * Every point of the outline has ground. What lies below the horizon is convex in a picture (a cone about the
 * plumb line, cut by the picture's plane), so the outline follows the horizon by searching outwards from one
 * point inside.
 */
VisiblePart visiblePart(const cv::Rect2d& rectangle, const PixelToGround& toGround);

}  // namespace sheen
