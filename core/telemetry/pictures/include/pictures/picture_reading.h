#pragma once

#include <opencv2/core.hpp>

#include "data/picture_facts.h"
#include "data/telemetry.h"

namespace sheen {

/**
 * What EXIF and XMP of a frame tell as telemetry; source None without a position. The absolute altitude is
 * taken for the height above the sea, that above the take-off only where there is no other. The field of view
 * comes from the calibrated focal length in pixels, else from the focal length on 35 mm film. Without angles
 * the camera is taken to look straight down.
 */
TelemetryReading readingOf(const PictureFacts& facts, cv::Size picture);

/** Whether the facts say nothing of where the camera looks. */
bool assumesStraightDown(const PictureFacts& facts);

}  // namespace sheen
