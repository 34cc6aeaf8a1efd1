#include "core/pipeline/frame_centre_check.h"

#include "core/data/geodesy.h"
#include "core/georeference/camera_model.h"
#include "core/georeference/pose_errors.h"

namespace sheen {

std::optional<double> frameCentreDisagreement(const TelemetryRecord& record, cv::Size picture)
{
    const TelemetryReading& reading = record.reading;
    const auto& latitude = reading[OverlayField::TargetLatitude].value;
    const auto& longitude = reading[OverlayField::TargetLongitude].value;
    // A pose that was made from the target says nothing about it.
    if (reading.source != Quality::Klv || !latitude || !longitude || !reading.cameraBearingDegrees ||
        !record.pose || picture.empty())
        return std::nullopt;
    CameraPose pose = *record.pose;
    pose.heightMetres -= reading[OverlayField::TargetElevation].value.value_or(0);
    const CameraModel camera(pose, picture);
    const cv::Point2d middle(picture.width / 2.0, picture.height / 2.0);
    const std::optional<GroundPoint> seen = camera.toGround(middle);
    if (!seen)
        return std::nullopt;
    const double metres = cv::norm(toEcef(*seen) - toEcef({*latitude, *longitude}));
    const double tolerance = 20 + 1.5 * positionErrorMetres(camera, middle).value_or(0);
    return metres > tolerance ? std::optional<double>(metres) : std::nullopt;
}

}  // namespace sheen
