#include "position_course.h"

#include <algorithm>
#include <cmath>
#include <opencv2/core.hpp>
#include <optional>

#include "base/median.h"
#include "base/square.h"
#include "geo/geodesy.h"

namespace sheen {

namespace {

using F = OverlayField;

constexpr MotionBounds positionBounds = {100, 4};  // 1 sigma: an aircraft banks

Rounding roundingOf(double step)
{
    return {square(step) / 12, step, 0};
}

class PositionSmoother
{
public:
    explicit PositionSmoother(const DisplayedFlight& displayedFlight) : flight(displayedFlight) {}
    PositionCourse smooth();

private:
    bool isPlaced(std::size_t at) const
    {
        return flight.areUsed(at, {F::PlatformLatitude, F::PlatformLongitude});
    }
    double displayedSpeed() const;
    bool findOrigin();
    cv::Vec2d displayedPlace(std::size_t at) const;
    double speedAt(std::size_t at) const;
    void smoothPosition();
    bool sharpenAges();
    double oldestFreshest(const std::vector<double>& seen, std::vector<double> ages) const;

    const DisplayedFlight& flight;
    PositionCourse course;
};

/** From places a few seconds apart, metres a second: what a late display adds to single ones counts little.
 */
double PositionSmoother::displayedSpeed() const
{
    constexpr double apartSeconds = 3;
    std::vector<double> speeds;
    std::optional<std::size_t> before;
    for (std::size_t i = 0; i < flight.size(); ++i) {
        if (!isPlaced(i) || (before && flight.times()[i] - flight.times()[*before] < apartSeconds))
            continue;
        if (before)
            speeds.push_back(cv::norm(displayedPlace(i) - displayedPlace(*before)) /
                             (flight.times()[i] - flight.times()[*before]));
        before = i;
    }
    return speeds.empty() ? 0 : median(speeds);
}

bool PositionSmoother::findOrigin()
{
    for (std::size_t i = 0; i < flight.size(); ++i) {
        if (!isPlaced(i))
            continue;
        course.originLatitude = flight.value(i, F::PlatformLatitude);
        course.originLongitude = flight.value(i, F::PlatformLongitude);
        return true;
    }
    return false;
}

/** Metres north and east of the origin, in lengths of its degrees. */
cv::Vec2d PositionSmoother::displayedPlace(std::size_t at) const
{
    const DegreeLengths lengths(course.originLatitude);
    const double longitude = longitudeNear(flight.value(at, F::PlatformLongitude), course.originLongitude);
    return {(flight.value(at, F::PlatformLatitude) - course.originLatitude) * lengths.north,
            (longitude - course.originLongitude) * lengths.east};
}

double PositionSmoother::speedAt(std::size_t at) const
{
    return std::hypot(course.north[at].rate, course.east[at].rate);
}

void PositionSmoother::smoothPosition()
{
    Samples northward, eastward;
    const double displayed = course.north.empty() ? displayedSpeed() : 0;
    for (std::size_t i = 0; i < flight.size(); ++i) {
        const DisplayAge& age = course.ages[i];
        if (!isPlaced(i) || age.repeats)
            continue;
        const double speed = course.north.empty() ? displayed : speedAt(i);
        const double leastVariance = 0.01 + square(speed) * age.variance / 2;
        // Degrees of longitude change their length with latitude: a step is what is smoothed, in degrees of
        // the origin's length.
        const DegreeLengths lengths(flight.value(i, F::PlatformLatitude));
        const cv::Vec2d place = displayedPlace(i);
        const double time = flight.times()[i] - age.seconds;
        const bool measured = flight.areMeasured(i, {F::PlatformLatitude, F::PlatformLongitude});
        const auto variance = [&](F field, double length) {
            return leastVariance + square(flight.step(field) * length) / 12;
        };
        northward.push_back({i, {time, place[0], variance(F::PlatformLatitude, lengths.north)}, measured});
        eastward.push_back({i, {time, place[1], variance(F::PlatformLongitude, lengths.east)}, measured});
    }
    const DegreeLengths lengths(course.originLatitude);
    auto courses = flight.overTime({northward, eastward}, positionBounds,
                                   {roundingOf(flight.step(F::PlatformLatitude) * lengths.north),
                                    roundingOf(flight.step(F::PlatformLongitude) * lengths.east)});
    course.north = std::move(courses[0]);
    course.east = std::move(courses[1]);
}

/** How far the displayed places lie behind the smoothed path says how old the display was. */
bool PositionSmoother::sharpenAges()
{
    const DegreeLengths lengths(course.originLatitude);
    const double stepMetres = std::max(flight.step(F::PlatformLatitude) * lengths.north,
                                       flight.step(F::PlatformLongitude) * lengths.east);
    std::vector<double> behind, seen;
    std::vector<std::size_t> members;
    std::vector<DisplayAge> sharpened;
    for (std::size_t i = 0; i < flight.size(); ++i) {
        if (!isPlaced(i))
            continue;
        if (speedAt(i) < 5)
            return false;
        const cv::Vec2d off = displayedPlace(i) - cv::Vec2d(course.north[i].value, course.east[i].value);
        behind.push_back(-off.dot({course.north[i].rate, course.east[i].rate}) / square(speedAt(i)));
        members.push_back(i);
        seen.push_back(flight.times()[i]);
        sharpened.push_back(course.ages[i]);
    }
    if (members.empty())
        return false;
    const double doubtSeconds = stepMetres / std::sqrt(12.0) / course.usualSpeed();
    if (!sheen::sharpenAges(sharpened, behind, doubtSeconds, flight.period()))
        return false;
    std::vector<double> seconds;
    for (std::size_t i = 0; i < members.size(); ++i) {
        course.ages[members[i]] = sharpened[i];
        seconds.push_back(sharpened[i].seconds);
    }
    course.commonAgeVariance = square(doubtSeconds) + square(oldestFreshest(seen, seconds)) / 3;
    return true;
}

/**
 * The freshest may itself be as old as what is left of a period beyond the oldest; and a path that follows
 * the ages instead of the aircraft leaves little of them. No value is displayed for longer than a period: a
 * few old ones say as much as many, and three of them are no chance.
 */
double PositionSmoother::oldestFreshest(const std::vector<double>& seen, std::vector<double> ages) const
{
    constexpr std::ptrdiff_t witnesses = 3;
    const auto count = static_cast<std::ptrdiff_t>(ages.size());
    const auto oldest =
        ages.begin() + std::max(static_cast<std::ptrdiff_t>(0.9 * double(count - 1)), count - witnesses);
    std::nth_element(ages.begin(), oldest, ages.end());
    return std::min(std::max(0.0, flight.period() - *oldest), oldestFreshestSeconds(seen, flight.period()));
}

PositionCourse PositionSmoother::smooth()
{
    if (flight.isSmoothing())
        course.ages = displayAges(flight.times(), flight.changes(), flight.period());
    else
        course.ages.resize(flight.size());
    if (!findOrigin())
        return std::move(course);
    smoothPosition();
    if (!flight.isSmoothing())
        return std::move(course);
    int sharpened = 0;
    for (; sharpened < 3 && sharpenAges(); ++sharpened)
        smoothPosition();
    if (sharpened == 0 && flight.period() > 0)
        course.commonAgeVariance = commonAgeVariance(flight.times(), flight.period());
    return std::move(course);
}

}  // namespace

double PositionCourse::usualSpeed() const
{
    std::vector<double> speeds;
    for (std::size_t i = 0; i < north.size(); ++i)
        speeds.push_back(std::hypot(north[i].rate, east[i].rate));
    return speeds.empty() ? 0 : median(speeds);
}

PositionCourse positionCourse(const DisplayedFlight& flight)
{
    return PositionSmoother(flight).smooth();
}

}  // namespace sheen
