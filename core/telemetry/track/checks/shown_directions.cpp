#include "shown_directions.h"

#include <algorithm>
#include <cmath>
#include <cstddef>

#include "geo/angles.h"
#include "geo/geodesy.h"
#include "grammar/overlay_grammar.h"

namespace sheen {

namespace {

using F = OverlayField;

constexpr double leastWay = 50;    // m, that a course is taken from
constexpr double leastSpeed = 10;  // m/s: slower it may drift any way

std::optional<double> valueOf(const std::vector<TelemetryReading>& readings, F field, std::size_t at)
{
    return readings[at][field].value;
}

}  // namespace

std::optional<double> groundRangeAt(const std::vector<TelemetryReading>& readings, std::size_t at)
{
    for (const F field : {F::PlatformLatitude, F::PlatformLongitude, F::TargetLatitude, F::TargetLongitude}) {
        if (!valueOf(readings, field, at))
            return std::nullopt;
    }
    const double latitude = *valueOf(readings, F::PlatformLatitude, at);
    const double longitude = *valueOf(readings, F::PlatformLongitude, at);
    const DegreeLengths lengths(latitude);
    return std::hypot(
        (*valueOf(readings, F::TargetLatitude, at) - latitude) * lengths.north,
        (longitudeNear(*valueOf(readings, F::TargetLongitude, at), longitude) - longitude) * lengths.east);
}

std::optional<double> courseAt(const std::vector<TelemetryReading>& readings,
                               const std::vector<double>& times, std::size_t at)
{
    constexpr double farthestSeconds = 10;
    const auto placeNear = [&](std::ptrdiff_t step) {
        std::optional<std::size_t> place;
        for (auto i = static_cast<std::ptrdiff_t>(at);
             i >= 0 && i < static_cast<std::ptrdiff_t>(readings.size()) &&
             std::abs(times[std::size_t(i)] - times[at]) <= farthestSeconds;
             i += step) {
            if (valueOf(readings, F::PlatformLatitude, std::size_t(i)) &&
                valueOf(readings, F::PlatformLongitude, std::size_t(i)))
                place = std::size_t(i);
        }
        return place;
    };
    const auto from = placeNear(-1);
    const auto to = placeNear(1);
    if (!from || !to)
        return std::nullopt;
    const double latitude = *valueOf(readings, F::PlatformLatitude, *from);
    const double longitude = *valueOf(readings, F::PlatformLongitude, *from);
    const DegreeLengths lengths(latitude);
    const double north = (*valueOf(readings, F::PlatformLatitude, *to) - latitude) * lengths.north;
    const double east =
        (longitudeNear(*valueOf(readings, F::PlatformLongitude, *to), longitude) - longitude) * lengths.east;
    const double way = std::hypot(north, east);
    if (way < leastWay || way < leastSpeed * (times[*to] - times[*from]))
        return std::nullopt;
    return wrappedTurn(std::atan2(east, north) / radiansPerDegree);
}

std::optional<double> bearingAt(const std::vector<TelemetryReading>& readings, std::size_t at)
{
    const auto ground = groundRangeAt(readings, at);
    if (!ground)
        return std::nullopt;
    const double latitude = *valueOf(readings, F::PlatformLatitude, at);
    const double longitude = *valueOf(readings, F::PlatformLongitude, at);
    const DegreeLengths lengths(latitude);
    const double step = overlayStep(F::TargetLatitude, readings[at][F::TargetLatitude].text) * lengths.north;
    if (*ground < std::max(leastWay, 10 * step))
        return valueOf(readings, F::PlatformHeading, at);
    return wrappedTurn(
        std::atan2(
            (longitudeNear(*valueOf(readings, F::TargetLongitude, at), longitude) - longitude) * lengths.east,
            (*valueOf(readings, F::TargetLatitude, at) - latitude) * lengths.north) /
        radiansPerDegree);
}

}  // namespace sheen
