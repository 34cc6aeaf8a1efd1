#include "sources/look_check.h"

#include <tbb/parallel_for.h>

#include <algorithm>
#include <array>
#include <cmath>
#include <utility>

#include "camera/camera_model.h"
#include "camera/pose_errors.h"
#include "geo/angles.h"
#include "geo/geodesy.h"
#include "grammar/overlay_grammar.h"
#include "smoothing/smoothed_flight.h"

namespace sheen {

namespace {

using F = OverlayField;

double degreesBetween(const cv::Vec3d& a, const cv::Vec3d& b)
{
    return std::atan2(cv::norm(a.cross(b)), a.dot(b)) / radiansPerDegree;
}

double squareRoot(double value)
{
    return std::sqrt(std::max(0.0, value));
}

/** What an overlay displays of a line of sight, in metres and degrees, with the displays' steps. */
class DisplayedLook
{
public:
    explicit DisplayedLook(const TelemetryRecord& record) : m_record(record) {}

    bool isComplete() const
    {
        constexpr std::array needed = {F::PlatformLatitude, F::PlatformLongitude, F::PlatformAltitude,
                                       F::TargetLatitude,   F::TargetLongitude,   F::TargetBearing,
                                       F::SlantRange};
        return m_record.reading.source == Quality::Read &&
               std::all_of(needed.begin(), needed.end(), [this](F field) {
                   return m_record.qualities[indexOf(field)] == Quality::Read &&
                          m_record.doubts[indexOf(field)] == Doubt::None;
               });
    }

    std::optional<LookDisagreement> disagreement() const
    {
        const DegreeLengths lengths((value(F::PlatformLatitude) + value(F::TargetLatitude)) / 2);
        const double north = (value(F::TargetLatitude) - value(F::PlatformLatitude)) * lengths.north;
        const double east = (longitudeNear(value(F::TargetLongitude), value(F::PlatformLongitude)) -
                             value(F::PlatformLongitude)) *
                            lengths.east;
        const double ground = std::hypot(north, east);
        const double above = value(F::PlatformAltitude) - m_record.seaLevelMetres -
                             m_record.values[indexOf(F::TargetElevation)].value_or(0);
        const double slant = value(F::SlantRange);
        // Roundings of both ends at their worst, and what is flown between two refreshes of a display.
        const double places =
            std::hypot((step(F::PlatformLatitude) + step(F::TargetLatitude)) / 2 * lengths.north,
                       (step(F::PlatformLongitude) + step(F::TargetLongitude)) / 2 * lengths.east) +
            25;
        // Ground ranges that slant range and height may mean.
        const double slantOff = step(F::SlantRange) / 2 + 0.01 * slant;
        const double heightOff = step(F::PlatformAltitude) / 2 + 15;
        const double nearest =
            squareRoot(std::pow(slant - slantOff, 2) - std::pow(std::abs(above) + heightOff, 2));
        const double farthest = squareRoot(std::pow(slant + slantOff, 2) -
                                           std::pow(std::max(0.0, std::abs(above) - heightOff), 2));
        const bool rangeFits = ground >= nearest - places && ground <= farthest + places;
        const double turn = shortestTurn(std::atan2(east, north) / radiansPerDegree, value(F::TargetBearing));
        const double turnOff = step(F::TargetBearing) / 2 + 1 + std::atan2(places, ground) / radiansPerDegree;
        // Straight down a bearing means nothing.
        const bool bearingFits = ground < 4 * places || std::abs(turn) <= turnOff;
        if (rangeFits && bearingFits)
            return std::nullopt;
        const double told = squareRoot(slant * slant - above * above);
        const double bearing = value(F::TargetBearing) * radiansPerDegree;
        const cv::Vec3d target(north, east, above);
        const cv::Vec3d angles(told * std::cos(bearing), told * std::sin(bearing), above);
        return LookDisagreement{cv::norm(target - angles), degreesBetween(target, angles)};
    }

private:
    double value(F field) const { return m_record.values[indexOf(field)].value_or(0); }
    double step(F field) const { return overlayStep(field, m_record.reading[field].text); }

