#pragma once

#include <memory>
#include <optional>
#include <vector>

#include "camera/camera_model.h"
#include "data/frame_record.h"
#include "geo/ground.h"

namespace sheen {

/** The same thing in a frame and on the map: a pier, a buoy whose position is known. */
struct TiePoint
{
    CameraPose pose;  //!< of the frame
    cv::Size pictureSize;
    cv::Point2d pixel;
    GroundPoint ground;
    std::shared_ptr<const ElevationModel>
        elevation;  //!< of the land it stands on; nothing: it is at sea level
};

/** How far a tie point lies from where the camera puts it. */
struct TieResidual
{
    cv::Point2d pixels;  //!< from where it was marked to where its place on the map appears
    double metres = 0;   //!< between both places on the map
};

/** Which values of a calibration follow tie points; the others stay as they are. */
struct TieUnknowns
{
    bool pan = true;
    bool tilt = true;
    bool roll = true;
    bool focalScale = true;
};

/**
 * What so many points can tell: one gives pan and tilt, two also roll, three also the focal scale. For more
 * than pan and tilt they have to lie apart in their pictures: 5 % of the width from their middle, as a root
 * mean square.
 */
TieUnknowns unknownsToldBy(const std::vector<TiePoint>& points);

/** Nothing where the point cannot be seen, or its mark shows no land or sea. */
std::optional<TieResidual> tieResidual(const TiePoint& point, const CameraCalibration& calibration);

/** A calibration that fits tie points, with how well it does. */
struct TieFit
{
    CameraCalibration calibration;
    // Standard errors; those of a value that the points say little about are near what was assumed of it,
    // and that of a value that stays is 0.
    double panErrorDegrees = 0, tiltErrorDegrees = 0, rollErrorDegrees = 0, focalScaleError = 0;
    std::vector<TieResidual> before;  //!< of each point, with the calibration that it started from
    std::vector<TieResidual> after;
};

/**
 * Boresight and focal scale by least squares (Gauss-Newton, numeric derivatives) from one or more points on
 * one or more frames. What few points cannot tell is held near where it was by what is usual for a turret:
 * standard deviations of 5 degrees for pan and tilt, 2 for roll, 5 % for the focal scale, and 2 pixels for a
 * mark. One point gives pan and tilt, two also roll, more the focal scale. Nothing where a point cannot be
 * seen by its camera (above the horizon, behind it), or without points.
 */
std::optional<TieFit> fitBoresight(const std::vector<TiePoint>& points, const CameraCalibration& start,
                                   const TieUnknowns& unknowns = {});

}  // namespace sheen
