#include "core/telemetry/overlay_pose.h"

#include <algorithm>
#include <array>
#include <cmath>

#include "core/data/geodesy.h"
#include "core/telemetry/display_age.h"
#include "core/telemetry/flight_series.h"
#include "core/telemetry/motion_smoother.h"
#include "core/telemetry/overlay_grammar.h"

namespace sheen {

namespace {

using F = OverlayField;

constexpr double steepestObliqueDegrees =
    85;  //!< steeper than this, a display in whole steps means straight down

std::size_t indexOf(F field)
{
    return static_cast<std::size_t>(field);
}

bool isMeasured(const TelemetryRecord& record, F field)
{
    const Quality quality = record.qualities[indexOf(field)];
    return quality == Quality::Read || quality == Quality::Klv || quality == Quality::Set;
}

double square(double value)
{
    return value * value;
}

double withinTurn(double degrees)
{
    return degrees - 360 * std::floor(degrees / 360);
}

double shortestTurn(double from, double to)
{
    return withinTurn(to - from + 180) - 180;
}

/** Metres north and east of a degree on the ellipsoid at a latitude. */
struct DegreeLengths
{
    explicit DegreeLengths(double latitudeDegrees)
    {
        const double sine = std::sin(latitudeDegrees * radiansPerDegree);
        const double w = 1 - wgs84::eccentricitySquared * sine * sine;
        north =
            wgs84::semiMajorMetres * (1 - wgs84::eccentricitySquared) / std::pow(w, 1.5) * radiansPerDegree;
        east = std::max(1.0, wgs84::semiMajorMetres / std::sqrt(w) *
                                 std::cos(latitudeDegrees * radiansPerDegree) * radiansPerDegree);
    }
    double north = 0;
    double east = 0;
};

/** The whole flight, each quantity over time. */
class PoseBuilder
{
public:
    PoseBuilder(std::vector<TelemetryRecord>& flightRecords, const TrackSettings& trackSettings);
    void build();

private:
    double stepOf(F field) const;
    bool isSmoothing() const;
    bool isUsed(const TelemetryRecord& record, F field) const;
    std::vector<std::vector<SmoothedValue>> overTime(const std::vector<std::vector<Measurement>>& axes) const;
    std::vector<bool> displayChanges() const;
    bool smoothPosition();
    bool sharpenAgesByPosition();
    void smoothHeight();
    void smoothHeading();
    void smoothLook();
    std::vector<SmoothedValue> smoothAngles(std::vector<Measurement> measurements) const;
    void addLook(std::size_t at, std::vector<Measurement>& bearings, std::vector<Measurement>& ranges) const;
    void setPose(std::size_t at);
    void setLook(std::size_t at, CameraPose& pose) const;
    void setQuality(std::size_t at);

