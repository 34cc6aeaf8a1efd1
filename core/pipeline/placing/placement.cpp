#include "placing/placement.h"

#include <tbb/parallel_for.h>

#include <QCoreApplication>
#include "camera/camera_model.h"
#include "camera/footprint.h"
#include "raster/orthoimage.h"
#include "slick/outlines.h"

namespace sheen {

namespace {

void clearPlacement(FrameRecord& record)
{
    record.footprint.clear();
    record.centre.reset();
    record.groundSampleDistanceMetres = 0;
    record.positionErrorMetres = 0;
    for (Detection& detection : record.detections) {
        detection.ground.clear();
        detection.areaSquareMetres = 0;
    }
    removeIssues(record.issues, {IssueKind::NoPose, IssueKind::AboveHorizon});
}

}  // namespace

void placeFrame(FrameRecord& record)
{
    clearPlacement(record);
    if (record.pictureSize.empty())
        return;  // nothing was seen: that is an issue already
    if (const std::optional<CameraModel> camera = cameraOf(record)) {
        const Footprint footprint = footprintOf(*camera);
        record.footprint = footprint.outline;
        record.centre = camera->toGround({record.pictureSize.width / 2.0, record.pictureSize.height / 2.0});
        record.groundSampleDistanceMetres = footprint.groundSampleDistanceMetres;
        record.positionErrorMetres = footprint.positionErrorMetres;
        if (footprint.outline.empty()) {
            record.issues.push_back({IssueKind::AboveHorizon, {}});
            return;
        }
        for (Detection& detection : record.detections)
            placeDetection(detection, [&camera](cv::Point2d pixel) { return camera->toGround(pixel); });
    } else {
        record.issues.push_back({IssueKind::NoPose, {}});
    }
}

void placeFrames(std::vector<FrameRecord>& frames, std::vector<TelemetryRecord> telemetry,
                 const Cancel* cancel)
{
    tbb::parallel_for(std::size_t(0), frames.size(), [&](std::size_t i) {
        if (cancel && cancel->requested())
            return;
        frames[i].telemetry = i < telemetry.size() ? std::move(telemetry[i]) : TelemetryRecord();
        placeFrame(frames[i]);
    });
}

void countPlaces(const std::vector<FrameRecord>& frames, RunFacts& facts)
{
    std::map<QString, int>& issues = facts.issueCounts;
    for (const char* kind : {"above_horizon", "no_place", "telemetry_interpolated", "telemetry_rejected"})
        issues.erase(QLatin1String(kind));
    facts.framesPlaced = 0;
    for (const FrameRecord& frame : frames) {
        if (!frame.footprint.empty())
            ++facts.framesPlaced;
        else if (!frame.pictureSize.empty())
            ++issues[frame.telemetry.pose ? QStringLiteral("above_horizon") : QStringLiteral("no_place")];
        if (frame.telemetry.quality == Quality::Interpolated)
            ++issues[QStringLiteral("telemetry_interpolated")];
        else if (frame.telemetry.quality == Quality::Rejected)
            ++issues[QStringLiteral("telemetry_rejected")];
    }
}

int utmZoneOf(const std::vector<FrameRecord>& frames)
{
    std::vector<const FrameRecord*> placed;
    for (const FrameRecord& frame : frames) {
        if (!frame.footprint.empty())
            placed.push_back(&frame);
    }
    if (placed.empty())
        return 0;
    const FrameRecord& middle = *placed[placed.size() / 2];
    return MapProjection::utmZoneFor(middle.centre.value_or(middle.footprint.front()));
}

}  // namespace sheen
