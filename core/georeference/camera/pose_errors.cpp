#include "camera/pose_errors.h"

#include <algorithm>
#include <array>
#include <cmath>

#include "base/square.h"
#include "geo/geodesy.h"

namespace sheen {

namespace {

/** One number of a pose with its standard error and the step by which it is differentiated. */
struct Uncertain
{
    double CameraPose::*value;
    double CameraPose::*error;
    double CameraPose::*roundingShare;  //!< none: all is taken as normal
    double step;  //!< in the value's unit; small against what bends the result, large against rounding
};

constexpr std::array uncertainNumbers = {
    Uncertain{&CameraPose::heightMetres, &CameraPose::heightErrorMetres, nullptr, 0.01},
    Uncertain{&CameraPose::bearingDegrees, &CameraPose::bearingErrorDegrees,
              &CameraPose::bearingRoundingShare, 1e-4},
    Uncertain{&CameraPose::depressionDegrees, &CameraPose::depressionErrorDegrees,
              &CameraPose::depressionRoundingShare, 1e-4},
    Uncertain{&CameraPose::horizontalFovDegrees, &CameraPose::fovErrorDegrees, &CameraPose::fovRoundingShare,
              1e-4},
};

/** North and east from one place to another near by, metres. */
cv::Vec2d northEastBetween(const GroundPoint& from, const GroundPoint& to)
{
    const DegreeLengths lengths(from.latitudeDegrees);
    const double east = longitudeNear(to.longitudeDegrees, from.longitudeDegrees) - from.longitudeDegrees;
    return {(to.latitudeDegrees - from.latitudeDegrees) * lengths.north, east * lengths.east};
}

/**
 * Radius of the circle that holds 95 % of a plane normal distribution, from the standard errors along its
 * axes: 1.96 of the larger for a line, 2.45 for a circle (Leenhouts 1985, On the computation of bi-normal
 * radial error; within 0.2 % of the integral).
 */
double radius95(double largerError, double smallerError)
{
    const double ratio = smallerError / largerError;
    return largerError * (1.960790 + ratio * (0.004071 + ratio * (0.114276 + ratio * 0.371625)));
}

/**
 * What is left of that radius where roundings, which never leave their step, are among the errors.
 *
 * @param flatness excess kurtosis as a share of that of one uniform error (-1.2): 0 all normal, 1 one
 * rounding
 *
 * Fitted to drawn sums of normal and uniform errors, along a line and in a plane; within 0.7 %. One rounding
 * alone: 1.645 standard errors in place of 1.960.
 */
double radiusShare(double flatness)
{
    return 1 - flatness * (0.09 + 0.067 * flatness);
}

/** Something before and after one number of the pose was moved, and standard errors per what it was moved. */
template <typename Value>
struct Difference
{
    Value before;
    Value after;
    double perStep = 0;
};

/** `look` may find nothing on one side (at the cut at the horizon): a one-sided difference then. */
template <typename Value, typename Look>
Difference<Value> differenceOf(const CameraModel& camera, const Uncertain& uncertain, const Value& here,
                               const Look& look)
{
    Difference<Value> difference{here, here, 0};
    const double error = camera.pose().*uncertain.error;
    if (!(error > 0))
        return difference;
    double length = 0;
    for (const double step : {-uncertain.step, uncertain.step}) {
        CameraPose moved = camera.pose();
        moved.*uncertain.value += step;
        if (const auto there =
                look(CameraModel(moved, camera.pictureSize(), camera.calibration(), camera.elevation()))) {
            (step < 0 ? difference.before : difference.after) = *there;
            length += uncertain.step;
        }
    }
    difference.perStep = length > 0 ? error / length : 0;
    return difference;
}

}  // namespace

std::optional<double> positionErrorMetres(const CameraModel& camera, cv::Point2d pixel)
{
    const std::optional<GroundPoint> centre = camera.toGround(pixel);
    if (!centre)
        return {};
    const CameraPose& pose = camera.pose();
    const double own = pose.horizontalErrorMetres * pose.horizontalErrorMetres;
    cv::Matx22d covariance(own, 0, 0, own);
    double flatness = square(own * pose.horizontalRoundingShare);
    for (const Uncertain& uncertain : uncertainNumbers) {
        const Difference<GroundPoint> moved = differenceOf<GroundPoint>(
            camera, uncertain, *centre, [pixel](const CameraModel& other) { return other.toGround(pixel); });
        const cv::Vec2d effect = northEastBetween(moved.before, moved.after) * moved.perStep;
        covariance += effect * effect.t();
        if (uncertain.roundingShare)
            flatness += square(effect.dot(effect) * pose.*uncertain.roundingShare);
    }
    const double mean = (covariance(0, 0) + covariance(1, 1)) / 2;
    const double spread = std::hypot((covariance(0, 0) - covariance(1, 1)) / 2, covariance(0, 1));
    const double larger = mean + spread;
    if (larger <= 0)
        return 0;
    return radius95(std::sqrt(larger), std::sqrt(std::max(mean - spread, 0.0))) *
           radiusShare(std::min(1.0, flatness / square(larger)));
}

std::optional<double> areaErrorShare(const CameraModel& camera, cv::Point2d pixel)
{
    const std::optional<double> distance = camera.groundSampleDistance(pixel);
    if (!distance)
        return {};
    double variance = 0;
    for (const Uncertain& uncertain : uncertainNumbers) {
        const Difference<double> moved = differenceOf<double>(
            camera, uncertain, *distance,
            [pixel](const CameraModel& other) { return other.groundSampleDistance(pixel); });
        const double effect = 2 * (moved.after - moved.before) / *distance * moved.perStep;
        variance += effect * effect;
    }
    return std::sqrt(variance);
}

}  // namespace sheen
