#include "camera/tie_fit.h"

#include <array>
#include <cmath>

#include "geo/geodesy.h"

namespace sheen {

namespace {

constexpr int valueCount = 4;  //!< pan, tilt, roll in degrees; focal scale
constexpr double markPixels = 2;
constexpr int mostSteps = 30;

struct Unknown
{
    double CameraCalibration::*value;
    double deviation;  //!< from where it starts, as is usual
    double step;       //!< of the derivative
};
constexpr std::array<Unknown, valueCount> theUnknowns = {{
    {&CameraCalibration::boresightPanDegrees, 5, 1e-4},
    {&CameraCalibration::boresightTiltDegrees, 5, 1e-4},
    {&CameraCalibration::boresightRollDegrees, 2, 1e-4},
    {&CameraCalibration::focalScale, 0.05, 1e-6},
}};

CameraModel cameraAt(const TiePoint& point, const CameraCalibration& calibration)
{
    return CameraModel(point.pose, point.pictureSize, calibration, point.elevation);
}

std::optional<std::vector<cv::Point2d>> allSeenAt(const std::vector<TiePoint>& points,
                                                  const CameraCalibration& calibration)
{
    std::vector<cv::Point2d> pixels;
    for (const TiePoint& point : points) {
        const auto pixel = cameraAt(point, calibration).toPixel(point.ground);
        if (!pixel)
            return std::nullopt;
        pixels.push_back(*pixel);
    }
    return pixels;
}

std::vector<TieResidual> residualsOf(const std::vector<TiePoint>& points,
                                     const CameraCalibration& calibration)
{
    std::vector<TieResidual> residuals;
    for (const TiePoint& point : points)
        residuals.push_back(tieResidual(point, calibration).value_or(TieResidual()));
    return residuals;
}

using Normal = cv::Matx<double, valueCount, valueCount>;
using Step = cv::Vec<double, valueCount>;
using Followed = std::array<bool, valueCount>;

/** The normal equations about a calibration, with what is usual as further observations. */
struct Equations
{
    Normal matrix = Normal::zeros();
    Step right = Step::all(0);
};

std::optional<Equations> equationsAt(const std::vector<TiePoint>& points, const CameraCalibration& start,
                                     const CameraCalibration& now, const Followed& followed)
{
    const auto seen = allSeenAt(points, now);
    if (!seen)
        return std::nullopt;
    std::array<std::vector<cv::Point2d>, valueCount> derivatives;
    for (std::size_t u = 0; u < valueCount; ++u) {
        CameraCalibration moved = now;
        moved.*theUnknowns[u].value += theUnknowns[u].step;
        const auto there = allSeenAt(points, moved);
        if (!there)
            return std::nullopt;
        for (std::size_t i = 0; i < points.size(); ++i)
            derivatives[u].push_back(((*there)[i] - (*seen)[i]) / theUnknowns[u].step);
    }
    Equations equations;
    constexpr double weight = 1 / (markPixels * markPixels);
    for (std::size_t i = 0; i < points.size(); ++i) {
        const cv::Point2d missing = points[i].pixel - (*seen)[i];
        for (int a = 0; a < valueCount; ++a) {
            const cv::Point2d& slopeA = derivatives[std::size_t(a)][i];
            equations.right[a] += weight * slopeA.dot(missing);
            for (int b = 0; b < valueCount; ++b)
                equations.matrix(a, b) += weight * slopeA.dot(derivatives[std::size_t(b)][i]);
        }
    }
    for (int a = 0; a < valueCount; ++a) {
        const Unknown& unknown = theUnknowns[std::size_t(a)];
        const double usual = 1 / (unknown.deviation * unknown.deviation);
        equations.matrix(a, a) += usual;
        equations.right[a] += usual * (start.*unknown.value - now.*unknown.value);
    }
    for (int a = 0; a < valueCount; ++a) {
        if (followed[std::size_t(a)])
            continue;
        equations.right[a] = 0;
        for (int b = 0; b < valueCount; ++b)
            equations.matrix(a, b) = equations.matrix(b, a) = a == b;
    }
    return equations;
}

}  // namespace

TieUnknowns unknownsToldBy(const std::vector<TiePoint>& points)
{
    constexpr double apart = 0.05;
    cv::Point2d middle;
    double meanSquare = 0;
    for (const TiePoint& point : points)
        middle += point.pixel * (1.0 / double(points.size()));
    double width = 0;
    for (const TiePoint& point : points) {
        const cv::Point2d from = point.pixel - middle;
        meanSquare += from.dot(from) / double(points.size());
        width = std::max(width, double(point.pictureSize.width));
    }
    const bool lieApart = std::sqrt(meanSquare) > apart * width;
    return {true, true, points.size() >= 2 && lieApart, points.size() >= 3 && lieApart};
}

std::optional<TieResidual> tieResidual(const TiePoint& point, const CameraCalibration& calibration)
{
    const CameraModel camera = cameraAt(point, calibration);
    const auto pixel = camera.toPixel(point.ground);
    const auto ground = camera.toGround(point.pixel);
    if (!pixel || !ground)
        return std::nullopt;
    return TieResidual{*pixel - point.pixel, cv::norm(toEcef(*ground) - toEcef(point.ground))};
}

std::optional<TieFit> fitBoresight(const std::vector<TiePoint>& points, const CameraCalibration& start,
                                   const TieUnknowns& unknowns)
{
    if (points.empty())
        return std::nullopt;
    TieFit fit;
    fit.calibration = start;
    const Followed followed = {unknowns.pan, unknowns.tilt, unknowns.roll, unknowns.focalScale};
    std::optional<Equations> equations = equationsAt(points, start, start, followed);
    for (int step = 0; equations && step < mostSteps; ++step) {
        const Step change = equations->matrix.solve(equations->right, cv::DECOMP_CHOLESKY);
        double largest = 0;
        for (int a = 0; a < valueCount; ++a) {
            fit.calibration.*theUnknowns[std::size_t(a)].value += change[a];
            largest = std::max(largest, std::abs(change[a]) / theUnknowns[std::size_t(a)].deviation);
        }
        equations = equationsAt(points, start, fit.calibration, followed);
        if (largest < 1e-8)
            break;
    }
    if (!equations)
        return std::nullopt;
    const Normal covariance = equations->matrix.inv(cv::DECOMP_CHOLESKY);
    const auto error = [&](int a) { return followed[std::size_t(a)] ? std::sqrt(covariance(a, a)) : 0; };
    fit.panErrorDegrees = error(0);
    fit.tiltErrorDegrees = error(1);
    fit.rollErrorDegrees = error(2);
    fit.focalScaleError = error(3);
    fit.before = residualsOf(points, start);
    fit.after = residualsOf(points, fit.calibration);
    return fit;
}

}  // namespace sheen
