#include "sources/overlay_notices.h"

#include <algorithm>
#include <cmath>
#include <optional>

namespace sheen {

namespace {

using F = OverlayField;

bool isFromOverlay(const FrameRecord& frame)
{
    return frame.telemetry.reading.source == Quality::Read;
}

bool isMeasured(const FrameRecord& frame, F field)
{
    const Quality quality = frame.telemetry.qualities[indexOf(field)];
    return quality == Quality::Read || quality == Quality::Klv || quality == Quality::Set;
}

bool isUnread(const FrameRecord& frame)
{
    return !frame.telemetry.pose && !frame.telemetry.reading.outsideSource;
}

/** What a frame is placed with: straight down the heading, else the line of sight. */
std::vector<F> neededFields(const std::vector<FrameRecord>& frames)
{
    const bool hasFov = std::any_of(frames.begin(), frames.end(), [](const FrameRecord& frame) {
        return frame.telemetry.reading.horizontalFovDegrees.has_value();
    });
    std::vector<F> needed = {F::PlatformLatitude, F::PlatformLongitude, F::PlatformAltitude,
                             F::PlatformHeading,  F::TargetLatitude,    F::TargetLongitude};
    if (!hasFov)
        needed.push_back(F::FocalLength);
    return needed;
}

/** The field that keeps most frames without a place: what was read of it, and how often. */
void addMissingFields(const std::vector<FrameRecord>& frames, std::vector<Issue>& found)
{
    const auto unplaced = std::count_if(frames.begin(), frames.end(), isUnread);
    if (unplaced == 0)
        return;
    const std::vector<F> needed = neededFields(frames);
    std::vector<std::ptrdiff_t> measured;
    for (const F field : needed) {
        measured.push_back(std::count_if(frames.begin(), frames.end(),
                                         [&](const FrameRecord& frame) { return isMeasured(frame, field); }));
    }
    const std::ptrdiff_t fewest = *std::min_element(measured.begin(), measured.end());
    // Where all are missing alike, it is the overlay that was not seen, and no field is to blame.
    const bool alike = fewest > 0 && *std::max_element(measured.begin(), measured.end()) == fewest;
    for (std::size_t i = 0; i < needed.size(); ++i) {
        if (measured[i] > fewest)
            continue;
        QString text;
        int refused = 0;
        for (const FrameRecord& frame : frames) {
            const FieldReading& seen = frame.telemetry.reading[needed[i]];
            if (seen.value || seen.text.isEmpty())
                continue;
            ++refused;
            if (text.isEmpty())
                text = seen.text;
        }
        if (refused > measured[i])
            found.push_back(
                {IssueKind::OverlayFieldNotUnderstood, {overlayFieldName(needed[i]), text, refused}});
        else if (!alike)
            found.push_back({IssueKind::OverlayFieldNotRead,
                             {overlayFieldName(needed[i]), int(measured[i]), int(unplaced)}});
    }
}

void addCourse(const std::vector<FrameRecord>& frames, std::vector<Issue>& found)
{
    const auto frequency = std::count_if(frames.begin(), frames.end(), [](const FrameRecord& frame) {
        constexpr double nearlyDown = 85;  // degrees
        return isFromOverlay(frame) && frame.telemetry.pose &&
               frame.telemetry.pose->depressionDegrees > nearlyDown &&
               !frame.telemetry.values[indexOf(F::PlatformHeading)];
    });
    if (frequency > 0)
        found.push_back({IssueKind::OverlayHeadingFromCourse, {int(frequency)}});
}

void addZooms(const std::vector<FrameRecord>& frames, std::vector<Issue>& found)
{
    const auto focal = [&](std::size_t at) {
        return frames[at].telemetry.values[indexOf(F::FocalLength)].value_or(0);
    };
    std::optional<std::size_t> before;
    int unseen = 0;
    double from = 0;
    double to = 0;
    for (std::size_t i = 0; i < frames.size(); ++i) {
        if (!isMeasured(frames[i], F::FocalLength))
            continue;
        if (before && i > *before + 1 && focal(i) != focal(*before)) {
            if (unseen == 0) {
                from = focal(*before);
                to = focal(i);
            }
            unseen += static_cast<int>(i - *before - 1);
        }
        before = i;
    }
    if (unseen > 0)
        found.push_back({IssueKind::ZoomNotSeen, {unseen, from, to}});
}

}  // namespace

std::vector<Issue> overlayNotices(const std::vector<FrameRecord>& frames)
{
    std::vector<Issue> found;
    if (std::none_of(frames.begin(), frames.end(), isFromOverlay))
        return found;
    addMissingFields(frames, found);
    addCourse(frames, found);
    addZooms(frames, found);
    return found;
}

std::vector<IssueKind> overlayNoticeKinds()
{
    return {IssueKind::OverlayFieldNotUnderstood, IssueKind::OverlayFieldNotRead,
            IssueKind::OverlayHeadingFromCourse, IssueKind::ZoomNotSeen};
}

}  // namespace sheen
