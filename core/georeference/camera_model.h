#pragma once

#include <array>
#include <opencv2/core.hpp>
#include <optional>

#include "core/data/ground.h"
#include "core/data/telemetry.h"

namespace sheen {

/** Lens and mounting, beyond what a pose says. */
struct CameraCalibration
{
    cv::Rect2d activePicture;            //!< pixels; empty: the whole frame
    double boresightBearingDegrees = 0;  //!< added to the pose
    double boresightDepressionDegrees = 0;
    double boresightRollDegrees = 0;
    double radialK1 = 0;  //!< r_distorted = r (1 + k1 r^2 + k2 r^4), r in focal lengths
    double radialK2 = 0;
    double focalScale = 1;
};

/** Rays this close to the horizon (degrees below it) have no usable place. */
constexpr double smallestGrazingAngleDegrees = 2.0;

/**
 * Stage 3: pixels to the sea and back, for one frame. Pinhole with square pixels, principal point in the
 * middle of the active picture; the sea is the WGS84 ellipsoid, raised to sea level. Immutable; safe from
 * many threads.
 *
 * Frames: the pose's place on the ellipsoid spans north-east-down; the optical axis points `bearing` and
 * `depression`; image up is the vertical plane through the axis (straight down: the bearing itself), turned
 * by roll.
 */
class CameraModel
{
public:
    CameraModel(const CameraPose& pose, cv::Size picture, const CameraCalibration& calibration = {});

    /** Where the ray through this point of the picture meets the sea; nothing at or above the horizon. */
    std::optional<GroundPoint> toGround(cv::Point2d pixel) const;

    /** Where a place on the sea appears; may lie outside the picture; nothing behind the camera or horizon.
     */
    std::optional<cv::Point2d> toPixel(const GroundPoint& ground) const;

    /** Metres on the sea per pixel at this point: geometric mean of both directions; nothing without ground.
     */
    std::optional<double> groundSampleDistance(cv::Point2d pixel) const;

    cv::Size pictureSize() const { return m_picture; }
    const CameraPose& pose() const { return m_pose; }

private:
    std::optional<cv::Vec3d> toEcef(cv::Point2d pixel) const;

    CameraPose m_pose;
    cv::Size m_picture;
    CameraCalibration m_calibration;
    cv::Vec3d m_position;       //!< earth-centred, earth-fixed, metres
    cv::Matx33d m_pixelToEcef;  //!< turns a ray (x right, y down, z along the axis) into ECEF
    cv::Point2d m_principalPoint;
    double m_focalPixels = 0;
};

}  // namespace sheen
