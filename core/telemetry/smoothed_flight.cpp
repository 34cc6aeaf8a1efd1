#include "core/telemetry/smoothed_flight.h"

#include <algorithm>
#include <cmath>

#include "core/data/geodesy.h"
#include "core/telemetry/courses.h"
#include "core/telemetry/display_age.h"
#include "core/telemetry/overlay_grammar.h"

namespace sheen {

namespace {

using F = OverlayField;

constexpr double steepestObliqueDegrees =
    85;  //!< steeper than this, a display in whole steps means straight down

// 1 sigma: an aircraft banks, climbs and turns, an operator slews the turret.
constexpr MotionBounds positionBounds = {100, 4};
constexpr MotionBounds heightBounds = {10, 0.5};
constexpr MotionBounds headingBounds = {3, 1};
constexpr MotionBounds bearingBounds = {10, 1};
constexpr MotionBounds rangeBounds = {100, 5};

std::size_t indexOf(F field)
{
    return static_cast<std::size_t>(field);
}

double square(double value)
{
    return value * value;
}

double shortestTurn(double from, double to)
{
    const double turn = to - from + 180;
    return turn - 360 * std::floor(turn / 360) - 180;
}

double median(std::vector<double> values)
{
    const auto middle = values.begin() + static_cast<std::ptrdiff_t>(values.size() / 2);
    std::nth_element(values.begin(), middle, values.end());
    return *middle;
}

Rounding roundingOf(double step)
{
    return {square(step) / 12, step, 0};
}

class FlightSmoother
{
public:
    FlightSmoother(const std::vector<TelemetryRecord>& flightRecords, const std::vector<double>& flightTimes,
                   const TrackSettings& trackSettings);
    SmoothedFlight smooth();

private:
    double stepOf(F field) const;
    double step(F field) const { return flight.steps[indexOf(field)]; }
    bool isSmoothing() const { return settings.completion == Completion::Smooth; }
    bool isUsed(std::size_t at, F field) const;
    Sample sampleOf(std::size_t at, double value, double variance, std::initializer_list<F> fields) const;
    std::vector<std::vector<SmoothedValue>> overTime(const std::vector<Samples>& axes,
                                                     const MotionBounds& bounds,
                                                     const std::vector<Rounding>& roundings) const
    {
        return isSmoothing() ? smoothedCourses(axes, times, bounds, roundings)
                             : displayedCourses(axes, times, bounds, roundings, period);
    }
    std::vector<SmoothedValue> anglesOverTime(Samples samples, const MotionBounds& bounds,
                                              const Rounding& rounding) const;
    std::vector<bool> displayChanges() const;
    bool smoothPosition();
    bool sharpenAgesByPosition();
    void addCommonAge(std::vector<SmoothedValue>& course) const;
    void smoothHeight();
    void smoothHeading();
    void smoothLook();
    void addLook(std::size_t at, Samples& bearings, Samples& ranges) const;
    void findStraightDown();
    void findTilt(double singleVariance);
    double heightAbove(std::size_t at) const
    {
        return std::max(1.0, flight.height[at].value - records[at].seaLevelMetres);
    }
    double displayedSpeed() const;
    double usualSpeed() const;

