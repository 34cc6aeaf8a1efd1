#include "placing/track_notices.h"

#include <algorithm>
#include <array>
#include <cmath>

#include "geo/geodesy.h"
#include "placing/motion_check.h"
#include "sources/overlay_notices.h"
#include "terrain/elevation_model.h"
#include "track/sea_level.h"

namespace sheen {

namespace {

constexpr std::array troubles = {IssueKind::NoGeoid,
                                 IssueKind::ElevationUnreadable,
                                 IssueKind::ElevationPartUnreadable,
                                 IssueKind::ElevationElsewhere,
                                 IssueKind::ElevationPartElsewhere,
                                 IssueKind::CameraUpsideDown,
                                 IssueKind::CameraAboveHorizon,
                                 IssueKind::OilAtHorizon};

/** Whether something holds of all frames that have a pose, and there are some. */
template <typename Holds>
bool holdsThroughout(const std::vector<FrameRecord>& frames, const Holds& holds)
{
    bool any = false;
    for (const FrameRecord& frame : frames) {
        if (frame.telemetry.pose && !holds(*frame.telemetry.pose))
            return false;
        any = any || frame.telemetry.pose.has_value();
    }
    return any;
}

/** Whether nine tenths of the area that was found are seen at a flat angle, from above the horizon. */
bool isOilAtHorizon(const std::vector<FrameRecord>& frames)
{
    constexpr double flatDegrees = 3;
    constexpr double nearlyAll = 0.9;
    double all = 0;
    double flat = 0;
    for (const FrameRecord& frame : frames) {
        const auto& pose = frame.telemetry.pose;
        for (const Detection& detection : frame.detections) {
            if (!pose || detection.ground.empty() || detection.ground.front().empty() ||
                detection.ground.front().front().empty())
                continue;
            const DegreeLengths lengths(pose->latitudeDegrees);
            const GroundPoint& place = detection.ground.front().front().front();
            const double north = (place.latitudeDegrees - pose->latitudeDegrees) * lengths.north;
            const double east =
                (longitudeNear(place.longitudeDegrees, pose->longitudeDegrees) - pose->longitudeDegrees) *
                lengths.east;
            const double depression =
                std::atan2(pose->heightMetres, std::hypot(north, east)) / radiansPerDegree;
            all += detection.areaSquareMetres;
            flat += depression < flatDegrees ? detection.areaSquareMetres : 0;
        }
    }
    return all > 0 && flat >= nearlyAll * all;
}

bool isThere(IssueKind trouble, const std::vector<FrameRecord>& frames, const TrackSettings& settings)
{
    const auto count = [&frames](const auto& holds) {
        return std::count_if(frames.begin(), frames.end(), holds);
    };
    const ElevationModel* land = frames.empty() ? nullptr : frames.front().elevation.get();
    const auto reached = [&] {
        return count([land](const FrameRecord& frame) {
            return std::any_of(frame.footprint.begin(), frame.footprint.end(),
                               [land](const GroundPoint& corner) { return land->covers(corner); });
        });
    };
    const auto placed = [&] {
        return count([](const FrameRecord& frame) { return !frame.footprint.empty(); });
    };
    switch (trouble) {
        case IssueKind::NoGeoid:
            return count([&](const FrameRecord& frame) {
                       return lacksGeoid(frame.telemetry.reading, settings);
                   }) > 0;
        case IssueKind::ElevationUnreadable:
            return !settings.elevationFile.isEmpty() && !frames.empty() && !land;
        case IssueKind::ElevationPartUnreadable:
            return land && land->isDamaged();
        case IssueKind::ElevationElsewhere:
            return land && placed() > 0 && reached() == 0;
        case IssueKind::CameraUpsideDown:
            return holdsThroughout(frames,
                                   [](const CameraPose& pose) { return std::abs(pose.rollDegrees) > 90; });
        case IssueKind::CameraAboveHorizon:
            return holdsThroughout(frames,
                                   [](const CameraPose& pose) { return pose.depressionDegrees <= 0; });
        case IssueKind::OilAtHorizon:
            return isOilAtHorizon(frames);
        default:
            break;
    }
    return land && reached() > 0 && reached() < placed();
}

bool namesElevation(IssueKind trouble)
{
    return trouble == IssueKind::ElevationUnreadable || trouble == IssueKind::ElevationPartUnreadable ||
           trouble == IssueKind::ElevationElsewhere || trouble == IssueKind::ElevationPartElsewhere;
}

void say(RunFacts& facts, const std::vector<IssueKind>& kinds, const std::vector<Issue>& found)
{
    for (const IssueKind kind : kinds) {
        removeIssues(facts.notices, {kind});
        facts.issueCounts.erase(issueCountName(kind));
    }
    for (const Issue& issue : found) {
        facts.notices.push_back(issue);
        ++facts.issueCounts[issueCountName(issue.kind)];
    }
}

}  // namespace

void setTrackNotices(RunFacts& facts, const std::vector<FrameRecord>& frames, const TrackSettings& settings)
{
    for (const IssueKind trouble : troubles) {
        removeIssues(facts.notices, {trouble});
        facts.issueCounts.erase(issueCountName(trouble));
    }
    for (const IssueKind trouble : troubles) {
        if (!isThere(trouble, frames, settings))
            continue;
        facts.notices.push_back(
            {trouble, namesElevation(trouble) ? QJsonArray{settings.elevationFile} : QJsonArray()});
        ++facts.issueCounts[issueCountName(trouble)];
    }
    say(facts, overlayNoticeKinds(), overlayNotices(frames));
    facts.motionChecks = checkMotions(facts.pictureMotions, frames);
    say(facts, motionNoticeKinds(), motionNotices(facts.motionChecks, settings));
}

}  // namespace sheen
