#pragma once

#include <optional>

#include "camera/camera_model.h"

namespace sheen {

// What the standard errors of a pose, taken as independent, do to the sea that its picture shows, by
// numerical differentiation.

/**
 * Radius of the circle that holds the true place of a picture's point with 95 % probability, in metres
 * (horizontalErrorMetres is that of north and east each). Errors are normal but for their rounding shares.
 * Nothing without ground; 0 where the pose has no errors.
 */
std::optional<double> positionErrorMetres(const CameraModel& camera, cv::Point2d pixel);

/**
 * Standard error of the area of what lies about a picture's point, as a share of it. One per cent of height
 * or of the tangent of half the field of view is two per cent of area. Nothing without ground; 0 where the
 * pose has no errors. Good for whatever is small against its distance from the camera.
 */
std::optional<double> areaErrorShare(const CameraModel& camera, cv::Point2d pixel);

}  // namespace sheen
