#pragma once

#include <functional>
#include <vector>

#include "base/cancel.h"
#include "base/part_folder.h"
#include "data/model_card.h"
#include "flight/flight.h"
#include "geo/map_projection.h"
#include "rasters/placed_frame.h"

namespace sheen {

/** Called with the share done, 0 to 1. */
using ShareListener = std::function<void(double)>;

/** masks/FRAME.tif of every frame, on several threads. Throws Error. */
void writeMasks(const std::vector<PlacedFrame>& frames, const MaskReader& masks, int epsg,
                const ModelCard& card, const PartFolder& parts, const ShareListener& listener,
                const Cancel* cancel);

/** frames/FRAME.tif */
void writeFramePicture(const PlacedFrame& frame, const cv::Mat& picture, const MapProjection& projection,
                       const PartFolder& parts);

/**
 * Reads the recording once, from the first of these frames to the last, and hands out their pictures in
 * order; two pictures are held. What cannot be decoded is left out. Gives the number of pictures handed
 * out.
 */
int forEachPicture(const Flight& flight, const std::vector<PlacedFrame>& frames,
                   const std::function<void(const PlacedFrame&, const cv::Mat&)>& visit,
                   const Cancel* cancel);

}  // namespace sheen
