#pragma once

#include <opencv2/core.hpp>
#include <vector>

#include "data/model_card.h"

namespace sheen {

/** How a picture is cut into overlapping tiles of one size, which is all that the network then sees. */
struct TilePlan
{
    cv::Size scaled;         //!< the picture, enlarged or reduced, see picture_scale.h
    cv::Size padded;         //!< that, filled up by reflection to a multiple of the stride and to a tile
    cv::Size tile;           //!< multiples of the stride
    int overlap = 0;         //!< of neighbours at least, pixels
    std::vector<int> lefts;  //!< of the columns of tiles, multiples of the stride, ascending from 0
    std::vector<int> tops;   //!< likewise of the rows

    int count() const { return int(lefts.size() * tops.size()); }
};

/**
 * Whether a picture, scaled, is larger than the network shall see at once: than the card's tile, or
 * `largestSide` where the card names none; also where a network of one size wants a scale of its own.
 */
bool needsTiles(cv::Size picture, const ModelCard& card, int largestSide);

/** Tiles of the card's size, or else of `tileSide`; they overlap by a quarter of their side, 256 at most. */
TilePlan planTiles(cv::Size picture, const ModelCard& card, int tileSide, double scale);

}  // namespace sheen
