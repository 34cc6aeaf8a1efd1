#pragma once

#include <QString>
#include <opencv2/core.hpp>
#include <optional>
#include <vector>

#include "data/frame_record.h"
#include "data/mask_codec.h"
#include "raster/orthoimage.h"

namespace sheen {

/** A frame that has a place on the sea. */
struct PlacedFrame
{
    const FrameRecord* record = nullptr;
    CameraModel camera;
};

std::vector<PlacedFrame> placedFrames(const std::vector<FrameRecord>& frames);

/** Class values as the detector gave them; empty where the frame has none, or none that fits its picture. */
cv::Mat maskOf(const FrameRecord& record, const MaskReader& masks);

/**
 * The grid of a frame's own rasters: its ground sample distance, coarser where the frame reaches so far that
 * it would take more than twice the picture's pixels on a side.
 */
MapGrid frameGrid(const PlacedFrame& frame, const MapProjection& projection);

/** "000120.tif" */
QString frameFileName(int frame);

}  // namespace sheen
