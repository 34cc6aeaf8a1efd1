#pragma once

#include <vector>

namespace sheen {

/** A quantity at a time, with the standard error and the rate of change that a smoother found. */
struct SmoothedValue
{
    double value = 0;
    double rate = 0;      //!< a second
    double variance = 0;  //!< of the value
};

/** A quantity as it was measured. */
struct Measurement
{
    double time = 0;  //!< seconds
    double value = 0;
    double variance = 0;
};

/**
 * Kalman filter and Rauch-Tung-Striebel smoother over several axes of one motion (north and east, say): the
 * best estimate at each of `times` from the measurements before and after it. How freely the motion may
 * change is chosen by likelihood, among constant velocity with white acceleration and constant acceleration
 * with white jerk: a straight flight is smoothed by all its measurements, a turning one is not cut short.
 *
 * @param axes measurements of each axis, ascending by time
 * @param times ascending
 * @return per axis, one value for each of `times`; empty for an axis without measurements
 */
std::vector<std::vector<SmoothedValue>> smoothMotion(const std::vector<std::vector<Measurement>>& axes,
                                                     const std::vector<double>& times);

}  // namespace sheen
