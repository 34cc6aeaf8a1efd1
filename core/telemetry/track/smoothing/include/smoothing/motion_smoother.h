#pragma once

#include <vector>

namespace sheen {

/** A quantity at a time, with the standard error and the rate of change that a smoother found. */
struct SmoothedValue
{
    double value = 0;
    double rate = 0;           //!< a second
    double variance = 0;       //!< of the value
    double roundingShare = 0;  //!< of the variance: one single rounding, uniform; the rest is normal

    /** Adds an error of its own. */
    void addVariance(double more)
    {
        if (more > 0)
            roundingShare *= variance / (variance + more);
        variance += more;
    }
};

/** A quantity as it was measured. */
struct Measurement
{
    double time = 0;  //!< seconds
    double value = 0;
    double variance = 0;
};

/** What is known of a motion where nothing is measured, 1 sigma. */
struct MotionBounds
{
    double rate = 0;          //!< a second, before anything was measured
    double acceleration = 0;  //!< a second squared, of a manoeuvre that nobody saw
};

/**
 * Kalman filter and Rauch-Tung-Striebel smoother over several axes of one motion (north and east, say): the
 * best estimate at each of `times` from the measurements before and after it. How freely the motion may
 * change is chosen by likelihood, among constant velocity with white acceleration and constant acceleration
 * with white jerk: a straight flight is smoothed by all its measurements, a turning one is not cut short.
 *
 * Where nothing was measured for long (3 s, and 4 times the usual distance), what the flight did elsewhere
 * says little: there an unseen manoeuvre of `bounds` is allowed for. In the middle of a gap of T seconds it
 * adds a T^2 / 32 (a turn to one side, back and on again), T seconds beyond the first or last measurement
 * a T^2 / 2.
 *
 * @param axes measurements of each axis, ascending by time
 * @param times ascending
 * @return per axis, one value for each of `times`; empty for an axis without measurements
 */
std::vector<std::vector<SmoothedValue>> smoothMotion(const std::vector<std::vector<Measurement>>& axes,
                                                     const std::vector<double>& times,
                                                     const MotionBounds& bounds);

}  // namespace sheen
