#pragma once

#include "data/model_card.h"
#include "data/segmentation.h"
#include "teach/pixel_features.h"
#include "teach/taught_model.h"

namespace sheen {

/**
 * What a taught model says of a picture, of the size of the picture and of `base`, the answer of the model
 * below it. Where both say oil, or both do not, the class is the base's, unless marks named classes of oil;
 * pixels that the base has not seen stay so. `card`: of the taught model.
 */
Segmentation taughtSegmentation(const TaughtForests& forests, const ModelCard& card,
                                const PixelFeatures& features, const Segmentation& base);

/** Whether something was learned of pictures like this one; else its base's answer stands. */
bool knowsSuchPictures(const TaughtForests& forests, const cv::Mat& bgr);

}  // namespace sheen
