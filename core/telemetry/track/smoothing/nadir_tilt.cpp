#include "smoothing/nadir_tilt.h"

#include <algorithm>
#include <cmath>

#include "geo/geodesy.h"
#include "tilt_bound.h"

namespace sheen {

namespace {

constexpr double significant = 3;  // standard errors

/** From north and east to ahead and right. */
cv::Matx22d towardsHeading(double degrees)
{
    const double sine = std::sin(degrees * radiansPerDegree);
    const double cosine = std::cos(degrees * radiansPerDegree);
    return {cosine, sine, -sine, cosine};
}

/** How far the displayed places lie from those that a tilt alone would give, mean of the squares. */
double scatterAbout(const cv::Vec2d& tilt, const std::vector<NadirFrame>& frames)
{
    double squares = 0;
    for (const NadirFrame& frame : frames) {
        const cv::Vec2d left =
            frame.off - towardsHeading(frame.headingDegrees).t() * (frame.heightMetres * tilt);
        squares += left.dot(left);
    }
    return squares / double(frames.size());
}

}  // namespace

NadirTilt nadirTilt(const std::vector<NadirFrame>& frames, const cv::Vec2d& steps, double singleVariance)
{
    if (frames.empty())
        return {0, 0, singleVariance};
    TiltBound north(steps[0]), east(steps[1]);
    cv::Vec2d sum;
    double height = 0;
    for (const NadirFrame& frame : frames) {
        north.add(frame.aircraft[0], frame.off[0]);
        east.add(frame.aircraft[1], frame.off[1]);
        sum += towardsHeading(frame.headingDegrees) * frame.off;
        height += std::max(1.0, frame.heightMetres);
    }
    // Both places are rounded: two uniform errors, each anew once the aircraft has flown a step.
    const double rounding = steps.dot(steps) / 6;
    const double own = steps[0] * steps[0] / 6 / north.independentFrames() +
                       steps[1] * steps[1] / 6 / east.independentFrames();
    const cv::Vec2d mean = sum / double(frames.size());
    if (mean.dot(mean) <= significant * significant * own)
        return {0, 0, std::min(singleVariance, north.variance() + east.variance())};
    const cv::Vec2d tilt = sum / height;
    const double moving = std::max(0.0, scatterAbout(tilt, frames) - rounding);
    return {tilt[0], tilt[1], own + moving};
}

}  // namespace sheen
