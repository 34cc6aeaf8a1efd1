#pragma once

#include <opencv2/core.hpp>

#include "class_decoding.h"
#include "data/model_card.h"

namespace sheen {

/** How a picture is laid into a network's input: enlarged or reduced, then padded to the right and below. */
struct InputGeometry
{
    cv::Size input;    //!< what the network gets: the card's size, or whole multiples of its stride
    cv::Size content;  //!< the part of it that the picture fills, from the top left corner

    /** Where the picture lies on planes of that size which cover the whole input. */
    PlaneScale planeScale(cv::Size planes, cv::Size picture) const;
};

/** `scale`: what the picture is multiplied by; a network of one size gets it as it fits. */
InputGeometry inputGeometryFor(cv::Size picture, const ModelCard& card, double scale = 1);

/**
 * Writes a BGR picture (CV_8UC3) as three planes of normalised floats in the card's channel order, what lies
 * beside the picture filled by reflection. `planes` has room for 3 x input.
 */
void fillInput(const cv::Mat& picture, const ModelCard& card, const InputGeometry& geometry, float* planes);

}  // namespace sheen
