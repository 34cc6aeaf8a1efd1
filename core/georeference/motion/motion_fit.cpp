#include "motion/motion_fit.h"

#include <algorithm>
#include <cmath>

#include "base/median.h"
#include "base/square.h"
#include "camera/camera_model.h"
#include "geo/geodesy.h"

namespace sheen {

namespace {

constexpr std::size_t leastPairs = 4;
constexpr double leastAgreeingShare = 0.6;
constexpr double seaMetresPerSecond = 1;       // 1 sigma: what drifts and rolls on it
constexpr double axisDegreesPerSecond = 0.1;   // 1 sigma: against what is told of it
constexpr double smallestSpreadMetres = 0.05;  // of a pair's displacement
constexpr double outlierSpreads = 1.5;         // Huber's: from here on weights fall
constexpr double disagreeingSpreads = 6;
constexpr int mostRounds = 40;

/** Natural logarithm of the scale, so that half and twice are as far; degrees. */
using Adjustment = cv::Vec2d;
const Adjustment differences(1e-3, 0.05);
const Adjustment largestSteps(0.3, 20);

CameraModel adjusted(const PosedPicture& picture, const Adjustment& by)
{
    CameraPose pose = picture.pose;
    pose.bearingDegrees += by[1];
    CameraCalibration calibration = picture.calibration;
    calibration.focalScale *= std::exp(by[0]);
    return {pose, picture.size, calibration, picture.elevation};
}

/** Metres north and east that the ground seems to have moved between both frames; nothing where they do not
 * see the sea. */
std::optional<cv::Vec2d> displacement(const PosedMotion& motion, const Adjustment& by)
{
    const CameraModel first = adjusted(motion.first, by);
    const CameraModel second = adjusted(motion.second, by);
    cv::Vec3d sum;
    int points = 0;
    for (std::size_t i = 0; i < motion.firstPoints.size(); ++i) {
        const auto before = first.toEcefPoint(motion.firstPoints[i]);
        const auto after = second.toEcefPoint(motion.secondPoints[i]);
        if (!before || !after)
            continue;
        sum += *after - *before;
        ++points;
    }
    if (points == 0)
        return std::nullopt;
    const CameraPose& pose = motion.first.pose;
    const cv::Vec3d local =
        northEastDown({pose.latitudeDegrees, pose.longitudeDegrees}).t() * (sum * (1.0 / points));
    return cv::Vec2d(local[0], local[1]);
}

/** What a pair says near an adjustment. */
struct Equation
{
    cv::Vec2d metres;
    cv::Matx22d slopes;  //!< columns: by adjustment
    double seconds = 0;
    double slantMetres = 0;
    double weight = 1;
};

std::vector<Equation> equationsAt(const std::vector<PosedMotion>& motions, const Adjustment& at)
{
    std::vector<Equation> equations;
    for (const PosedMotion& motion : motions) {
        Equation equation;
        const auto here = displacement(motion, at);
        bool isWhole = here.has_value();
        for (int i = 0; isWhole && i < 2; ++i) {
            Adjustment beside = at;
            beside[i] += differences[i];
            const auto there = displacement(motion, beside);
            isWhole = there.has_value();
            if (!isWhole)
                break;
            const cv::Vec2d slope = (*there - *here) * (1 / differences[i]);
            equation.slopes(0, i) = slope[0];
            equation.slopes(1, i) = slope[1];
        }
        if (!isWhole)
            continue;
        equation.metres = *here;
        equation.seconds = std::abs(motion.second.timeSeconds - motion.first.timeSeconds);
        const CameraPose& pose = motion.first.pose;
        equation.slantMetres =
            pose.heightMetres / std::max(0.05, std::sin(pose.depressionDegrees * radiansPerDegree));
        equations.push_back(equation);
    }
    return equations;
}

double spreadOf(const std::vector<Equation>& equations)
{
    std::vector<double> lengths;
    for (const Equation& equation : equations)
        lengths.push_back(cv::norm(equation.metres));
    return std::max(smallestSpreadMetres, median(lengths) / 1.1774);  // of two normal axes
}

void weigh(std::vector<Equation>& equations)
{
    const double spread = spreadOf(equations);
    for (Equation& equation : equations)
        equation.weight = 1 / std::max(1.0, cv::norm(equation.metres) / spread / outlierSpreads);
}

/** The inverse of the normal matrix; nothing where the pairs do not tell both apart. */
std::optional<cv::Matx22d> inverseNormals(const std::vector<Equation>& equations)
{
    cv::Matx22d normals;
    for (const Equation& equation : equations)
        normals += equation.slopes.t() * equation.slopes * equation.weight;
    bool isRegular = false;
    const cv::Matx22d inverse = normals.inv(cv::DECOMP_LU, &isRegular);
    if (!isRegular || !std::isfinite(inverse(0, 0) + inverse(1, 1)))
        return std::nullopt;
    return inverse;
}

/** How far the fit moves when each pair's displacement is another by a vector of its own. */
template <typename VectorOf>
Adjustment response(const std::vector<Equation>& equations, const cv::Matx22d& inverse,
                    const VectorOf& vectorOf)
{
    cv::Vec2d sum;
    for (const Equation& equation : equations)
        sum += equation.slopes.t() * vectorOf(equation) * equation.weight;
    return inverse * sum;
}

/** Variances: what pairs differ by, and what they have in common. */
Adjustment variancesOf(const std::vector<Equation>& equations, const cv::Matx22d& inverse)
{
    Adjustment variances;
    for (int axis = 0; axis < 2; ++axis) {
        const Adjustment common = response(equations, inverse, [axis](const Equation& equation) {
            cv::Vec2d drift;
            drift[axis] =
                equation.seconds * std::hypot(seaMetresPerSecond,
                                              axisDegreesPerSecond * radiansPerDegree * equation.slantMetres);
            return drift;
        });
        variances += common.mul(common);
    }
    const double spread = square(spreadOf(equations));
    variances[0] += inverse(0, 0) * spread;
    variances[1] += inverse(1, 1) * spread;
    return variances;
}

int agreeing(const std::vector<Equation>& equations)
{
    const double spread = spreadOf(equations);
    return int(std::count_if(equations.begin(), equations.end(), [spread](const Equation& equation) {
        return cv::norm(equation.metres) < disagreeingSpreads * spread;
    }));
}

}  // namespace

std::optional<MotionFit> fitMotion(const std::vector<PosedMotion>& motions)
{
    Adjustment at;
    std::vector<Equation> equations;
    std::optional<cv::Matx22d> inverse;
    for (int round = 0; round < mostRounds; ++round) {
        equations = equationsAt(motions, at);
        if (equations.size() < leastPairs)
            return std::nullopt;
        weigh(equations);
        inverse = inverseNormals(equations);
        if (!inverse)
            return std::nullopt;
        Adjustment step =
            -response(equations, *inverse, [](const Equation& equation) { return equation.metres; });
        for (int i = 0; i < 2; ++i)
            step[i] = std::clamp(step[i], -largestSteps[i], largestSteps[i]);
        at += step;
        if (std::abs(step[0]) < 1e-5 && std::abs(step[1]) < 1e-3)
            break;
    }
    const Adjustment variances = variancesOf(equations, *inverse);
    MotionFit fit;
    fit.pairs = agreeing(equations);
    fit.scale = std::exp(at[0]);
    fit.scaleError = std::sqrt(variances[0]);
    fit.headingDegrees = std::remainder(at[1], 360.0);
    fit.headingErrorDegrees = std::sqrt(variances[1]);
    if (fit.pairs < int(leastPairs) || fit.pairs < leastAgreeingShare * double(motions.size()) ||
        !std::isfinite(fit.scale + fit.scaleError + fit.headingErrorDegrees))
        return std::nullopt;
    return fit;
}

}  // namespace sheen
