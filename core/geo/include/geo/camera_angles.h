#pragma once

#include <opencv2/core.hpp>

namespace sheen {

/** Turned by yaw about down, then pitch (nose up) about the new right, then roll (right side down). Degrees.
 */
struct Attitude
{
    double yawDegrees = 0;
    double pitchDegrees = 0;
    double rollDegrees = 0;
};

/** Where the optical axis points, as in CameraPose. */
struct CameraAngles
{
    double bearingDegrees = 0;
    double depressionDegrees = 0;
    double rollDegrees = 0;
};

/** Returns the angles of a camera by its axes: unit vectors to the north, east and down. */
CameraAngles anglesOfAxes(const cv::Vec3d& opticalAxis, const cv::Vec3d& right, const cv::Vec3d& lower);

/**
 * The camera's true angles from those of what carries it, and its own relative to that: elevation up is
 * positive pitch, -90 looks straight down (MISB ST 0601, items 5 to 7 and 18 to 20). A gimbal whose angles
 * are true (DJI) stands on a platform without any.
 */
CameraAngles cameraAngles(const Attitude& platform, const Attitude& gimbal);

}  // namespace sheen