    const TelemetryRecord& m_record;
};

}  // namespace

std::optional<LookDisagreement> frameCentreDisagreement(const TelemetryRecord& record, cv::Size picture)
{
    const TelemetryReading& reading = record.reading;
    const auto& latitude = reading[F::TargetLatitude].value;
    const auto& longitude = reading[F::TargetLongitude].value;
    // A pose that was made from the target says nothing about it.
    if (reading.source != Quality::Klv || !latitude || !longitude || !reading.cameraBearingDegrees ||
        !record.pose || picture.empty())
        return std::nullopt;
    CameraPose pose = *record.pose;
    pose.heightMetres -= reading[F::TargetElevation].value.value_or(0);
    const CameraModel camera(pose, picture, record.calibration);
    const cv::Point2d middle(picture.width / 2.0, picture.height / 2.0);
    const std::optional<cv::Vec3d> seen = camera.toEcefPoint(middle);
    if (!seen)
        return std::nullopt;
    const cv::Vec3d given = toEcef({*latitude, *longitude});
    const LookDisagreement found{cv::norm(*seen - given),
                                 degreesBetween(*seen - camera.position(), given - camera.position())};
    const double tolerance = 20 + 1.5 * positionErrorMetres(camera, middle).value_or(0);
    return found.metres > tolerance ? std::optional(found) : std::nullopt;
}

std::optional<LookDisagreement> displayedLookDisagreement(const TelemetryRecord& record)
{
    const DisplayedLook look(record);
    return look.isComplete() ? look.disagreement() : std::nullopt;
}

std::optional<Issue> LookCheck::check(const TelemetryRecord& record,
                                      const std::optional<LookDisagreement>& found)
{
    const bool isKlv = record.reading.source == Quality::Klv;
    // A digit that was misread once is no disagreement: the next frame has to bear it out.
    const bool suspected = std::exchange(m_suspected, !isKlv && found.has_value());
    if (!found || !(isKlv || suspected))
        return std::nullopt;
    return Issue{isKlv ? IssueKind::KlvFrameCentreDisagrees : IssueKind::OverlayLookDisagrees,
                 {roundedTo(found->metres, 0), roundedTo(found->degrees, 1)}};
}

void checkLooksAgain(std::vector<FrameRecord>& frames)
{
    std::vector<std::optional<LookDisagreement>> found(frames.size());
    tbb::parallel_for(std::size_t(0), frames.size(), [&](std::size_t i) {
        const TelemetryRecord& record = frames[i].telemetry;
        found[i] = record.reading.source == Quality::Klv
                       ? frameCentreDisagreement(record, frames[i].pictureSize)
                       : displayedLookDisagreement(record);
    });
    LookCheck looks;
    for (std::size_t i = 0; i < frames.size(); ++i) {
        std::vector<Issue>& issues = frames[i].issues;
        removeIssues(issues, {IssueKind::KlvFrameCentreDisagrees, IssueKind::OverlayLookDisagrees});
        if (const auto issue = looks.check(frames[i].telemetry, found[i]))
            issues.push_back(*issue);
    }
}

void countLooks(const std::vector<FrameRecord>& frames, std::map<QString, int>& issueCounts)
{
    for (const IssueKind kind : {IssueKind::KlvFrameCentreDisagrees, IssueKind::OverlayLookDisagrees}) {
        const auto count = std::count_if(frames.begin(), frames.end(), [kind](const FrameRecord& frame) {
            return std::any_of(frame.issues.begin(), frame.issues.end(),
                               [kind](const Issue& issue) { return issue.kind == kind; });
        });
        issueCounts.erase(issueCountName(kind));
        if (count > 0)
            issueCounts[issueCountName(kind)] = static_cast<int>(count);
    }
}

}  // namespace sheen
