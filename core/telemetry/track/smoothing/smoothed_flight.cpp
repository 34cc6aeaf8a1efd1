#include "smoothing/smoothed_flight.h"

#include <algorithm>
#include <cmath>

#include "base/median.h"
#include "base/square.h"
#include "geo/angles.h"
#include "geo/geodesy.h"
#include "position_course.h"

namespace sheen {

namespace {

using F = OverlayField;

constexpr double steepestObliqueDegrees =
    85;  //!< steeper than this, a display in whole steps means straight down

// 1 sigma: an aircraft climbs and turns, an operator slews the turret.
constexpr MotionBounds heightBounds = {10, 0.5};
constexpr MotionBounds headingBounds = {3, 1};
constexpr MotionBounds bearingBounds = {10, 1};
constexpr MotionBounds rangeBounds = {100, 5};

constexpr auto bothPlaces = {F::PlatformLatitude, F::PlatformLongitude, F::TargetLatitude,
                             F::TargetLongitude};

/** 0 without samples. */
double usualVariance(const Samples& samples)
{
    std::vector<double> variances;
    for (const Sample& sample : samples)
        variances.push_back(sample.measurement.variance);
    return variances.empty() ? 0 : median(std::move(variances));
}

/** A mean of several readings of one thing, each weighted by its variance. */
struct WeightedMean
{
    double sum = 0;
    double weight = 0;

    void add(double value, double variance)
    {
        sum += value / variance;
        weight += 1 / variance;
    }
    double mean() const { return sum / weight; }
};

class FlightSmoother
{
public:
    explicit FlightSmoother(const DisplayedFlight& displayedFlight)
        : displayed(displayedFlight), position(positionCourse(displayedFlight))
    {}
    SmoothedFlight smooth();

private:
    double step(F field) const { return displayed.step(field); }
    Samples samplesOf(F field, double leastVariance) const;
    std::vector<SmoothedValue> anglesOverTime(Samples samples, const MotionBounds& bounds,
                                              const Rounding& rounding) const;
    cv::Vec2d towardsTarget(std::size_t at) const;
    void addLook(std::size_t at, Samples& bearings, Samples& ranges) const;
    void addSlantRange(std::size_t at, WeightedMean& range) const;
    void smoothLook();
    void findStraightDown();
    void findTilt(double singleVariance);
    double heightAbove(std::size_t at) const
    {
        return flight.height[at].value - displayed.record(at).seaLevelMetres;
    }
    cv::Vec2d targetStepsMetres() const;

