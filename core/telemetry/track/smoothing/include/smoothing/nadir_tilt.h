#pragma once

#include <opencv2/core/matx.hpp>
#include <vector>

namespace sheen {

/** A frame whose turret looks straight down as far as its own display can tell. */
struct NadirFrame
{
    cv::Vec2d aircraft;  //!< metres north and east, smoothed
    cv::Vec2d off;       //!< metres north and east from the aircraft to the target, as displayed
    double headingDegrees = 0;
    double heightMetres = 0;
};

/** How far from straight down a steadied turret looks, in the aircraft's directions: metres of ground per
 * metre of height. */
struct NadirTilt
{
    double ahead = 0;
    double right = 0;
    double varianceSquareMetres = 0;  //!< of the place looked at
};

/**
 * The tilt that all frames have in common, from how far the displayed target lies beside the aircraft on
 * average. Where the display's steps could have made that (within 3 standard errors), none is taken, and the
 * variance tells what may be there all the same (TiltBound).
 *
 * @param steps of the displayed positions, metres north and east
 * @param singleVariance of the distance to the target in one frame, m2
 */
NadirTilt nadirTilt(const std::vector<NadirFrame>& frames, const cv::Vec2d& steps, double singleVariance);

}  // namespace sheen
