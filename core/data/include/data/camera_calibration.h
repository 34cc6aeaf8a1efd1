#pragma once

#include <QJsonObject>
#include <QRectF>

namespace sheen {

/** Angle between a ray and the sea below which it has no usable place, where nothing else is set. */
constexpr double smallestGrazingAngleDegrees = 2.0;

/** Lens and mounting of a turret, beyond what a pose says. */
struct CameraCalibration
{
    /** Part of the frame that shows the picture, where side bars frame it; shares of the frame, 0 to 1. */
    QRectF activePicture{0, 0, 1, 1};
    // How the camera sits in what the telemetry tells of: it looks so much further to its right, then down,
    // and is then turned clockwise about its axis.
    double boresightPanDegrees = 0;
    double boresightTiltDegrees = 0;
    double boresightRollDegrees = 0;
    double focalScale = 1;  //!< times the focal length that the field of view gives
    double radialK1 = 0;    //!< r_distorted = r (1 + k1 r^2 + k2 r^4), r in focal lengths
    double radialK2 = 0;
    /** Rays that meet the sea at a flatter angle have no usable place: there the frame is cut. */
    double smallestGrazingDegrees = smallestGrazingAngleDegrees;

    bool operator==(const CameraCalibration& other) const = default;
};

// A calibration file is the JSON object below; docs/camera-calibration.md describes it.

QJsonObject calibrationToJson(const CameraCalibration& calibration);  //!< without what is as by default
/** What is missing keeps its default. Throws Error(Unreadable) naming the key whose value makes no sense. */
CameraCalibration calibrationFromJson(const QJsonObject& json);

}  // namespace sheen