    const DisplayedFlight& displayed;
    const PositionCourse position;
    SmoothedFlight flight;
};

/** What was displayed of one field, at the instants from which it was shown. */
Samples FlightSmoother::samplesOf(F field, double leastVariance) const
{
    Samples samples;
    const double variance = leastVariance + square(step(field)) / 12;
    for (std::size_t i = 0; i < displayed.size(); ++i) {
        if (displayed.isUsed(i, field) && !position.ages[i].repeats)
            samples.push_back(
                {i,
                 {displayed.times()[i] - position.ages[i].seconds, displayed.value(i, field), variance},
                 displayed.areMeasured(i, {field})});
    }
    return samples;
}

std::vector<SmoothedValue> FlightSmoother::anglesOverTime(Samples samples, const MotionBounds& bounds,
                                                          const Rounding& rounding) const
{
    if (samples.empty())
        return {};
    for (std::size_t i = 1; i < samples.size(); ++i) {
        const double before = samples[i - 1].measurement.value;
        double& value = samples[i].measurement.value;
        value = before + shortestTurn(before, value);
    }
    return displayed.overTime({samples}, bounds, {rounding})[0];
}

/** Metres north and east from the displayed aircraft to the displayed target. */
cv::Vec2d FlightSmoother::towardsTarget(std::size_t at) const
{
    const double latitude = displayed.value(at, F::PlatformLatitude);
    const double longitude = displayed.value(at, F::PlatformLongitude);
    const double targetLatitude = displayed.value(at, F::TargetLatitude);
    const DegreeLengths lengths((latitude + targetLatitude) / 2);
    const double targetLongitude = longitudeNear(displayed.value(at, F::TargetLongitude), longitude);
    return {(targetLatitude - latitude) * lengths.north, (targetLongitude - longitude) * lengths.east};
}

/** What one frame tells of the direction and the distance to the target. */
void FlightSmoother::addLook(std::size_t at, Samples& bearings, Samples& ranges) const
{
    WeightedMean bearing, range;
    double base = 0;  // the mean of angles is taken beside one of them
    bool measured = false;
    if (displayed.areUsed(at, bothPlaces)) {
        const cv::Vec2d off = towardsTarget(at);
        const double ground = cv::norm(off);
        const DegreeLengths lengths(displayed.value(at, F::PlatformLatitude));
        // Both ends are rounded: two uniform errors in each direction.
        const double variance = 0.02 + (square(step(F::PlatformLatitude) * lengths.north) +
                                        square(step(F::TargetLatitude) * lengths.north) +
                                        square(step(F::PlatformLongitude) * lengths.east) +
                                        square(step(F::TargetLongitude) * lengths.east)) /
                                           24;
        base = std::atan2(off[1], off[0]) / radiansPerDegree;
        const double inDegrees = variance / std::max(1.0, square(ground)) / square(radiansPerDegree);
        bearing.add(0, inDegrees + 1e-4);
        range.add(ground, variance);
        measured = displayed.areMeasured(at, bothPlaces);
    }
    if (displayed.isUsed(at, F::TargetBearing)) {
        const double shown = displayed.value(at, F::TargetBearing);
        if (bearing.weight == 0)
            base = shown;
        bearing.add(shortestTurn(base, shown), 1e-4 + square(step(F::TargetBearing)) / 12);
        measured = measured || displayed.areMeasured(at, {F::TargetBearing});
    }
    addSlantRange(at, range);
    const double time = displayed.times()[at] - position.ages[at].seconds;
    if (bearing.weight > 0)
        bearings.push_back({at, {time, base + bearing.mean(), 1 / bearing.weight}, measured});
    if (range.weight > 0)
        ranges.push_back({at, {time, range.mean(), 1 / range.weight}, measured});
}

void FlightSmoother::addSlantRange(std::size_t at, WeightedMean& range) const
{
    if (!displayed.isUsed(at, F::SlantRange) || flight.height.empty())
        return;
    const double slant = displayed.value(at, F::SlantRange);
    const double above = heightAbove(at);
    if (slant <= above)
        return;
    const double ground = std::sqrt(square(slant) - square(above));
    range.add(ground, (square(step(F::SlantRange)) / 12 + 1) * square(slant / std::max(1.0, ground)));
}

void FlightSmoother::smoothLook()
{
    Samples bearings, ranges;
    for (std::size_t i = 0; i < displayed.size(); ++i) {
        if (!position.ages[i].repeats)
            addLook(i, bearings, ranges);
    }
    const DegreeLengths lengths(flight.originLatitude);
    const double stepMetres = step(F::TargetLatitude) * lengths.north;
    const double rangeVariance = usualVariance(ranges);
    // The positions that it comes from round anew with each step that the aircraft moves.
    const Rounding rangeRounding = {rangeVariance, stepMetres > 0 ? stepMetres : step(F::SlantRange),
                                    position.usualSpeed()};
    if (!ranges.empty())
        flight.groundRange = displayed.overTime({ranges}, rangeBounds, {rangeRounding})[0];
    const Rounding bearingRounding = {usualVariance(bearings), step(F::TargetBearing), 0};
    flight.bearing = anglesOverTime(std::move(bearings), bearingBounds, bearingRounding);
    findStraightDown();
    findTilt(rangeVariance);
}

cv::Vec2d FlightSmoother::targetStepsMetres() const
{
    const DegreeLengths lengths(flight.originLatitude);
    return {step(F::TargetLatitude) * lengths.north, step(F::TargetLongitude) * lengths.east};
}

void FlightSmoother::findStraightDown()
{
    flight.straightDown.assign(displayed.size(), false);
    if (flight.groundRange.empty() || flight.height.empty())
        return;
    const cv::Vec2d steps = targetStepsMetres();
    const double stepMetres = std::max(steps[0], steps[1]);
    for (std::size_t i = 0; i < displayed.size(); ++i) {
        const double ground = flight.groundRange[i].value;
        const double depression = std::atan2(std::max(1.0, heightAbove(i)), ground) / radiansPerDegree;
        flight.straightDown[i] = ground < 2 * stepMetres ||
                                 (depression > steepestObliqueDegrees && ground < 4 * stepMetres) ||
                                 depression > 89;
    }
}

void FlightSmoother::findTilt(double singleVariance)
{
    std::vector<NadirFrame> frames;
    for (std::size_t i = 0; i < displayed.size(); ++i) {
        if (flight.straightDown[i] && !position.ages[i].repeats && !flight.heading.empty() &&
            displayed.areMeasured(i, bothPlaces))
            frames.push_back({{flight.north[i].value, flight.east[i].value},
                              towardsTarget(i),
                              flight.heading[i].value,
                              heightAbove(i)});
    }
    const DegreeLengths lengths(flight.originLatitude);
    const cv::Vec2d steps = targetStepsMetres();
    flight.nadirTilt = nadirTilt(frames,
                                 {std::max(steps[0], step(F::PlatformLatitude) * lengths.north),
                                  std::max(steps[1], step(F::PlatformLongitude) * lengths.east)},
                                 singleVariance);
}

SmoothedFlight FlightSmoother::smooth()
{
    const auto roundingOf = [this](F field) { return Rounding{square(step(field)) / 12, step(field), 0}; };
    flight.originLatitude = position.originLatitude;
    flight.originLongitude = position.originLongitude;
    flight.steps = displayed.steps();
    flight.north = position.north;
    flight.east = position.east;
    if (const Samples heights = samplesOf(F::PlatformAltitude, 0.01); !heights.empty())
        flight.height = displayed.overTime({heights}, heightBounds, {roundingOf(F::PlatformAltitude)})[0];
    flight.heading =
        anglesOverTime(samplesOf(F::PlatformHeading, 1e-4), headingBounds, roundingOf(F::PlatformHeading));
    smoothLook();
    // What all ages err by together shifts the whole course along itself; no averaging takes that away.
    for (auto* course :
         {&flight.north, &flight.east, &flight.height, &flight.heading, &flight.bearing, &flight.groundRange})
        for (SmoothedValue& value : *course)
            value.addVariance(square(value.rate) * position.commonAgeVariance);
    return std::move(flight);
}

}  // namespace

SmoothedFlight smoothFlight(const std::vector<TelemetryRecord>& records, const std::vector<double>& times,
                            const TrackSettings& settings)
{
    return FlightSmoother(DisplayedFlight(records, times, settings)).smooth();
}

}  // namespace sheen
