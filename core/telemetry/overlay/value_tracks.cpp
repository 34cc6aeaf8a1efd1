#include "value_tracks.h"

#include <algorithm>
#include <cmath>
#include <opencv2/core.hpp>

#include "base/median.h"
#include "geo/geodesy.h"

namespace sheen {

namespace {

constexpr double fastest = 350;      // m/s
constexpr double slowestFlown = 12;  // m/s
constexpr double fastestClimb = 60;  // m/s

/** Metres north and east from one place to another. */
cv::Vec2d way(double latitude, double longitude, double toLatitude, double toLongitude)
{
    const DegreeLengths degree(latitude);
    return {(toLatitude - latitude) * degree.north,
            (longitudeNear(toLongitude, longitude) - longitude) * degree.east};
}

double directionOf(const cv::Vec2d& way)
{
    const double degrees = std::atan2(way[1], way[0]) / radiansPerDegree;
    return degrees < 0 ? degrees + 360 : degrees;
}

/** Steps between frames that have a place: from, to. */
std::vector<std::pair<std::size_t, std::size_t>> stepsOf(const PositionTrack& track)
{
    std::vector<std::pair<std::size_t, std::size_t>> steps;
    std::optional<std::size_t> last;
    for (std::size_t i = 0; i < track.latitudes.size(); ++i) {
        if (!track.latitudes[i] || !track.longitudes[i])
            continue;
        if (last && track.times[i] > track.times[*last])
            steps.emplace_back(*last, i);
        last = i;
    }
    return steps;
}

cv::Vec2d wayOf(const PositionTrack& track, std::size_t from, std::size_t to)
{
    return way(*track.latitudes[from], *track.longitudes[from], *track.latitudes[to], *track.longitudes[to]);
}

void measure(PositionTrack& track)
{
    std::vector<double> speeds, deviations;
    for (const auto& [from, to] : stepsOf(track))
        speeds.push_back(cv::norm(wayOf(track, from, to)) / (track.times[to] - track.times[from]));
    if (speeds.empty())
        return;
    const auto impossible =
        std::count_if(speeds.begin(), speeds.end(), [](double speed) { return speed > fastest; });
    track.jumps = double(impossible) / double(speeds.size());
    track.speed = median(speeds);
    for (const double speed : speeds)
        deviations.push_back(std::abs(speed - track.speed));
    track.unsteady = median(std::move(deviations)) / std::max(track.speed, 1.0);
}

/** How far a longitude stands from a latitude, in heights of a capital: below it, or right of it. */
double apart(const WrittenValue& latitude, const WrittenValue& longitude)
{
    const double capital = latitude.capitalPixels;
    const double down = longitude.box.y - latitude.box.y;
    const double across =
        std::max({0.0, longitude.box.x - latitude.box.br().x, latitude.box.x - longitude.box.br().x});
    if (down < -0.5 * capital || (down < 0.5 * capital && longitude.box.x < latitude.box.x))
        return 100;
    return std::hypot(down, across) / capital;
}

PositionTrack trackOf(const std::vector<WrittenValue>& values, std::size_t latitude, std::size_t longitude,
                      const std::vector<double>& times)
{
    PositionTrack track;
    track.latitude = latitude;
    track.longitude = longitude;
    track.times = times;
    track.latitudes = values[latitude].values;
    if (latitude == longitude) {
        for (std::size_t i = 0; i < times.size(); ++i)
            track.longitudes.push_back(track.latitudes[i] ? std::optional(values[latitude].longitudes[i])
                                                          : std::nullopt);
    } else {
        track.longitudes = values[longitude].values;
    }
    measure(track);
    return track;
}

}  // namespace

bool PositionTrack::isPossible() const
{
    constexpr double mostJumps = 0.34;  // misread digits; checks of the flight sort them out
    const auto read =
        std::count_if(latitudes.begin(), latitudes.end(), [](const auto& each) { return each.has_value(); });
    return 2 * std::size_t(read) >= latitudes.size() && jumps <= mostJumps;
}

bool PositionTrack::isFlown() const
{
    constexpr double steadyEnough = 0.6;
    return isPossible() && speed > slowestFlown && speed < fastest && unsteady < steadyEnough;
}

Series PositionTrack::courses() const
{
    Series courses(latitudes.size());
    for (const auto& [from, to] : stepsOf(*this)) {
        const cv::Vec2d step = wayOf(*this, from, to);
        const double speedOfStep = cv::norm(step) / (times[to] - times[from]);
        if (cv::norm(step) > 20 && speedOfStep < fastest)
            courses[to] = directionOf(step);
    }
    return courses;
}

std::vector<PositionTrack> positionTracks(const std::vector<WrittenValue>& values,
                                          const std::vector<double>& times)
{
    constexpr double farthest = 30;
    std::vector<PositionTrack> tracks;
    std::vector<bool> used(values.size());
    for (std::size_t i = 0; i < values.size(); ++i) {
        if (values[i].meaning == Meaning::Grid)
            tracks.push_back(trackOf(values, i, i, times));
        if (values[i].meaning != Meaning::Latitude ||
            (values[i].bare && !values[i].has(ValueLabel::Latitude)))
            continue;
        std::optional<std::size_t> nearest;
        double least = farthest;
        for (std::size_t j = 0; j < values.size(); ++j) {
            const bool alike = values[j].meaning == Meaning::Longitude && values[j].form == values[i].form &&
                               (!values[j].bare || values[j].has(ValueLabel::Longitude));
            const double distance = alike && !used[j] ? apart(values[i], values[j]) : farthest;
            if (distance < least) {
                least = distance;
                nearest = j;
            }
        }
        if (!nearest)
            continue;
        used[*nearest] = true;
        tracks.push_back(trackOf(values, i, *nearest, times));
    }
    return tracks;
}

Series bearings(const PositionTrack& from, const PositionTrack& to)
{
    constexpr double closest = 150;  // metres: closer, the last digits say more than the place
    Series found(from.times.size());
    for (std::size_t i = 0; i < found.size(); ++i) {
        if (!from.latitudes[i] || !from.longitudes[i] || !to.latitudes[i] || !to.longitudes[i])
            continue;
        const cv::Vec2d step =
            way(*from.latitudes[i], *from.longitudes[i], *to.latitudes[i], *to.longitudes[i]);
        if (cv::norm(step) > closest)
            found[i] = directionOf(step);
    }
    return found;
}

Series distances(const PositionTrack& from, const PositionTrack& to)
{
    Series found(from.times.size());
    for (std::size_t i = 0; i < found.size(); ++i) {
        if (from.latitudes[i] && from.longitudes[i] && to.latitudes[i] && to.longitudes[i])
            found[i] =
                cv::norm(way(*from.latitudes[i], *from.longitudes[i], *to.latitudes[i], *to.longitudes[i]));
    }
    return found;
}

double medianOf(const WrittenValue& value)
{
    std::vector<double> all;
    for (const auto& each : value.values) {
        if (each)
            all.push_back(*each);
    }
    return all.empty() ? 0 : median(std::move(all));
}

bool isSlow(const WrittenValue& value, const std::vector<double>& times)
{
    std::vector<double> rates;
    std::optional<std::size_t> last;
    for (std::size_t i = 0; i < value.values.size(); ++i) {
        if (!value.values[i])
            continue;
        if (last && times[i] > times[*last])
            rates.push_back(std::abs(*value.values[i] - *value.values[*last]) / (times[i] - times[*last]));
        last = i;
    }
    return !rates.empty() && median(std::move(rates)) < fastestClimb;
}

bool ticks(const WrittenValue& value, const std::vector<double>& times)
{
    constexpr double slack = 1.6;  // seconds: whole ones are shown
    constexpr double day = 86400;
    std::vector<double> offsets;
    for (std::size_t i = 0; i < value.values.size(); ++i) {
        if (value.values[i])
            offsets.push_back(std::remainder(*value.values[i] - times[i], day));
    }
    if (offsets.size() < 4)
        return false;
    const double middle = median(offsets);
    const auto near = std::count_if(offsets.begin(), offsets.end(),
                                    [&](double offset) { return std::abs(offset - middle) < slack; });
    return 3 * std::size_t(near) >= 2 * offsets.size();
}

}  // namespace sheen
