#include "smoothing/overlay_pose.h"

#include <algorithm>
#include <array>
#include <cmath>

#include "base/square.h"
#include "geo/angles.h"
#include "geo/geodesy.h"
#include "smoothing/smoothed_flight.h"

namespace sheen {

namespace {

using F = OverlayField;

constexpr double slowestCourse = 1;       // m/s: slower it hovers, and drifts any way
constexpr double courseErrorDegrees = 8;  // 1 sigma: what the wind turns the nose off the course by
/** A zoom that nobody saw: the field of view is that on either side, 95 % of such an error. */
constexpr double sigmasOfChange = 1.8;

bool hasAngles(const TelemetryReading& reading)
{
    return reading.cameraBearingDegrees && reading.cameraDepressionDegrees;
}

/** Told how steeply it looks, but not where to. */
bool looksAlongCourse(const TelemetryReading& reading)
{
    return reading.cameraDepressionDegrees && !reading.cameraBearingDegrees;
}

/** Whether a pose is sure enough to place a picture with. */
bool isKnown(const CameraPose& pose)
{
    return pose.heightMetres > 0 && pose.horizontalErrorMetres <= poseLimits::horizontalMetres &&
           pose.heightErrorMetres <= poseLimits::shareOfHeight * pose.heightMetres &&
           pose.bearingErrorDegrees <= poseLimits::angleDegrees &&
           pose.depressionErrorDegrees <= poseLimits::angleDegrees &&
           pose.fovErrorDegrees <= poseLimits::shareOfFieldOfView * pose.horizontalFovDegrees;
}

/** From best to worst. */
std::ptrdiff_t rank(Quality quality)
{
    static constexpr std::array order = {Quality::Set,          Quality::Klv,      Quality::Read,
                                         Quality::Interpolated, Quality::Rejected, Quality::None};
    return std::find(order.begin(), order.end(), quality) - order.begin();
}

/** The worst of the values that the pose needs. */
Quality qualityOf(const TelemetryRecord& record)
{
    std::vector<F> needed = {F::PlatformLatitude, F::PlatformLongitude, F::PlatformAltitude};
    if (!record.reading.horizontalFovDegrees)
        needed.push_back(F::FocalLength);
    if (!record.reading.cameraBearingDegrees && !looksAlongCourse(record.reading)) {
        needed.push_back(F::PlatformHeading);
        if (record.values[indexOf(F::TargetLatitude)]) {
            needed.push_back(F::TargetLatitude);
            needed.push_back(F::TargetLongitude);
        } else {
            needed.push_back(F::TargetBearing);
            needed.push_back(F::SlantRange);
        }
    }
    Quality worst = Quality::Set;
    for (const F field : needed) {
        // The course stands for a heading that was never read.
        const bool isCourse = field == F::PlatformHeading && !record.values[indexOf(field)];
        const Quality own = isCourse ? Quality::Interpolated : record.qualities[indexOf(field)];
        if (rank(own) > rank(worst))
            worst = own;
    }
    return worst;
}

std::optional<double> fovOf(const TelemetryRecord& record, const TrackSettings& settings)
{
    if (record.reading.horizontalFovDegrees)
        return record.reading.horizontalFovDegrees;
    if (const auto& focal = record.values[indexOf(F::FocalLength)])
        return horizontalFovDegrees(*focal, record.sensor, settings);
    return std::nullopt;
}

/**
 * The error of the field of view in the frames in which it was not seen to change: it may be that of either
 * side.
 */
std::vector<double> unseenZoom(const std::vector<TelemetryRecord>& records)
{
    std::vector<double> errors(records.size(), 0);
    std::optional<std::size_t> before;
    for (std::size_t i = 0; i < records.size(); ++i) {
        if (!isMeasured(records[i], F::FocalLength) || !records[i].horizontalFovDegrees)
            continue;
        for (std::size_t between = before ? *before + 1 : i; between < i; ++between)
            errors[between] =
                std::abs(*records[i].horizontalFovDegrees - *records[*before].horizontalFovDegrees) /
                sigmasOfChange;
        before = i;
    }
    return errors;
}

/** Where the aircraft flies to in each frame; while it hovers as before, or as after where nothing was
 * before; north where it never moves. */
std::vector<double> coursesOf(const SmoothedFlight& flight, std::size_t size)
{
    std::vector<double> courses(size, 0);
    if (flight.north.empty() || flight.east.empty())
        return courses;
    std::optional<double> last;
    for (std::size_t i = 0; i < size; ++i) {
        const double north = flight.north[i].rate;
        const double east = flight.east[i].rate;
        const bool flies = std::hypot(north, east) >= slowestCourse;
        if (flies) {
            const double course = wrappedTurn(std::atan2(east, north) / radiansPerDegree);
            if (!last)
                std::fill(courses.begin(), courses.begin() + static_cast<std::ptrdiff_t>(i), course);
            last = course;
        }
        courses[i] = last.value_or(0);
    }
    return courses;
}

class PoseBuilder
{
public:
    PoseBuilder(std::vector<TelemetryRecord>& flightRecords, SmoothedFlight smoothedFlight,
                const TrackSettings& trackSettings)
        : records(flightRecords), flight(std::move(smoothedFlight)), settings(trackSettings)
    {}
    void build();

private:
    bool canPlace(std::size_t at) const;
    void setFov(std::size_t at, CameraPose& pose) const;
    SmoothedValue courseFor(std::size_t at) const;
    void lookDown(std::size_t at, CameraPose& pose) const;
    void setLook(std::size_t at, CameraPose& pose) const;
    CameraPose poseAt(std::size_t at) const;