    const std::vector<TelemetryRecord>& records;
    const std::vector<double>& times;
    const TrackSettings& settings;
    SmoothedFlight flight;
    double period = 0;  // of the display, seconds; 0 where nothing was displayed
    std::vector<DisplayAge> ages;
    double commonVariance = 0;  // of the ages, s2
};

FlightSmoother::FlightSmoother(const std::vector<TelemetryRecord>& flightRecords,
                               const std::vector<double>& flightTimes, const TrackSettings& trackSettings)
    : records(flightRecords), times(flightTimes), settings(trackSettings)
{
    for (std::size_t i = 0; i < overlayFieldCount; ++i)
        flight.steps[i] = stepOf(static_cast<F>(i));
    if (std::any_of(records.begin(), records.end(),
                    [](const TelemetryRecord& record) { return record.reading.source == Quality::Read; }))
        period = settings.displayPeriodSeconds;
    if (isSmoothing())
        ages = displayAges(times, displayChanges(), period);
    else
        ages.resize(records.size());
}

double FlightSmoother::stepOf(F field) const
{
    for (const TelemetryRecord& record : records) {
        if (!isMeasured(record, field))
            continue;
        if (const double found = overlayStep(field, record.reading[field].text); found > 0)
            return found;
    }
    return 0;
}

/** Filled values serve where nothing is smoothed; a smoother bridges gaps better by itself. */
bool FlightSmoother::isUsed(std::size_t at, F field) const
{
    return isSmoothing() ? isMeasured(records[at], field) : records[at].values[indexOf(field)].has_value();
}

Sample FlightSmoother::sampleOf(std::size_t at, double value, double variance,
                                std::initializer_list<F> fields) const
{
    const bool measured =
        std::all_of(fields.begin(), fields.end(), [&](F field) { return isMeasured(records[at], field); });
    return {at, {times[at] - ages[at].seconds, value, variance}, measured};
}

std::vector<bool> FlightSmoother::displayChanges() const
{
    std::vector<bool> changed(records.size(), true);
    for (std::size_t i = 1; i < records.size(); ++i) {
        changed[i] = false;
        for (std::size_t index = 0; index < overlayFieldCount; ++index) {
            const auto field = static_cast<F>(index);
            if (field != F::Time && isMeasured(records[i], field) && isMeasured(records[i - 1], field) &&
                records[i].values[index] != records[i - 1].values[index])
                changed[i] = true;
        }
    }
    return changed;
}

bool FlightSmoother::smoothPosition()
{
    Samples northward, eastward;
    bool first = true;
    const double displayed = displayedSpeed();
    for (std::size_t i = 0; i < records.size(); ++i) {
        if (!isUsed(i, F::PlatformLatitude) || !isUsed(i, F::PlatformLongitude) || ages[i].repeats)
            continue;
        const double latitude = *records[i].values[indexOf(F::PlatformLatitude)];
        const double longitude = *records[i].values[indexOf(F::PlatformLongitude)];
        if (first) {
            flight.originLatitude = latitude;
            flight.originLongitude = longitude;
            first = false;
        }
        const DegreeLengths lengths(latitude);
        const double speed =
            flight.north.empty() ? displayed : std::hypot(flight.north[i].rate, flight.east[i].rate);
        const double leastVariance = 0.01 + square(speed) * ages[i].variance / 2;
        // Degrees of longitude change their length with latitude: a step is what is smoothed, in degrees of
        // the origin's length.
        const DegreeLengths originLengths(flight.originLatitude);
        const auto fields = {F::PlatformLatitude, F::PlatformLongitude};
        northward.push_back(sampleOf(i, (latitude - flight.originLatitude) * originLengths.north,
                                     leastVariance + square(step(F::PlatformLatitude) * lengths.north) / 12,
                                     fields));
        eastward.push_back(sampleOf(
            i,
            (longitudeNear(longitude, flight.originLongitude) - flight.originLongitude) * originLengths.east,
            leastVariance + square(step(F::PlatformLongitude) * lengths.east) / 12, fields));
    }
    if (northward.empty())
        return false;
    const DegreeLengths lengths(flight.originLatitude);
    const auto courses = overTime({northward, eastward}, positionBounds,
                                  {roundingOf(step(F::PlatformLatitude) * lengths.north),
                                   roundingOf(step(F::PlatformLongitude) * lengths.east)});
    flight.north = courses[0];
    flight.east = courses[1];
    return true;
}

/** From places a few seconds apart, metres a second: what a late display adds to single ones counts little.
 */
double FlightSmoother::displayedSpeed() const
{
    constexpr double apartSeconds = 3;
    std::vector<double> speeds;
    std::optional<std::size_t> before;
    for (std::size_t i = 0; i < records.size(); ++i) {
        if (!isUsed(i, F::PlatformLatitude) || !isUsed(i, F::PlatformLongitude))
            continue;
        if (before && times[i] - times[*before] < apartSeconds)
            continue;
        if (before) {
            const auto moved = [&](F field) {
                return *records[i].values[indexOf(field)] - *records[*before].values[indexOf(field)];
            };
            const DegreeLengths lengths(*records[i].values[indexOf(F::PlatformLatitude)]);
            const double east = longitudeNear(moved(F::PlatformLongitude), 0) * lengths.east;
            speeds.push_back(std::hypot(moved(F::PlatformLatitude) * lengths.north, east) /
                             (times[i] - times[*before]));
        }
        before = i;
    }
    return speeds.empty() ? 0 : median(speeds);
}

double FlightSmoother::usualSpeed() const
{
    std::vector<double> speeds;
    for (std::size_t i = 0; i < flight.north.size(); ++i)
        speeds.push_back(std::hypot(flight.north[i].rate, flight.east[i].rate));
    return speeds.empty() ? 0 : median(speeds);
}

/** How far the displayed places lie behind the smoothed path says how old the display was. */
bool FlightSmoother::sharpenAgesByPosition()
{
    const DegreeLengths lengths(flight.originLatitude);
    const double stepMetres =
        std::max(step(F::PlatformLatitude) * lengths.north, step(F::PlatformLongitude) * lengths.east);
    std::vector<double> behind;
    std::vector<std::size_t> members;
    std::vector<DisplayAge> sharpened;
    for (std::size_t i = 0; i < records.size(); ++i) {
        if (!isUsed(i, F::PlatformLatitude) || !isUsed(i, F::PlatformLongitude))
            continue;
        const double speed = std::hypot(flight.north[i].rate, flight.east[i].rate);
        if (speed < 5)
            return false;
        const double northOff =
            (*records[i].values[indexOf(F::PlatformLatitude)] - flight.originLatitude) * lengths.north -
            flight.north[i].value;
        const double eastOff =
            (longitudeNear(*records[i].values[indexOf(F::PlatformLongitude)], flight.originLongitude) -
             flight.originLongitude) *
                lengths.east -
            flight.east[i].value;
        behind.push_back(-(northOff * flight.north[i].rate + eastOff * flight.east[i].rate) / square(speed));
        members.push_back(i);
        sharpened.push_back(ages[i]);
    }
    if (members.empty())
        return false;
    const double doubtSeconds = stepMetres / std::sqrt(12.0) / usualSpeed();
    if (!sharpenAges(sharpened, behind, doubtSeconds, period))
        return false;
    std::vector<double> seconds, seen;
    for (std::size_t i = 0; i < members.size(); ++i) {
        seen.push_back(times[members[i]]);
        ages[members[i]] = sharpened[i];
        seconds.push_back(sharpened[i].seconds);
    }
    // The freshest may itself be as old as what is left of a period beyond the oldest; and a path that
    // follows the ages instead of the aircraft leaves little of them. No value is displayed for longer than a
    // period: a few old ones say as much as many, and three of them are no chance.
    constexpr std::size_t witnesses = 3;
    const auto oldest =
        seconds.begin() +
        std::max(static_cast<std::ptrdiff_t>(0.9 * double(seconds.size() - 1)),
                 static_cast<std::ptrdiff_t>(seconds.size()) - static_cast<std::ptrdiff_t>(witnesses));
    std::nth_element(seconds.begin(), oldest, seconds.end());
    const double freshest = std::min(std::max(0.0, period - *oldest), oldestFreshestSeconds(seen, period));
    commonVariance = square(doubtSeconds) + square(freshest) / 3;
    return true;
}

/** What all ages err by together shifts the whole course along itself; no averaging takes that away. */
void FlightSmoother::addCommonAge(std::vector<SmoothedValue>& course) const
{
    for (SmoothedValue& value : course)
        value.addVariance(square(value.rate) * commonVariance);
}

void FlightSmoother::smoothHeight()
{
    Samples samples;
    const double variance = 0.01 + square(step(F::PlatformAltitude)) / 12;
    for (std::size_t i = 0; i < records.size(); ++i) {
        if (isUsed(i, F::PlatformAltitude) && !ages[i].repeats)
            samples.push_back(sampleOf(i, *records[i].values[indexOf(F::PlatformAltitude)], variance,
                                       {F::PlatformAltitude}));
    }
    if (!samples.empty())
        flight.height = overTime({samples}, heightBounds, {roundingOf(step(F::PlatformAltitude))})[0];
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
    return overTime({samples}, bounds, {rounding})[0];
}

void FlightSmoother::smoothHeading()
{
    Samples samples;
    const double variance = 1e-4 + square(step(F::PlatformHeading)) / 12;
    for (std::size_t i = 0; i < records.size(); ++i) {
        if (isUsed(i, F::PlatformHeading) && !ages[i].repeats)
            samples.push_back(
                sampleOf(i, *records[i].values[indexOf(F::PlatformHeading)], variance, {F::PlatformHeading}));
    }
    flight.heading = anglesOverTime(std::move(samples), headingBounds, roundingOf(step(F::PlatformHeading)));
}

/** What one frame tells of the direction and the distance to the target. */
void FlightSmoother::addLook(std::size_t at, Samples& bearings, Samples& ranges) const
{
    const TelemetryRecord& record = records[at];
    const auto placed = {F::PlatformLatitude, F::PlatformLongitude, F::TargetLatitude, F::TargetLongitude};
    double bearingWeight = 0;
    double bearingSum = 0;
    double rangeWeight = 0;
    double rangeSum = 0;
    double base = 0;
    bool measured = false;
    if (std::all_of(placed.begin(), placed.end(), [&](F field) { return isUsed(at, field); })) {
        const double latitude = *record.values[indexOf(F::PlatformLatitude)];
        const double longitude = *record.values[indexOf(F::PlatformLongitude)];
        const double targetLatitude = *record.values[indexOf(F::TargetLatitude)];
        const double targetLongitude = *record.values[indexOf(F::TargetLongitude)];
        const DegreeLengths lengths((latitude + targetLatitude) / 2);
        const double northward = (targetLatitude - latitude) * lengths.north;
        const double eastward = (longitudeNear(targetLongitude, longitude) - longitude) * lengths.east;
        const double ground = std::hypot(northward, eastward);
        // Both ends are rounded: two uniform errors in each direction.
        const double variance = 0.02 + (square(step(F::PlatformLatitude) * lengths.north) +
                                        square(step(F::TargetLatitude) * lengths.north) +
                                        square(step(F::PlatformLongitude) * lengths.east) +
                                        square(step(F::TargetLongitude) * lengths.east)) /
                                           24;
        base = std::atan2(eastward, northward) / radiansPerDegree;
        bearingWeight = 1 / (variance / std::max(1.0, square(ground)) / square(radiansPerDegree) + 1e-4);
        rangeWeight = 1 / variance;
        rangeSum = ground * rangeWeight;
        measured =
            std::all_of(placed.begin(), placed.end(), [&](F field) { return isMeasured(record, field); });
    }
    if (isUsed(at, F::TargetBearing)) {
        const double shown = *record.values[indexOf(F::TargetBearing)];
        if (bearingWeight == 0)
            base = shown;
        const double weight = 1 / (1e-4 + square(step(F::TargetBearing)) / 12);
        bearingWeight += weight;
        bearingSum += shortestTurn(base, shown) * weight;
        measured = measured || isMeasured(record, F::TargetBearing);
    }
    if (isUsed(at, F::SlantRange) && !flight.height.empty()) {
        const double slant = *record.values[indexOf(F::SlantRange)];
        const double above = flight.height[at].value - record.seaLevelMetres;
        const double slantVariance = square(step(F::SlantRange)) / 12 + 1;
        if (slant > above) {
            const double ground = std::sqrt(square(slant) - square(above));
            const double weight = 1 / (slantVariance * square(slant / std::max(1.0, ground)));
            rangeSum += ground * weight;
            rangeWeight += weight;
        }
    }
    const double time = times[at] - ages[at].seconds;
    if (bearingWeight > 0)
        bearings.push_back({at, {time, base + bearingSum / bearingWeight, 1 / bearingWeight}, measured});
    if (rangeWeight > 0)
        ranges.push_back({at, {time, rangeSum / rangeWeight, 1 / rangeWeight}, measured});
}

void FlightSmoother::smoothLook()
{
    Samples bearings, ranges;
    for (std::size_t i = 0; i < records.size(); ++i) {
        if (!ages[i].repeats)
            addLook(i, bearings, ranges);
    }
    const auto usualVariance = [](const Samples& samples) {
        std::vector<double> variances;
        for (const Sample& sample : samples)
            variances.push_back(sample.measurement.variance);
        return variances.empty() ? 0 : median(variances);
    };
    const DegreeLengths lengths(flight.originLatitude);
    const double stepMetres = step(F::TargetLatitude) * lengths.north;
    const double rangeVariance = usualVariance(ranges);
    // The positions that it comes from round anew with each step that the aircraft moves.
    if (!ranges.empty())
        flight.groundRange = overTime(
            {ranges}, rangeBounds,
            {Rounding{rangeVariance, stepMetres > 0 ? stepMetres : step(F::SlantRange), usualSpeed()}})[0];
    const double bearingVariance = usualVariance(bearings);
    flight.bearing = anglesOverTime(std::move(bearings), bearingBounds,
                                    Rounding{bearingVariance, step(F::TargetBearing), 0});
    findStraightDown();
    findTilt(rangeVariance);
}

void FlightSmoother::findTilt(double singleVariance)
{
    const DegreeLengths lengths(flight.originLatitude);
    std::vector<NadirFrame> frames;
    const auto placed = {F::PlatformLatitude, F::PlatformLongitude, F::TargetLatitude, F::TargetLongitude};
    for (std::size_t i = 0; i < records.size(); ++i) {
        if (!flight.straightDown[i] || ages[i].repeats || flight.heading.empty() ||
            !std::all_of(placed.begin(), placed.end(),
                         [&](F field) { return isMeasured(records[i], field); }))
            continue;
        const auto value = [&](F field) { return *records[i].values[indexOf(field)]; };
        const double eastward = longitudeNear(value(F::TargetLongitude), value(F::PlatformLongitude)) -
                                value(F::PlatformLongitude);
        frames.push_back({{flight.north[i].value, flight.east[i].value},
                          {(value(F::TargetLatitude) - value(F::PlatformLatitude)) * lengths.north,
                           eastward * lengths.east},
                          flight.heading[i].value,
                          heightAbove(i)});
    }
    const cv::Vec2d steps(std::max(step(F::PlatformLatitude), step(F::TargetLatitude)) * lengths.north,
                          std::max(step(F::PlatformLongitude), step(F::TargetLongitude)) * lengths.east);
    flight.nadirTilt = nadirTilt(frames, steps, singleVariance);
}

void FlightSmoother::findStraightDown()
{
    flight.straightDown.assign(records.size(), false);
    if (flight.groundRange.empty() || flight.height.empty())
        return;
    const DegreeLengths lengths(flight.originLatitude);
    const double stepMetres =
        std::max(step(F::TargetLatitude) * lengths.north, step(F::TargetLongitude) * lengths.east);
    for (std::size_t i = 0; i < records.size(); ++i) {
        const double above = heightAbove(i);
        const double ground = flight.groundRange[i].value;
        const double depression = std::atan2(above, ground) / radiansPerDegree;
        flight.straightDown[i] = ground < 2 * stepMetres ||
                                 (depression > steepestObliqueDegrees && ground < 4 * stepMetres) ||
                                 depression > 89;
    }
}

SmoothedFlight FlightSmoother::smooth()
{
    if (smoothPosition() && isSmoothing()) {
        if (period > 0)
            commonVariance = commonAgeVariance(times, period);
        for (int pass = 0; pass < 3 && sharpenAgesByPosition(); ++pass)
            smoothPosition();
    }
    smoothHeight();
    smoothHeading();
    smoothLook();
    for (auto* course :
         {&flight.north, &flight.east, &flight.height, &flight.heading, &flight.bearing, &flight.groundRange})
        addCommonAge(*course);
    return std::move(flight);
}

}  // namespace

DegreeLengths::DegreeLengths(double latitudeDegrees)
{
    const double sine = std::sin(latitudeDegrees * radiansPerDegree);
    const double w = 1 - wgs84::eccentricitySquared * sine * sine;
    north = wgs84::semiMajorMetres * (1 - wgs84::eccentricitySquared) / std::pow(w, 1.5) * radiansPerDegree;
    east = std::max(1.0, wgs84::semiMajorMetres / std::sqrt(w) *
                             std::cos(latitudeDegrees * radiansPerDegree) * radiansPerDegree);
}

bool isMeasured(const TelemetryRecord& record, OverlayField field)
{
    const Quality quality = record.qualities[indexOf(field)];
    return quality == Quality::Read || quality == Quality::Klv || quality == Quality::Set;
}

SmoothedFlight smoothFlight(const std::vector<TelemetryRecord>& records, const std::vector<double>& times,
                            const TrackSettings& settings)
{
    return FlightSmoother(records, times, settings).smooth();
}

}  // namespace sheen
