#include "value_roles.h"

#include <algorithm>
#include <cmath>
#include <optional>

#include "base/median.h"
#include "geo/geodesy.h"
#include "value_tracks.h"

namespace sheen {

namespace {

using F = OverlayField;

/** Degrees between directions; slip angles and lateral winds are smaller than the first. */
constexpr double mostSlip = 25;
constexpr double bearingAgrees = 4;
constexpr double courseCounts = 15;  // m/s: slower, a course says nothing

class Roles
{
public:
    Roles(const std::vector<WrittenValue>& all, const std::vector<double>& times)
        : values(all), m_times(times)
    {}

    ValueRoles found();

private:
    void findPositions();
    void findDirections();
    void findHeights();
    void findRange();
    void findClock();
    void take(F field, std::size_t value)
    {
        m_roles.fields[field] = value;
        m_used[value] = true;
    }
    void takePosition(const PositionTrack& track, bool target);
    std::vector<std::size_t> free(Meaning meaning) const;
    std::optional<std::size_t> onlyLabelled(Meaning meaning, ValueLabel label) const;
    double off(std::size_t value, const Series& directions) const;

    const std::vector<WrittenValue>& values;
    const std::vector<double>& m_times;
    std::vector<bool> m_used = std::vector<bool>(values.size());
    std::optional<PositionTrack> m_platform;
    std::optional<PositionTrack> m_target;
    ValueRoles m_roles;
};

std::vector<std::size_t> Roles::free(Meaning meaning) const
{
    std::vector<std::size_t> found;
    for (std::size_t i = 0; i < values.size(); ++i) {
        if (!m_used[i] && values[i].meaning == meaning && !values[i].has(ValueLabel::Other))
            found.push_back(i);
    }
    return found;
}

/** The value with such a label; nothing where there are two. */
std::optional<std::size_t> Roles::onlyLabelled(Meaning meaning, ValueLabel label) const
{
    std::optional<std::size_t> found;
    for (const std::size_t i : free(meaning)) {
        if (!values[i].has(label))
            continue;
        if (found)
            return std::nullopt;
        found = i;
    }
    return found;
}

void Roles::takePosition(const PositionTrack& track, bool target)
{
    take(target ? F::TargetLatitude : F::PlatformLatitude, track.latitude);
    if (track.longitude != track.latitude)
        take(target ? F::TargetLongitude : F::PlatformLongitude, track.longitude);
    (target ? m_target : m_platform) = track;
}

/** The longitude of each latitude is the nearest one that is written alike; then which place is whose. */
void Roles::findPositions()
{
    std::vector<PositionTrack> tracks = positionTracks(values, m_times);
    const auto labelled = [this](const PositionTrack& track, ValueLabel label) {
        return values[track.latitude].has(label) || values[track.longitude].has(label);
    };
    std::vector<PositionTrack> platforms, targets, unknown;
    for (const PositionTrack& track : tracks) {
        const bool platform = labelled(track, ValueLabel::Platform);
        const bool target = labelled(track, ValueLabel::Target);
        (platform == target ? unknown : platform ? platforms : targets).push_back(track);
    }
    if (platforms.size() > 1 || targets.size() > 1)
        return;
    if (platforms.empty() && unknown.size() == 1) {
        platforms = unknown;
        unknown.clear();
    } else if (platforms.empty() && targets.empty() && unknown.size() == 2) {
        // From which to which leads a bearing that is shown?
        for (std::size_t from = 0; from < 2; ++from) {
            const Series lead = bearings(unknown[from], unknown[1 - from]);
            const auto directions = free(Meaning::Direction);
            const bool shown = std::any_of(directions.begin(), directions.end(), [&](std::size_t each) {
                return !values[each].bare && off(each, lead) < bearingAgrees;
            });
            if (shown && unknown[from].isFlown()) {
                platforms.push_back(unknown[from]);
                targets.push_back(unknown[1 - from]);
            }
        }
        if (platforms.size() != 1)
            return;
        unknown.clear();
    } else if (targets.empty() && unknown.size() == 1) {
        targets = unknown;
    }
    if (platforms.size() == 1 && platforms.front().isPossible()) {
        takePosition(platforms.front(), false);
        m_roles.positionMoves = platforms.front().isFlown();
    }
    if (targets.size() == 1 && targets.front().isPossible() && m_platform)
        takePosition(targets.front(), true);
}

/** Median of how far the value is from these directions, degrees; 180 where they share too few frames. */
double Roles::off(std::size_t value, const Series& directions) const
{
    constexpr std::size_t enough = 4;
    std::vector<double> differences;
    for (std::size_t i = 0; i < directions.size(); ++i) {
        if (directions[i] && values[value].values[i])
            differences.push_back(std::abs(std::remainder(*directions[i] - *values[value].values[i], 360)));
    }
    return differences.size() < enough ? 180 : median(std::move(differences));
}

void Roles::findDirections()
{
    if (!m_platform)
        return;
    const Series course = m_platform->speed > courseCounts ? m_platform->courses() : Series();
    auto heading = onlyLabelled(Meaning::Direction, ValueLabel::Heading);
    if (heading && !course.empty() && off(*heading, course) > 2 * mostSlip)
        heading.reset();
    if (heading)
        take(F::PlatformHeading, *heading);
    if (m_target) {
        const Series lead = bearings(*m_platform, *m_target);
        std::vector<std::size_t> fitting;
        for (const std::size_t each : free(Meaning::Direction)) {
            const bool told = values[each].has(ValueLabel::Bearing) || values[each].has(ValueLabel::Azimuth);
            if (!values[each].has(ValueLabel::Heading) && (told || !values[each].bare) &&
                off(each, lead) < bearingAgrees)
                fitting.push_back(each);
        }
        // Straight ahead, heading and bearing are the same: only what is told apart is taken.
        if (fitting.size() == 1 && (heading || off(fitting.front(), course) > mostSlip ||
                                    values[fitting.front()].has(ValueLabel::Bearing)))
            take(F::TargetBearing, fitting.front());
    }
    if (!heading) {
        std::vector<std::size_t> fitting;
        for (const std::size_t each : free(Meaning::Direction)) {
            if (!values[each].bare && !values[each].has(ValueLabel::Bearing) &&
                !values[each].has(ValueLabel::Azimuth) && off(each, course) < mostSlip)
                fitting.push_back(each);
        }
        if (fitting.size() == 1) {
            take(F::PlatformHeading, fitting.front());
            m_roles.directionFits = true;
        }
    }
    if (heading)
        m_roles.directionFits = true;
    if (m_roles.has(F::TargetBearing))
        m_roles.directionFits = true;
}

void Roles::findHeights()
{
    constexpr double lowest = 15;
    constexpr double nothing = 3;  // metres: the sea
    if (!m_platform)
        return;
    for (const ValueLabel label : {ValueLabel::Altitude, ValueLabel::AboveGround}) {
        if (m_roles.has(F::PlatformAltitude))
            break;
        std::vector<std::size_t> fitting;
        for (const std::size_t each : free(Meaning::Height)) {
            if (values[each].has(label) && !values[each].has(ValueLabel::Target) &&
                !values[each].has(ValueLabel::Elevation) && !values[each].has(ValueLabel::Range))
                fitting.push_back(each);
        }
        if (fitting.size() == 1 && medianOf(values[fitting.front()]) > lowest)
            take(F::PlatformAltitude, fitting.front());
    }
    const auto elevation = onlyLabelled(Meaning::Height, ValueLabel::Elevation);
    if (elevation)
        take(F::TargetElevation, *elevation);
    m_roles.heightFits = m_roles.has(F::PlatformAltitude);
    std::vector<std::size_t> low, high;
    for (const std::size_t each : free(Meaning::Height)) {
        if (!values[each].has(ValueLabel::Range))
            (std::abs(medianOf(values[each])) < nothing ? low : high).push_back(each);
    }
    if (!m_roles.has(F::TargetElevation) && low.size() == 1 && m_target)
        take(F::TargetElevation, low.front());
    if (m_roles.has(F::PlatformAltitude))
        return;
    if (high.size() > 1) {
        high.erase(std::remove_if(high.begin(), high.end(),
                                  [this](std::size_t each) { return values[each].has(ValueLabel::Target); }),
                   high.end());
    }
    if (high.size() == 1 && medianOf(values[high.front()]) > lowest &&
        isSlow(values[high.front()], m_times)) {
        take(F::PlatformAltitude, high.front());
        m_roles.heightFits = true;
    }
}

/** The way from aircraft to target through the air; without a target only what is labelled so. */
void Roles::findRange()
{
    constexpr double agrees = 0.06;
    if (!m_platform || !m_target || !m_roles.has(F::PlatformAltitude))
        return;
    const WrittenValue& altitude = values[m_roles.fields[F::PlatformAltitude]];
    const Series ground = distances(*m_platform, *m_target);
    std::vector<std::size_t> fitting;
    for (const std::size_t each : free(Meaning::Range)) {
        std::vector<double> differences;
        for (std::size_t i = 0; i < ground.size(); ++i) {
            const auto& range = values[each].values[i];
            if (ground[i] && range && altitude.values[i]) {
                const double slant = std::hypot(*ground[i], *altitude.values[i]);
                differences.push_back(std::abs(*range - slant) / std::max(slant, 1.0));
            }
        }
        if (differences.size() >= 4 && median(std::move(differences)) < agrees)
            fitting.push_back(each);
    }
    if (fitting.size() == 1)
        take(F::SlantRange, fitting.front());
}

void Roles::findClock()
{
    for (const std::size_t each : free(Meaning::Time)) {
        if (!m_roles.has(F::Time) && ticks(values[each], m_times))
            take(F::Time, each);
    }
    const auto dates = free(Meaning::Date);
    if (dates.size() == 1)
        take(F::Date, dates.front());
    const auto zones = free(Meaning::Zone);
    if (zones.size() == 1)
        take(F::Zone, zones.front());
}

ValueRoles Roles::found()
{
    findPositions();
    findDirections();
    findHeights();
    findRange();
    findClock();
    return m_roles;
}

}  // namespace

ValueRoles rolesOf(const std::vector<WrittenValue>& values, const std::vector<double>& times)
{
    return Roles(values, times).found();
}

}  // namespace sheen
