#pragma once

#include <memory>
#include <opencv2/core.hpp>
#include <optional>
#include <vector>

#include "data/camera_calibration.h"
#include "data/picture_motion.h"
#include "data/telemetry.h"

namespace sheen {

class ElevationModel;

/** One frame's camera, as the telemetry has it. */
struct PosedPicture
{
    CameraPose pose;
    CameraCalibration calibration;
    cv::Size size;  //!< pixels
    double timeSeconds = 0;
    std::shared_ptr<const ElevationModel> elevation;  //!< nothing: all is sea
};

/** The same ground in two frames. */
struct PosedMotion
{
    PosedPicture first;
    PosedPicture second;
    std::vector<cv::Point2f> firstPoints;
    std::vector<cv::Point2f> secondPoints;
};

/** See MotionCheck; errors are 1 sigma. */
struct MotionFit
{
    double scale = 1;
    double scaleError = 0;
    double headingDegrees = 0;
    double headingErrorDegrees = 0;
    int pairs = 0;  //!< that agree with it
};

/**
 * Fits the scale of the focal length and the turn of the bearing with which the ground stands still: points
 * of a pair, projected to the sea with the adjusted camera of each frame, then lie in the same place. Least
 * squares over the mean displacement of each pair, pairs that disagree weighing less.
 *
 * The error holds the spread over the pairs, and what all pairs may have in common: the sea that moves (waves
 * and foam, 1 m/s) and the axis that drifts against what is told of it (0.1 degrees a second). So it is large
 * where the aircraft hardly moved, or kept the same ground in the middle of the picture.
 *
 * Returns std::nullopt with fewer than four pairs, where fewer than 60 % of them agree, or where they do not
 * say anything.
 */
std::optional<MotionFit> fitMotion(const std::vector<PosedMotion>& motions);

}  // namespace sheen
