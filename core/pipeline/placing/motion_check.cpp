#include "placing/motion_check.h"

#include <algorithm>
#include <cmath>
#include <map>

#include "base/median.h"
#include "geo/geodesy.h"
#include "motion/motion_fit.h"

namespace sheen {

namespace {

constexpr double sameFieldOfView = 0.02;  // as a share: farther apart, the lens zoomed between both frames
// Beyond these errors, 1 sigma, neither a width that is off by a fifth nor a drift of ten degrees shows.
constexpr double largestScaleError = 0.074;
constexpr double largestHeadingError = 3.5;  // degrees

/** A sensor and its focal length; 0 where the telemetry gives the field of view itself. */
using Optics = std::pair<QString, double>;

struct MotionsOfOptics
{
    std::vector<PosedMotion> motions;
    std::vector<const CameraPose*> poses;
};

const FrameRecord* frameNumbered(const std::vector<FrameRecord>& frames, int number)
{
    const auto at =
        std::lower_bound(frames.begin(), frames.end(), number,
                         [](const FrameRecord& frame, int wanted) { return frame.frame < wanted; });
    return at != frames.end() && at->frame == number && at->telemetry.pose ? &*at : nullptr;
}

Optics opticsOf(const TelemetryRecord& record)
{
    const auto& focal = record.values[indexOf(OverlayField::FocalLength)];
    return {record.sensor, record.reading.horizontalFovDegrees ? 0 : focal.value_or(0)};
}

bool isZoomedBetween(const FrameRecord& first, const FrameRecord& second)
{
    const double ratio =
        first.telemetry.pose->horizontalFovDegrees / second.telemetry.pose->horizontalFovDegrees;
    return opticsOf(first.telemetry) != opticsOf(second.telemetry) ||
           std::abs(std::log(ratio)) > sameFieldOfView;
}

PosedPicture posedPicture(const FrameRecord& frame)
{
    return {*frame.telemetry.pose, frame.telemetry.calibration, frame.pictureSize, frame.timeSeconds,
            frame.elevation};
}

std::map<Optics, MotionsOfOptics> byOptics(const std::vector<PictureMotion>& motions,
                                           const std::vector<FrameRecord>& frames)
{
    std::map<Optics, MotionsOfOptics> all;
    for (const PictureMotion& motion : motions) {
        const FrameRecord* first = frameNumbered(frames, motion.firstFrame);
        const FrameRecord* second = frameNumbered(frames, motion.secondFrame);
        if (!first || !second || isZoomedBetween(*first, *second))
            continue;
        MotionsOfOptics& own = all[opticsOf(first->telemetry)];
        own.motions.push_back({posedPicture(*first), posedPicture(*second), motion.first, motion.second});
        own.poses.push_back(&*first->telemetry.pose);
    }
    return all;
}

template <typename ValueOf>
double medianOf(const std::vector<const CameraPose*>& poses, const ValueOf& valueOf)
{
    std::vector<double> values;
    for (const CameraPose* pose : poses)
        values.push_back(valueOf(*pose));
    return median(values);
}

/** What the telemetry itself does not know any better is no disagreement. */
double toldScaleError(const std::vector<const CameraPose*>& poses)
{
    return medianOf(poses, [](const CameraPose& pose) {
        return std::hypot(pose.fovErrorDegrees / pose.horizontalFovDegrees,
                          pose.heightErrorMetres / pose.heightMetres);
    });
}

MotionCheck checkOf(const Optics& optics, const MotionsOfOptics& own)
{
    MotionCheck check;
    check.sensor = optics.first;
    check.focalLengthMillimetres = optics.second;
    check.fieldOfViewDegrees =
        medianOf(own.poses, [](const CameraPose& pose) { return pose.horizontalFovDegrees; });
    check.depressionDegrees =
        medianOf(own.poses, [](const CameraPose& pose) { return pose.depressionDegrees; });
    const std::optional<MotionFit> fit = fitMotion(own.motions);
    if (!fit)
        return check;
    check.pairs = fit->pairs;
    check.scale = fit->scale;
    check.scaleError = std::hypot(fit->scaleError, toldScaleError(own.poses));
    check.headingDegrees = fit->headingDegrees;
    check.headingErrorDegrees =
        std::hypot(fit->headingErrorDegrees,
                   medianOf(own.poses, [](const CameraPose& pose) { return pose.bearingErrorDegrees; }));
    check.knowsScale = check.scaleError < largestScaleError;
    check.knowsHeading = check.headingErrorDegrees < largestHeadingError;
    return check;
}

Issue scaleNotice(const MotionCheck& check, const TrackSettings& settings)
{
    const double width = sensorWidthMillimetres(check.sensor, settings);
    if (check.focalLengthMillimetres <= 0) {
        const double mended =
            2 * std::atan(std::tan(check.fieldOfViewDegrees / 2 * radiansPerDegree) / check.scale) /
            radiansPerDegree;
        return {IssueKind::MotionFieldOfViewDisagrees,
                {roundedTo(check.fieldOfViewDegrees, 2), roundedTo(mended, 2),
                 roundedTo(mended * check.scaleError, 2)}};
    }
    if (const double zoom = zoomOf(check); zoom > 0)
        return {IssueKind::MotionZoomMissed,
                {check.sensor, roundedTo(check.focalLengthMillimetres, 1), zoom,
                 roundedTo(width / check.scale, 2)}};
    return {IssueKind::MotionWidthDisagrees,
            {check.sensor, roundedTo(width, 2), roundedTo(width / check.scale, 2),
             roundedTo(width / check.scale * check.scaleError, 2)}};
}

/** One sensor has one width: its focal lengths are off alike. */
bool haveOneWidth(const MotionCheck& one, const MotionCheck& other)
{
    return one.sensor == other.sensor && areScalesAlike(one, other);
}

/** Those that are off, each other one that says the same left out; the surest first. */
template <typename IsOff, typename ErrorOf, typename AreAlike>
std::vector<MotionCheck> spokesmen(std::vector<MotionCheck> checks, const IsOff& isOff,
                                   const ErrorOf& errorOf, const AreAlike& areAlike)
{
    std::erase_if(checks, [&](const MotionCheck& check) { return !isOff(check); });
    std::stable_sort(checks.begin(), checks.end(), [&](const MotionCheck& one, const MotionCheck& other) {
        return errorOf(one) < errorOf(other);
    });
    std::vector<MotionCheck> chosen;
    for (const MotionCheck& check : checks) {
        if (std::none_of(chosen.begin(), chosen.end(),
                         [&](const MotionCheck& said) { return areAlike(said, check); }))
            chosen.push_back(check);
    }
    return chosen;
}

}  // namespace

std::vector<MotionCheck> checkMotions(const std::vector<PictureMotion>& motions,
                                      const std::vector<FrameRecord>& frames)
{
    std::vector<MotionCheck> checks;
    for (const auto& [optics, own] : byOptics(motions, frames)) {
        MotionCheck check = checkOf(optics, own);
        if (check.pairs > 0)
            checks.push_back(std::move(check));
    }
    return checks;
}

std::vector<Issue> motionNotices(const std::vector<MotionCheck>& checks, const TrackSettings& settings)
{
    std::vector<Issue> notices;
    for (const MotionCheck& check : spokesmen(
             checks, isScaleOff, [](const MotionCheck& one) { return one.scaleError; }, haveOneWidth))
        notices.push_back(scaleNotice(check, settings));
    for (const MotionCheck& check : spokesmen(
             checks, isHeadingOff, [](const MotionCheck& one) { return one.headingErrorDegrees; },
             areHeadingsAlike))
        notices.push_back({IssueKind::MotionHeadingDisagrees,
                           {roundedTo(check.headingDegrees, 1), roundedTo(check.headingErrorDegrees, 1)}});
    return notices;
}

std::vector<IssueKind> motionNoticeKinds()
{
    return {IssueKind::MotionZoomMissed, IssueKind::MotionWidthDisagrees,
            IssueKind::MotionFieldOfViewDisagrees, IssueKind::MotionHeadingDisagrees};
}

}  // namespace sheen