    std::vector<TelemetryRecord>& records;
    const TrackSettings& settings;
    std::vector<double> times;
    std::array<double, overlayFieldCount> steps{};
    std::vector<DisplayAge> ages;
    double originLatitude = 0;
    double originLongitude = 0;
    std::vector<SmoothedValue> north, east, height, heading, bearing, groundRange;
    std::vector<bool> straightDown;
};

bool PoseBuilder::isSmoothing() const
{
    return settings.completion == Completion::Smooth;
}

PoseBuilder::PoseBuilder(std::vector<TelemetryRecord>& flightRecords, const TrackSettings& trackSettings)
    : records(flightRecords), settings(trackSettings)
{
    std::vector<TelemetryReading> readings;
    for (const TelemetryRecord& record : records)
        readings.push_back(record.reading);
    times = flightTimes(readings);
    for (std::size_t i = 0; i < overlayFieldCount; ++i)
        steps[i] = stepOf(static_cast<F>(i));
    const bool fromOverlay = std::any_of(records.begin(), records.end(), [](const TelemetryRecord& record) {
        return record.reading.source == Quality::Read;
    });
    if (isSmoothing())
        ages = displayAges(times, displayChanges(), fromOverlay ? settings.displayPeriodSeconds : 0);
    else
        ages.resize(records.size());
}

double PoseBuilder::stepOf(F field) const
{
    for (const TelemetryRecord& record : records) {
        if (const double step = overlayStep(field, record.reading[field].text); step > 0)
            return step;
    }
    return 0;
}

/** Filled values serve where nothing is smoothed; a smoother bridges gaps better by itself. */
bool PoseBuilder::isUsed(const TelemetryRecord& record, F field) const
{
    return isSmoothing() ? isMeasured(record, field) : record.values[indexOf(field)].has_value();
}

/** Each axis at each frame: smoothed, or as it was measured. */
std::vector<std::vector<SmoothedValue>> PoseBuilder::overTime(
    const std::vector<std::vector<Measurement>>& axes) const
{
    const bool complete = std::all_of(axes.begin(), axes.end(),
                                      [this](const auto& axis) { return axis.size() == times.size(); });
    if (isSmoothing() || !complete)
        return smoothMotion(axes, times);
    std::vector<std::vector<SmoothedValue>> result;
    for (const auto& axis : axes) {
        result.emplace_back();
        for (const Measurement& measurement : axis)
            result.back().push_back({measurement.value, 0, measurement.variance});
    }
    return result;
}

std::vector<bool> PoseBuilder::displayChanges() const
{
    std::vector<bool> changed(records.size(), true);
    for (std::size_t i = 1; i < records.size(); ++i) {
        changed[i] = false;
        for (std::size_t field = 0; field < overlayFieldCount; ++field) {
            const FieldReading& now = records[i].reading.fields[field];
            const FieldReading& before = records[i - 1].reading.fields[field];
            const bool clock = static_cast<F>(field) == F::Time;
            if (!clock && now.value && before.value && *now.value != *before.value)
                changed[i] = true;
        }
    }
    return changed;
}

bool PoseBuilder::smoothPosition()
{
    std::vector<Measurement> northMeasured;
    std::vector<Measurement> eastMeasured;
    const double northStep = steps[indexOf(F::PlatformLatitude)];
    const double eastStep = steps[indexOf(F::PlatformLongitude)];
    bool first = true;
    for (std::size_t i = 0; i < records.size(); ++i) {
        if (!isUsed(records[i], F::PlatformLatitude) || !isUsed(records[i], F::PlatformLongitude) ||
            ages[i].repeats)
            continue;
        const double latitude = *records[i].values[indexOf(F::PlatformLatitude)];
        const double longitude = *records[i].values[indexOf(F::PlatformLongitude)];
        if (first) {
            originLatitude = latitude;
            originLongitude = longitude;
            first = false;
        }
        const DegreeLengths lengths(latitude);
        const double speed = north.empty() ? 80 : std::hypot(north[i].rate, east[i].rate);
        const double ageVariance = square(speed) * ages[i].variance / 2;
        const double time = times[i] - ages[i].seconds;
        const double leastVariance = 0.01;
        // Degrees of longitude change their length with latitude: a step is what is smoothed, in degrees of
        // the origin's length.
        const DegreeLengths originLengths(originLatitude);
        northMeasured.push_back({time, (latitude - originLatitude) * originLengths.north,
                                 leastVariance + square(northStep * lengths.north) / 12 + ageVariance});
        eastMeasured.push_back(
            {time, (longitudeNear(longitude, originLongitude) - originLongitude) * originLengths.east,
             leastVariance + square(eastStep * lengths.east) / 12 + ageVariance});
    }
    if (northMeasured.empty())
        return false;
    auto ascending = [](const Measurement& a, const Measurement& b) { return a.time < b.time; };
    std::stable_sort(northMeasured.begin(), northMeasured.end(), ascending);
    std::stable_sort(eastMeasured.begin(), eastMeasured.end(), ascending);
    const auto smoothed = overTime({northMeasured, eastMeasured});
    north = smoothed[0];
    east = smoothed[1];
    return true;
}

/** How far the displayed places lie behind the smoothed path says how old the display was. */
bool PoseBuilder::sharpenAgesByPosition()
{
    const DegreeLengths lengths(originLatitude);
    const double stepMetres = std::max(steps[indexOf(F::PlatformLatitude)] * lengths.north,
                                       steps[indexOf(F::PlatformLongitude)] * lengths.east);
    std::vector<double> behind;
    std::vector<std::size_t> members;
    std::vector<double> speeds;
    for (std::size_t i = 0; i < records.size(); ++i) {
        if (!isUsed(records[i], F::PlatformLatitude) || !isUsed(records[i], F::PlatformLongitude))
            continue;
        const double speed = std::hypot(north[i].rate, east[i].rate);
        if (speed < 5)
            return false;
        const double northOff =
            (*records[i].values[indexOf(F::PlatformLatitude)] - originLatitude) * lengths.north -
            north[i].value;
        const double eastOff =
            (longitudeNear(*records[i].values[indexOf(F::PlatformLongitude)], originLongitude) -
             originLongitude) *
                lengths.east -
            east[i].value;
        behind.push_back(-(northOff * north[i].rate + eastOff * east[i].rate) / square(speed));
        members.push_back(i);
        speeds.push_back(speed);
    }
    if (members.empty())
        return false;
    std::nth_element(speeds.begin(), speeds.begin() + static_cast<std::ptrdiff_t>(speeds.size() / 2),
                     speeds.end());
    const double speed = speeds[speeds.size() / 2];
    std::vector<DisplayAge> sharpened;
    for (const std::size_t member : members)
        sharpened.push_back(ages[member]);
    if (!sharpenAges(sharpened, behind, stepMetres / std::sqrt(12.0) / speed, settings.displayPeriodSeconds))
        return false;
    for (std::size_t i = 0; i < members.size(); ++i)
        ages[members[i]] = sharpened[i];
    return true;
}

void PoseBuilder::smoothHeight()
{
    std::vector<Measurement> measured;
    const double variance = 0.01 + square(steps[indexOf(F::PlatformAltitude)]) / 12;
    for (std::size_t i = 0; i < records.size(); ++i) {
        if (isUsed(records[i], F::PlatformAltitude) && !ages[i].repeats)
            measured.push_back(
                {times[i] - ages[i].seconds, *records[i].values[indexOf(F::PlatformAltitude)], variance});
    }
    std::stable_sort(measured.begin(), measured.end(),
                     [](const Measurement& a, const Measurement& b) { return a.time < b.time; });
    if (!measured.empty())
        height = overTime({measured})[0];
}

std::vector<SmoothedValue> PoseBuilder::smoothAngles(std::vector<Measurement> measurements) const
{
    if (measurements.empty())
        return {};
    std::stable_sort(measurements.begin(), measurements.end(),
                     [](const Measurement& a, const Measurement& b) { return a.time < b.time; });
    for (std::size_t i = 1; i < measurements.size(); ++i)
        measurements[i].value =
            measurements[i - 1].value + shortestTurn(measurements[i - 1].value, measurements[i].value);
    return overTime({measurements})[0];
}

void PoseBuilder::smoothHeading()
{
    std::vector<Measurement> measured;
    const double variance = 1e-4 + square(steps[indexOf(F::PlatformHeading)]) / 12;
    for (std::size_t i = 0; i < records.size(); ++i) {
        if (isUsed(records[i], F::PlatformHeading) && !ages[i].repeats)
            measured.push_back(
                {times[i] - ages[i].seconds, *records[i].values[indexOf(F::PlatformHeading)], variance});
    }
    heading = smoothAngles(std::move(measured));
}

/** What one frame tells of the direction and the distance to the target. */
void PoseBuilder::addLook(std::size_t at, std::vector<Measurement>& bearings,
                          std::vector<Measurement>& ranges) const
{
    const TelemetryRecord& record = records[at];
    const double time = times[at] - ages[at].seconds;
    const bool position = isUsed(record, F::PlatformLatitude) && isUsed(record, F::PlatformLongitude);
    const bool target = isUsed(record, F::TargetLatitude) && isUsed(record, F::TargetLongitude);
    double bearingWeight = 0;
    double bearingSum = 0;
    double rangeWeight = 0;
    double rangeSum = 0;
    double base = 0;
    if (position && target) {
        const double latitude = *record.values[indexOf(F::PlatformLatitude)];
        const double longitude = *record.values[indexOf(F::PlatformLongitude)];
        const double targetLatitude = *record.values[indexOf(F::TargetLatitude)];
        const double targetLongitude = *record.values[indexOf(F::TargetLongitude)];
        const DegreeLengths lengths((latitude + targetLatitude) / 2);
        const double northward = (targetLatitude - latitude) * lengths.north;
        const double eastward = (longitudeNear(targetLongitude, longitude) - longitude) * lengths.east;
        const double ground = std::hypot(northward, eastward);
        // Both ends are rounded: two uniform errors in each direction.
        const double variance = 0.02 + (square(steps[indexOf(F::PlatformLatitude)] * lengths.north) +
                                        square(steps[indexOf(F::TargetLatitude)] * lengths.north) +
                                        square(steps[indexOf(F::PlatformLongitude)] * lengths.east) +
                                        square(steps[indexOf(F::TargetLongitude)] * lengths.east)) /
                                           24;
        base = std::atan2(eastward, northward) / radiansPerDegree;
        const double bearingVariance =
            variance / std::max(1.0, square(ground)) / square(radiansPerDegree) + 1e-4;
        bearingWeight = 1 / bearingVariance;
        rangeWeight = 1 / variance;
        rangeSum = ground * rangeWeight;
    }
    if (isUsed(record, F::TargetBearing)) {
        const double shown = *record.values[indexOf(F::TargetBearing)];
        if (bearingWeight == 0)
            base = shown;
        const double weight = 1 / (1e-4 + square(steps[indexOf(F::TargetBearing)]) / 12);
        bearingWeight += weight;
        bearingSum += shortestTurn(base, shown) * weight;
    }
    if (isUsed(record, F::SlantRange) && !height.empty()) {
        const double slant = *record.values[indexOf(F::SlantRange)];
        const double above = height[at].value - settings.seaLevelMetres;
        const double slantVariance = square(steps[indexOf(F::SlantRange)]) / 12 + 1;
        if (slant > above) {
            const double ground = std::sqrt(square(slant) - square(above));
            const double weight = 1 / (slantVariance * square(slant / std::max(1.0, ground)));
            rangeSum += ground * weight;
            rangeWeight += weight;
        }
    }
    if (bearingWeight > 0)
        bearings.push_back({time, base + bearingSum / bearingWeight, 1 / bearingWeight});
    if (rangeWeight > 0)
        ranges.push_back({time, rangeSum / rangeWeight, 1 / rangeWeight});
}

void PoseBuilder::smoothLook()
{
    std::vector<Measurement> bearings;
    std::vector<Measurement> ranges;
    for (std::size_t i = 0; i < records.size(); ++i) {
        if (!ages[i].repeats)
            addLook(i, bearings, ranges);
    }
    std::stable_sort(ranges.begin(), ranges.end(),
                     [](const Measurement& a, const Measurement& b) { return a.time < b.time; });
    if (!ranges.empty())
        groundRange = overTime({ranges})[0];
    bearing = smoothAngles(std::move(bearings));

    straightDown.assign(records.size(), false);
    if (groundRange.empty() || height.empty())
        return;
    const DegreeLengths lengths(originLatitude);
    const double stepMetres = std::max(steps[indexOf(F::TargetLatitude)] * lengths.north,
                                       steps[indexOf(F::TargetLongitude)] * lengths.east);
    for (std::size_t i = 0; i < records.size(); ++i) {
        const double above = std::max(1.0, height[i].value - settings.seaLevelMetres);
        const double depression = std::atan2(above, groundRange[i].value) / radiansPerDegree;
        straightDown[i] = groundRange[i].value < 2 * stepMetres ||
                          (depression > steepestObliqueDegrees && groundRange[i].value < 4 * stepMetres) ||
                          depression > 89;
    }
}

void PoseBuilder::setLook(std::size_t at, CameraPose& pose) const
{
    const TelemetryReading& reading = records[at].reading;
    if (reading.cameraBearingDegrees && reading.cameraDepressionDegrees) {
        pose.bearingDegrees = *reading.cameraBearingDegrees;
        pose.depressionDegrees = *reading.cameraDepressionDegrees;
        pose.rollDegrees = reading.cameraRollDegrees.value_or(0);
        return;
    }
    const double above = std::max(1.0, pose.heightMetres);
    if (straightDown[at]) {
        pose.depressionDegrees = 90;
        pose.bearingDegrees = withinTurn(heading[at].value);
        pose.bearingErrorDegrees = std::sqrt(heading[at].variance);
        pose.depressionErrorDegrees =
            std::atan2(std::sqrt(groundRange[at].variance), above) / radiansPerDegree;
        return;
    }
    const double ground = std::max(0.0, groundRange[at].value);
    pose.bearingDegrees = withinTurn(bearing[at].value);
    pose.bearingErrorDegrees = std::sqrt(bearing[at].variance);
    pose.depressionDegrees = std::atan2(above, ground) / radiansPerDegree;
    const double slantSquared = square(above) + square(ground);
    pose.depressionErrorDegrees =
        std::hypot(above * std::sqrt(groundRange[at].variance), ground * pose.heightErrorMetres) /
        slantSquared / radiansPerDegree;
}

void PoseBuilder::setQuality(std::size_t at)
{
    TelemetryRecord& record = records[at];
    std::vector<F> needed = {F::PlatformLatitude, F::PlatformLongitude, F::PlatformAltitude};
    if (!record.reading.horizontalFovDegrees)
        needed.push_back(F::FocalLength);
    if (!record.reading.cameraBearingDegrees) {
        needed.push_back(F::PlatformHeading);
        if (records[at].values[indexOf(F::TargetLatitude)]) {
            needed.push_back(F::TargetLatitude);
            needed.push_back(F::TargetLongitude);
        } else {
            needed.push_back(F::TargetBearing);
            needed.push_back(F::SlantRange);
        }
    }
    // From best to worst.
    static constexpr std::array order = {Quality::Set,          Quality::Klv,      Quality::Read,
                                         Quality::Interpolated, Quality::Rejected, Quality::None};
    auto rank = [](Quality quality) {
        return std::find(order.begin(), order.end(), quality) - order.begin();
    };
    record.quality = Quality::Set;
    for (const F field : needed) {
        const Quality quality = record.qualities[indexOf(field)];
        if (rank(quality) > rank(record.quality))
            record.quality = quality;
    }
}

void PoseBuilder::setPose(std::size_t at)
{
    TelemetryRecord& record = records[at];
    const auto& focal = record.values[indexOf(F::FocalLength)];
    if (record.reading.horizontalFovDegrees)
        record.horizontalFovDegrees = record.reading.horizontalFovDegrees;
    else if (focal)
        record.horizontalFovDegrees = horizontalFovDegrees(*focal, record.sensor, settings);
    setQuality(at);
    const bool anglesGiven = record.reading.cameraBearingDegrees && record.reading.cameraDepressionDegrees;
    const bool anglesKnown =
        anglesGiven || (!groundRange.empty() && !bearing.empty() && (!straightDown[at] || !heading.empty()));
    if (north.empty() || height.empty() || !anglesKnown || !record.horizontalFovDegrees ||
        *record.horizontalFovDegrees <= 0)
        return;

    CameraPose pose;
    const DegreeLengths lengths(originLatitude);
    pose.latitudeDegrees = originLatitude + north[at].value / lengths.north;
    pose.longitudeDegrees = longitudeNear(originLongitude + east[at].value / lengths.east, 0);
    pose.heightMetres = height[at].value - settings.seaLevelMetres;
    pose.horizontalErrorMetres = std::sqrt(north[at].variance + east[at].variance);
    pose.heightErrorMetres =
        std::sqrt(height[at].variance + square(steps[indexOf(F::PlatformAltitude)]) / 12);
    pose.horizontalFovDegrees = *record.horizontalFovDegrees;
    if (!record.reading.horizontalFovDegrees && focal && *focal > 0) {
        // Focal lengths are shown in whole steps.
        pose.fovErrorDegrees =
            pose.horizontalFovDegrees * steps[indexOf(F::FocalLength)] / std::sqrt(12.0) / *focal;
    }
    setLook(at, pose);
    pose.source = record.quality;
    if (pose.heightMetres > 0)
        record.pose = pose;
}

void PoseBuilder::build()
{
    if (smoothPosition() && isSmoothing()) {
        for (int pass = 0; pass < 3; ++pass) {
            if (!sharpenAgesByPosition())
                break;
            smoothPosition();
        }
    }
    smoothHeight();
    smoothHeading();
    smoothLook();
    for (std::size_t i = 0; i < records.size(); ++i)
        setPose(i);
}

}  // namespace

void addPoses(std::vector<TelemetryRecord>& records, const TrackSettings& settings)
{
    if (!records.empty())
        PoseBuilder(records, settings).build();
}

}  // namespace sheen
