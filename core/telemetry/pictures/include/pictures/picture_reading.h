#pragma once

#include <opencv2/core.hpp>

#include "data/picture_facts.h"
#include "data/telemetry.h"

namespace sheen {

/**
 * Tells what EXIF and XMP of a frame say as telemetry; source None without a position. The height is chosen
 * by chooseHeight(). The field of view comes from the calibrated focal length in pixels, else from the focal
 * length on 35 mm film. Without a pitch the camera is taken to look straight down; without any yaw the
 * reading has a depression but no bearing, so that the track takes the course for it.
 */
TelemetryReading readingOf(const PictureFacts& facts, cv::Size picture);

/** Tells whether the facts say nothing of how steeply the camera looks. */
bool assumesStraightDown(const PictureFacts& facts);

/** Tells whether the facts say nothing of the direction that the camera or what carries it points to. */
bool lacksDirection(const PictureFacts& facts);

}  // namespace sheen
