#pragma once

#include <vector>

#include "data/detection.h"
#include "data/model_card.h"
#include "data/segmentation.h"

namespace sheen {

struct OutlineSettings
{
    int smallestPixels = 12;       //!< smaller regions are taken for noise
    double simplifyPixels = 0.75;  //!< tolerance of simplification; 0: the pixels' edges as they are
};

/**
 * Stage 4, in the picture: one detection per connected region (4-neighbourhood) of each oil class, with
 * holes, along the pixels' edges, simplified without breaking validity. `ground` and area stay empty.
 */
std::vector<Detection> findOutlines(const Segmentation& segmentation, const ModelCard& card, int frame,
                                    const OutlineSettings& settings = {});

/**
 * Carries an outline to the sea point by point, adding points where a straight edge of the picture is not
 * straight on the map, and gives it its area. What reaches above the horizon is cut off; the result is valid.
 */
void placeDetection(Detection& detection, const PixelToGround& toGround);

}  // namespace sheen
