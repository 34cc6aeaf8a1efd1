#pragma once

#include <opencv2/core.hpp>
#include <optional>
#include <vector>

#include "data/issue.h"
#include "data/model_card.h"

namespace sheen {

/** A picture's size after it was multiplied by `scale`; no side is shorter than a pixel. */
cv::Size scaledSize(cv::Size picture, double scale);

/**
 * What a picture is multiplied by so that the network sees ground sample distances that its card names: as
 * they are where they are among them, reduced by any factor, enlarged by 4 at most, as more would show no
 * more; 1 where either is unknown. Pictures of more than two million pixels are reduced as far as the card
 * allows. In steps of a twelfth of an octave, so that the network does not see another shape with each frame.
 */
double scaleForGround(const ModelCard& card, double groundSampleDistanceMetres, cv::Size picture);

/**
 * What a picture is multiplied by where nothing is known but its size: longer ones than those that the model
 * was trained on (the card's, or 1280 pixels) by 1/2, 1/3 ..., unless the card asks for tiles or one size.
 */
double scaleForSize(const ModelCard& card, cv::Size picture);

/**
 * The scales in which a picture is looked at, descending: one; or two or three, of which the surer answer
 * counts, where the card names ground sample distances and that of the picture is not known (0).
 */
std::vector<double> scalesFor(const ModelCard& card, double groundSampleDistanceMetres, cv::Size picture);

/**
 * What those who read the results must know of how such a picture was scaled, an issue of the whole flight.
 * Returns std::nullopt where the network saw it as its card wants it.
 */
std::optional<Issue> scaleIssue(const ModelCard& card, double groundSampleDistanceMetres, cv::Size picture);

}  // namespace sheen
