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

CameraAngles anglesOfAxes(const cv::Vec3d& opticalAxis, const cv::Vec3d& right, const cv::Vec3d& lower)
{
    CameraAngles angles;
    angles.depressionDegrees = std::asin(std::clamp(opticalAxis[2], -1.0, 1.0)) / radiansPerDegree;
    if (std::hypot(opticalAxis[0], opticalAxis[1]) > 1e-6) {
        angles.bearingDegrees = bearing(opticalAxis[0], opticalAxis[1]);
        angles.rollDegrees = std::atan2(right[2], lower[2]) / radiansPerDegree;
    } else {
        // Straight down the axis has no bearing: that of the picture's upper edge stands for it.
        angles.bearingDegrees = bearing(-lower[0], -lower[1]);
    }
    return angles;
}

CameraAngles cameraAngles(const Attitude& platform, const Attitude& gimbal)
{
    // Columns: where the optical axis, the picture's right and its lower edge point in north-east-down.
    const cv::Matx33d camera = rotation(platform) * rotation(gimbal);
    const auto column = [&camera](int at) { return cv::Vec3d(camera(0, at), camera(1, at), camera(2, at)); };
    return anglesOfAxes(column(0), column(1), column(2));
}

}  // namespace sheen
