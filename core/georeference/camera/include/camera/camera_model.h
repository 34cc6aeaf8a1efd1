#pragma once

#include <array>
#include <memory>
#include <opencv2/core.hpp>
#include <optional>

#include "data/camera_calibration.h"
#include "data/frame_record.h"
#include "data/telemetry.h"
#include "geo/ground.h"

namespace sheen {

/**
 * Stage 3: pixels to the sea and back, for one frame. Pinhole with square pixels, principal point in the
 * middle of the active picture; the sea is the WGS84 ellipsoid, raised to sea level, and an elevation model
 * is the land that stands in it. Immutable; safe from many threads. A pose that makes no sense (height at or
 * below the sea, field of view outside 0 to 180 degrees, not a number) gives a camera that sees no ground.
 *
 * Frames: the pose's place on the ellipsoid spans north-east-down; the optical axis points `bearing` and
 * `depression`; image up is the vertical plane through the axis (straight down: the bearing itself), turned
 * by roll. docs/georeferencing.md has the formulas.
 */
class CameraModel
{
public:
    CameraModel(const CameraPose& pose, cv::Size picture, const CameraCalibration& calibration = {},
                std::shared_ptr<const ElevationModel> elevation = {});

    /**
     * Where the ray through this point of the picture first meets land or sea; nothing at or above the
     * horizon of the sea.
     */
    std::optional<GroundPoint> toGround(cv::Point2d pixel) const;
    std::optional<cv::Vec3d> toEcefPoint(cv::Point2d pixel) const;  //!< the same as ECEF, metres

    /** Where a place on land or sea appears, whether or not land stands before it; may lie outside the
     * picture; nothing behind the camera or beyond what toGround reaches. */
    std::optional<cv::Point2d> toPixel(const GroundPoint& ground) const;
    std::optional<cv::Point2d> pixelOfEcef(const cv::Vec3d& ecef) const;  //!< the same for ECEF, metres

    /** Metres on the sea per pixel at this point: geometric mean of both directions; nothing without ground.
     */
    std::optional<double> groundSampleDistance(cv::Point2d pixel) const;

    /** Whether a place on the sea sees the camera above its horizon by more than the smallest grazing angle.
     */
    bool isSeenFrom(const cv::Vec3d& ecef) const;

    cv::Size pictureSize() const { return m_picture; }
    const cv::Rect2d& activePicture() const { return m_activePicture; }
    const CameraPose& pose() const { return m_pose; }
    const CameraCalibration& calibration() const { return m_calibration; }
    const std::shared_ptr<const ElevationModel>& elevation() const { return m_elevation; }

    // For rasters, which ask for millions of points: x = ecefToCamera() * (ecef - position()), to the right,
    // down and along the axis; divided by x[2], distorted, times focalPixels(), plus principalPoint().
    const cv::Vec3d& position() const { return m_position; }
    const cv::Matx33d& ecefToCamera() const { return m_ecefToCamera; }
    double focalPixels() const { return m_focalPixels; }
    cv::Point2d principalPoint() const { return m_principalPoint; }
    /** Beyond this distance from the axis, in focal lengths, the distortion would fold back. */
    double largestRadius() const { return m_largestRadius; }

private:
    std::optional<cv::Vec3d> toSea(cv::Point2d pixel) const;
    std::optional<cv::Point2d> undistorted(cv::Point2d pixel) const;  //!< in focal lengths from the axis

    CameraPose m_pose;
    cv::Size m_picture;
    CameraCalibration m_calibration;
    std::shared_ptr<const ElevationModel> m_elevation;
    cv::Rect2d m_activePicture;
    cv::Vec3d m_position;        //!< earth-centred, earth-fixed, metres
    cv::Matx33d m_ecefToCamera;  //!< rows: x right, y down, z along the axis
    cv::Matx33d m_cameraToEcef;
    cv::Point2d m_principalPoint;
    double m_focalPixels = 0;
    double m_largestRadius = 0;
    double m_smallestGrazingSine = 0;
    bool m_seesGround = false;
};

/** The camera that took a frame, by its pose and calibration; nothing where the frame has no pose. */
std::optional<CameraModel> cameraOf(const FrameRecord& record);

}  // namespace sheen
