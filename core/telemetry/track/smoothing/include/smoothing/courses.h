#pragma once

#include <vector>

#include "smoothing/motion_smoother.h"

namespace sheen {

/** What one frame says of a quantity. */
struct Sample
{
    std::size_t frame = 0;
    Measurement measurement;
    bool measured = true;  //!< not filled in
};
using Samples = std::vector<Sample>;

/** How the rounding of a display carries on from frame to frame. */
struct Rounding
{
    double variance = 0;   //!< of what is measured
    double step = 0;       //!< over which it becomes another one
    double leastRate = 0;  //!< at which what is displayed moves at least, a second
};

/**
 * Each axis of a motion at each of `times`, smoothed (smoothMotion). A smoother takes the errors of its
 * measurements as independent, but rounding errs the same way until the value has moved on by a step: only
 * so many of the measurements that it averages count, and the variances say so.
 */
std::vector<std::vector<SmoothedValue>> smoothedCourses(const std::vector<Samples>& axes,
                                                        const std::vector<double>& times,
                                                        const MotionBounds& bounds,
                                                        const std::vector<Rounding>& roundings);

/**
 * The same without smoothing: as displayed and filled in. Measured values may be as old as a refresh of the
 * display; what was filled in is as wrong as it is far from the smoothed course.
 */
std::vector<std::vector<SmoothedValue>> displayedCourses(const std::vector<Samples>& axes,
                                                         const std::vector<double>& times,
                                                         const MotionBounds& bounds,
                                                         const std::vector<Rounding>& roundings,
                                                         double refreshSeconds);

}  // namespace sheen
