#pragma once

#include <opencv2/core.hpp>

#include "base/cancel.h"
#include "data/model_card.h"
#include "data/segmentation.h"
#include "memory_fallback.h"
#include "tile_plan.h"

namespace sheen {

/**
 * Looks at a picture tile by tile and puts the answers together without seams, at the picture's size. Empty
 * where `cancel` was requested meanwhile.
 */
Segmentation detectInTiles(const cv::Mat& picture, const TilePlan& plan, const ModelCard& card,
                           MemoryFallback& network, const Cancel& cancel);

}  // namespace sheen