    std::vector<TelemetryRecord>& records;
    const SmoothedFlight flight;
    const TrackSettings& settings;
    std::vector<double> zooms;
    std::vector<double> courses;  //!< degrees
    bool fliesSomewhere = false;  //!< not only hovers: it has a course
};

bool PoseBuilder::canPlace(std::size_t at) const
{
    const TelemetryRecord& record = records[at];
    const bool angles = hasAngles(record.reading) || looksAlongCourse(record.reading) ||
                        (!flight.groundRange.empty() && !flight.bearing.empty() &&
                         (!flight.straightDown[at] || !flight.heading.empty() || fliesSomewhere));
    return !flight.north.empty() && !flight.height.empty() && angles && record.horizontalFovDegrees &&
           *record.horizontalFovDegrees > 0;
}

void PoseBuilder::setFov(std::size_t at, CameraPose& pose) const
{
    const TelemetryRecord& record = records[at];
    pose.horizontalFovDegrees = *record.horizontalFovDegrees;
    const auto& focal = record.values[indexOf(F::FocalLength)];
    if (record.reading.horizontalFovDegrees || !focal || *focal <= 0)
        return;
    // Focal lengths are shown in whole steps.
    const double rounding =
        pose.horizontalFovDegrees * flight.steps[indexOf(F::FocalLength)] / std::sqrt(12.0) / *focal;
    pose.fovErrorDegrees = std::hypot(rounding, zooms[at]);
    if (rounding > 0)
        pose.fovRoundingShare = square(rounding / pose.fovErrorDegrees);
}

/** The course in place of a heading that was not read. */
SmoothedValue PoseBuilder::courseFor(std::size_t at) const
{
    SmoothedValue value;
    value.value = courses[at];
    value.variance = square(courseErrorDegrees);
    return value;
}

/** The picture's upper edge is ahead, whichever way the turret is tilted. */
void PoseBuilder::lookDown(std::size_t at, CameraPose& pose) const
{
    const NadirTilt& tilt = flight.nadirTilt;
    const double aside = std::atan2(tilt.right, tilt.ahead) / radiansPerDegree;
    const SmoothedValue heading = flight.heading.empty() ? courseFor(at) : flight.heading[at];
    pose.bearingDegrees = wrappedTurn(heading.value + aside);
    pose.rollDegrees = -aside;
    pose.depressionDegrees = 90 - std::atan(std::hypot(tilt.right, tilt.ahead)) / radiansPerDegree;
    pose.bearingErrorDegrees = std::sqrt(heading.variance);
    pose.bearingRoundingShare = heading.roundingShare;
    pose.depressionErrorDegrees =
        std::atan2(std::sqrt(tilt.varianceSquareMetres), std::max(1.0, pose.heightMetres)) / radiansPerDegree;
}

void PoseBuilder::setLook(std::size_t at, CameraPose& pose) const
{
    const TelemetryReading& reading = records[at].reading;
    if (hasAngles(reading)) {
        pose.bearingDegrees = *reading.cameraBearingDegrees;
        pose.depressionDegrees = *reading.cameraDepressionDegrees;
        pose.rollDegrees = reading.cameraRollDegrees.value_or(0);
        return;
    }
    if (looksAlongCourse(reading)) {
        pose.bearingDegrees = courses[at];
        pose.bearingErrorDegrees = courseErrorDegrees;
        pose.depressionDegrees = *reading.cameraDepressionDegrees;
        pose.rollDegrees = reading.cameraRollDegrees.value_or(0);
        return;
    }
    const double above = std::max(1.0, pose.heightMetres);
    if (flight.straightDown[at]) {
        lookDown(at, pose);
        return;
    }
    const double rangeError = std::sqrt(flight.groundRange[at].variance);
    const double ground = std::max(0.0, flight.groundRange[at].value);
    pose.bearingDegrees = wrappedTurn(flight.bearing[at].value);
    pose.bearingErrorDegrees = std::sqrt(flight.bearing[at].variance);
    pose.bearingRoundingShare = flight.bearing[at].roundingShare;
    pose.depressionDegrees = std::atan2(above, ground) / radiansPerDegree;
    const double ofRange = above * rangeError, ofHeight = ground * pose.heightErrorMetres;
    pose.depressionErrorDegrees =
        std::hypot(ofRange, ofHeight) / (square(above) + square(ground)) / radiansPerDegree;
    if (ofRange > 0)
        pose.depressionRoundingShare =
            flight.groundRange[at].roundingShare * square(ofRange / std::hypot(ofRange, ofHeight));
}

CameraPose PoseBuilder::poseAt(std::size_t at) const
{
    CameraPose pose;
    const DegreeLengths lengths(flight.originLatitude);
    const SmoothedValue& north = flight.north[at];
    const SmoothedValue& east = flight.east[at];
    pose.latitudeDegrees = flight.originLatitude + north.value / lengths.north;
    pose.longitudeDegrees = longitudeNear(flight.originLongitude + east.value / lengths.east, 0);
    pose.heightMetres = flight.height[at].value - records[at].seaLevelMetres;
    // North and east each.
    pose.horizontalErrorMetres = std::sqrt((north.variance + east.variance) / 2);
    pose.horizontalRoundingShare = std::min(north.roundingShare, east.roundingShare);
    pose.heightErrorMetres = std::sqrt(flight.height[at].variance);
    pose.source = records[at].quality;
    setFov(at, pose);
    setLook(at, pose);
    return pose;
}

void PoseBuilder::build()
{
    for (TelemetryRecord& record : records) {
        record.horizontalFovDegrees = fovOf(record, settings);
        record.quality = qualityOf(record);
    }
    zooms = unseenZoom(records);
    courses = coursesOf(flight, records.size());
    constexpr double steady = 10;  // m/s
    for (std::size_t i = 0; i < flight.north.size() && !flight.east.empty(); ++i)
        fliesSomewhere = fliesSomewhere || std::hypot(flight.north[i].rate, flight.east[i].rate) >= steady;
    for (std::size_t i = 0; i < records.size(); ++i) {
        if (!canPlace(i))
            continue;
        const CameraPose pose = poseAt(i);
        if (isKnown(pose))
            records[i].pose = pose;
    }
}

}  // namespace

void addPoses(std::vector<TelemetryRecord>& records, const std::vector<double>& times,
              const TrackSettings& settings)
{
    if (!records.empty())
        PoseBuilder(records, smoothFlight(records, times, settings), settings).build();
}

}  // namespace sheen
