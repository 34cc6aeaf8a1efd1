#include "geo/camera_angles.h"

#include <algorithm>
#include <cmath>
#include <opencv2/core.hpp>

#include "geo/angles.h"
#include "geo/geodesy.h"

namespace sheen {

namespace {

cv::Matx33d rotation(const Attitude& attitude)
{
    const double y = attitude.yawDegrees * radiansPerDegree;
    const double p = attitude.pitchDegrees * radiansPerDegree;
    const double r = attitude.rollDegrees * radiansPerDegree;
    const cv::Matx33d yaw(std::cos(y), -std::sin(y), 0, std::sin(y), std::cos(y), 0, 0, 0, 1);
    const cv::Matx33d pitch(std::cos(p), 0, std::sin(p), 0, 1, 0, -std::sin(p), 0, std::cos(p));
    const cv::Matx33d roll(1, 0, 0, 0, std::cos(r), -std::sin(r), 0, std::sin(r), std::cos(r));
    return yaw * pitch * roll;
}

double bearing(double north, double east)
{
    return wrappedTurn(std::atan2(east, north) / radiansPerDegree);
}

}  // namespace

CameraAngles cameraAngles(const Attitude& platform, const Attitude& gimbal)
{
    // Columns: where the optical axis, the picture's right and its lower edge point in north-east-down.
    const cv::Matx33d camera = rotation(platform) * rotation(gimbal);
    CameraAngles angles;
    angles.depressionDegrees = std::asin(std::clamp(camera(2, 0), -1.0, 1.0)) / radiansPerDegree;
    if (std::hypot(camera(0, 0), camera(1, 0)) > 1e-6) {
        angles.bearingDegrees = bearing(camera(0, 0), camera(1, 0));
        angles.rollDegrees = std::atan2(camera(2, 1), camera(2, 2)) / radiansPerDegree;
    } else {
        // Straight down the axis has no bearing: that of the picture's upper edge stands for it.
        angles.bearingDegrees = bearing(-camera(0, 2), -camera(1, 2));
    }
    return angles;
}

}  // namespace sheen
