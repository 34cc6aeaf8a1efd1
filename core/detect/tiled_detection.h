#pragma once

#include <opencv2/core.hpp>

#include "core/data/cancel.h"
#include "core/data/model_card.h"
#include "core/data/segmentation.h"
#include "core/detect/memory_fallback.h"
#include "core/detect/tile_plan.h"

namespace sheen {

/**
 * Looks at a picture tile by tile and puts the answers together without seams, at the picture's size. Empty
 * where `cancel` was requested meanwhile.
 */
Segmentation detectInTiles(const cv::Mat& picture, const TilePlan& plan, const ModelCard& card,
                           MemoryFallback& network, const Cancel& cancel);

}  // namespace sheen
