#include "smoothing/courses.h"

#include <algorithm>
#include <cmath>

#include "base/median.h"
#include "base/square.h"

namespace sheen {

namespace {

/** What was measured, in order of time; of an axis that was filled in throughout, all of it. */
std::vector<Measurement> measurementsOf(const Samples& samples)
{
    const bool anyMeasured =
        std::any_of(samples.begin(), samples.end(), [](const Sample& sample) { return sample.measured; });
    std::vector<Measurement> axis;
    for (const Sample& sample : samples) {
        if (sample.measured || !anyMeasured)
            axis.push_back(sample.measurement);
    }
    std::stable_sort(axis.begin(), axis.end(),
                     [](const Measurement& a, const Measurement& b) { return a.time < b.time; });
    return axis;
}

void addRounding(std::vector<SmoothedValue>& course, const std::vector<Measurement>& measurements,
                 const Rounding& rounding)
{
    if (rounding.variance <= 0 || measurements.empty())
        return;
    std::vector<double> distances = {0};
    std::vector<double> variances = {measurements.front().variance};
    for (std::size_t i = 1; i < measurements.size(); ++i) {
        distances.push_back(measurements[i].time - measurements[i - 1].time);
        variances.push_back(measurements[i].variance);
    }
    const double distance = median(distances);
    const double variance = median(variances);
    for (SmoothedValue& value : course) {
        const double averaged = std::max(1.0, variance / std::max(value.variance, 1e-12));
        const double moved =
            std::max(std::abs(value.rate), rounding.leastRate) * distance / std::max(rounding.step, 1e-12);
        const double steps = (averaged - 1) * std::min(1.0, moved);
        const double independent = std::min(averaged, 1 + 10 * steps * steps);
        if (value.variance > rounding.variance / independent)
            continue;
        value.variance = rounding.variance / independent;
        value.roundingShare = 1 / std::sqrt(independent);  // as flat as the mean of so many roundings is
    }
}

}  // namespace

std::vector<std::vector<SmoothedValue>> smoothedCourses(const std::vector<Samples>& axes,
                                                        const std::vector<double>& times,
                                                        const MotionBounds& bounds,
                                                        const std::vector<Rounding>& roundings)
{
    std::vector<std::vector<Measurement>> measurements;
    for (const Samples& samples : axes)
        measurements.push_back(measurementsOf(samples));
    std::vector<std::vector<SmoothedValue>> courses = smoothMotion(measurements, times, bounds);
    for (std::size_t axis = 0; axis < axes.size(); ++axis)
        addRounding(courses[axis], measurements[axis], roundings[axis]);
    return courses;
}

std::vector<std::vector<SmoothedValue>> displayedCourses(const std::vector<Samples>& axes,
                                                         const std::vector<double>& times,
                                                         const MotionBounds& bounds,
                                                         const std::vector<Rounding>& roundings,
                                                         double refreshSeconds)
{
    std::vector<std::vector<SmoothedValue>> courses = smoothedCourses(axes, times, bounds, roundings);
    for (std::size_t axis = 0; axis < axes.size(); ++axis) {
        for (const Sample& sample : axes[axis]) {
            SmoothedValue& value = courses[axis][sample.frame];
            const double age = square(value.rate * refreshSeconds) / 3;
            if (sample.measured) {
                value.variance = sample.measurement.variance;
                value.roundingShare = 1;
                value.addVariance(age);
            } else {
                value.addVariance(square(sample.measurement.value - value.value));
            }
            value.value = sample.measurement.value;
        }
    }
    return courses;
}

}  // namespace sheen
