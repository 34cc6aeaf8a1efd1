#include "core/georeference/footprint.h"

#include <algorithm>
#include <array>
#include <cmath>

#include "core/data/geodesy.h"
#include "core/data/visible_part.h"

namespace sheen {

namespace {

/** One number of a pose with its standard error and the step by which it is differentiated. */
struct Uncertain
{
    double CameraPose::*value;
    double CameraPose::*error;
    double step;  //!< in the value's unit; small against what bends the result, large against rounding
};

constexpr std::array uncertainAngles = {
    Uncertain{&CameraPose::heightMetres, &CameraPose::heightErrorMetres, 0.01},
    Uncertain{&CameraPose::bearingDegrees, &CameraPose::bearingErrorDegrees, 1e-4},
    Uncertain{&CameraPose::depressionDegrees, &CameraPose::depressionErrorDegrees, 1e-4},
    Uncertain{&CameraPose::horizontalFovDegrees, &CameraPose::fovErrorDegrees, 1e-4},
};

/** North and east from one place to another near by, metres. */
cv::Vec2d northEastBetween(const GroundPoint& from, const GroundPoint& to)
{
    const double sine = std::sin(from.latitudeDegrees * radiansPerDegree);
    const double root = std::sqrt(1 - wgs84::eccentricitySquared * sine * sine);
    const double alongMeridian =
        wgs84::semiMajorMetres * (1 - wgs84::eccentricitySquared) / (root * root * root);
    const double alongParallel =
        wgs84::semiMajorMetres / root * std::cos(from.latitudeDegrees * radiansPerDegree);
    const double east = longitudeNear(to.longitudeDegrees, from.longitudeDegrees) - from.longitudeDegrees;
    return {(to.latitudeDegrees - from.latitudeDegrees) * radiansPerDegree * alongMeridian,
            east * radiansPerDegree * alongParallel};
}

/**
 * Radius of the circle that holds 95 % of a plane normal distribution, from the standard errors along its
 * axes: 1.96 of the larger for a line, 2.45 for a circle (Leenhouts 1985, On the computation of bi-normal
 * radial error; within 0.2 % of the integral).
 */
double radius95(double largerError, double smallerError)
{
    if (largerError <= 0)
        return 0;
    const double ratio = smallerError / largerError;
    return largerError * (1.960790 + ratio * (0.004071 + ratio * (0.114276 + ratio * 0.371625)));
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
    for (const Uncertain& uncertain : uncertainAngles) {
        const double error = pose.*uncertain.error;
        if (!(error > 0))
            continue;
        std::array<GroundPoint, 2> ends = {*centre, *centre};
        double length = 0;
        for (std::size_t i = 0; i < 2; ++i) {
            CameraPose moved = pose;
            moved.*uncertain.value += i == 0 ? -uncertain.step : uncertain.step;
            // At the cut only one side has ground: a one-sided difference then.
            if (const auto end =
                    CameraModel(moved, camera.pictureSize(), camera.calibration()).toGround(pixel)) {
                ends[i] = *end;
                length += uncertain.step;
            }
        }
        if (length == 0)
            continue;
        const cv::Vec2d effect = northEastBetween(ends[0], ends[1]) * (error / length);
        covariance += effect * effect.t();
    }
    const double mean = (covariance(0, 0) + covariance(1, 1)) / 2;
    const double spread = std::hypot((covariance(0, 0) - covariance(1, 1)) / 2, covariance(0, 1));
    return radius95(std::sqrt(mean + spread), std::sqrt(std::max(mean - spread, 0.0)));
}

Footprint footprintOf(const CameraModel& camera)
{
    const VisiblePart part =
        visiblePart(camera.activePicture(), [&](cv::Point2d pixel) { return camera.toGround(pixel); });
    Footprint footprint;
    footprint.cutAtHorizon = part.cut;
    for (const cv::Point2d& pixel : part.outline) {
        if (std::optional<GroundPoint> ground = camera.toGround(pixel)) {
            if (!footprint.outline.empty())
                ground->longitudeDegrees =
                    longitudeNear(ground->longitudeDegrees, footprint.outline.back().longitudeDegrees);
            footprint.outline.push_back(*ground);
        }
    }
    if (footprint.outline.size() < 3) {
        footprint.outline.clear();
        return footprint;
    }
    footprint.areaSquareMetres = groundArea(GroundPolygon{footprint.outline});
    footprint.groundSampleDistanceMetres = camera.groundSampleDistance(part.centre).value_or(0);
    footprint.positionErrorMetres = positionErrorMetres(camera, part.centre).value_or(0);
    return footprint;
}

}  // namespace sheen
