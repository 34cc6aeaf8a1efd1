#include "placing/track_notices.h"

#include <algorithm>
#include <array>

#include "terrain/elevation_model.h"
#include "track/sea_level.h"

namespace sheen {

namespace {

constexpr std::array troubles = {IssueKind::NoGeoid, IssueKind::ElevationUnreadable,
                                 IssueKind::ElevationPartUnreadable, IssueKind::ElevationElsewhere,
                                 IssueKind::ElevationPartElsewhere};

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
        default:
            break;
    }
    return land && reached() > 0 && reached() < placed();
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
        const bool names = trouble != IssueKind::NoGeoid;
        facts.notices.push_back({trouble, names ? QJsonArray{settings.elevationFile} : QJsonArray()});
        ++facts.issueCounts[issueCountName(trouble)];
    }
}

}  // namespace sheen
