#pragma once

#include <cstddef>
#include <opencv2/core.hpp>

#include "data/segmentation.h"

namespace sheen {

/** What the planes of a network's output mean. */
enum class PlaneKind {
    Logits,         //!< softmax over the channels gives probabilities
    Probabilities,  //!< of each class
};

/**
 * One plane of numbers per class, plane after plane, at any fraction of the picture's size. One single plane
 * is the second of two classes (1 against 0).
 */
struct ClassPlanes
{
    const float* values = nullptr;
    int channels = 0;
    cv::Size size;                   //!< of a plane
    std::ptrdiff_t planeStride = 0;  //!< from one plane to the next; 0: they lie close together
    PlaneKind kind = PlaneKind::Logits;
    double temperature = 1;  //!< logits are divided by it
};

/**
 * Where a picture lies on the planes: the centre of its pixel x is at (x + 0.5) * scale.x - 0.5 of a plane
 * (pixel centres at integers), as bilinear interpolation without aligned corners has it.
 */
using PlaneScale = cv::Point2d;

/**
 * The most probable class of each pixel of the picture and its probability, from planes that are enlarged
 * bilinearly; row by row, so that nothing of the size channels x picture is ever held.
 */
Segmentation decodePlanes(const ClassPlanes& planes, cv::Size picture, PlaneScale scale);

/**
 * The same for some rows of a picture into `rows`, whose planes it is given in part: row y of `rows` lies at
 * (y + 0.5) * scale.y - 0.5 + shift of the planes.
 */
void decodePlanesInto(const ClassPlanes& planes, PlaneScale scale, double shift, Segmentation& rows);

/** The same for a map of classes (CV_8UC1), by the nearest pixel; its confidence is 1. */
Segmentation decodeClassMap(const cv::Mat& classMap, cv::Size picture, PlaneScale scale);

}  // namespace sheen
