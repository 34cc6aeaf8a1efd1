#pragma once

#include "camera/camera_model.h"

namespace sheen::test {

inline const cv::Size hd(1280, 720);

inline CameraPose poseAt(double latitudeDegrees, double longitudeDegrees, double heightMetres,
                         double bearingDegrees, double depressionDegrees, double fovDegrees = 30)
{
    CameraPose pose;
    pose.latitudeDegrees = latitudeDegrees;
    pose.longitudeDegrees = longitudeDegrees;
    pose.heightMetres = heightMetres;
    pose.bearingDegrees = bearingDegrees;
    pose.depressionDegrees = depressionDegrees;
    pose.horizontalFovDegrees = fovDegrees;
    return pose;
}

/** A turret that looks a little beside where its angles say. */
inline CameraCalibration turnedMounting()
{
    CameraCalibration calibration;
    calibration.boresightPanDegrees = 0.8;
    calibration.boresightTiltDegrees = -0.5;
    calibration.boresightRollDegrees = 0.6;
    calibration.focalScale = 1.02;
    return calibration;
}

}  // namespace sheen::test
