#include "tile_plan.h"

#include <algorithm>
#include <cmath>

#include "detect/picture_scale.h"

namespace sheen {

namespace {

int upTo(int size, int step)
{
    return (size + step - 1) / step * step;
}

/** Where tiles begin along one side: evenly, the last one ends with the picture. */
std::vector<int> starts(int length, int tile, int overlap, int stride)
{
    const int room = length - tile;
    const int steps = room > 0 ? (room + tile - overlap - 1) / (tile - overlap) : 0;
    std::vector<int> result{0};
    for (int i = 1; i <= steps; ++i) {
        const int start = int(std::int64_t(room) * i / steps) / stride * stride;
        if (start > result.back())  // a stride as long as a tile leaves few places
            result.push_back(start);
    }
    return result;
}

}  // namespace

bool needsTiles(cv::Size picture, const ModelCard& card, int largestSide)
{
    if (card.inputWidth > 0 && card.inputHeight > 0) {
        const bool larger = picture.width > card.inputWidth || picture.height > card.inputHeight;
        return card.groundSampleDistances.areKnown() || (card.tile > 0 && larger);
    }
    const int largest = card.tile > 0 ? card.tile : largestSide;
    return largest > 0 && std::max(picture.width, picture.height) > largest;
}

TilePlan planTiles(cv::Size picture, const ModelCard& card, int tileSide, double scale)
{
    TilePlan plan;
    plan.scaled = scaledSize(picture, scale);
    if (card.inputWidth > 0 && card.inputHeight > 0) {
        plan.tile = {card.inputWidth, card.inputHeight};
    } else {
        const int side = upTo(std::max(card.tile > 0 ? card.tile : tileSide, card.stride), card.stride);
        plan.tile = {side, side};
    }
    plan.overlap = std::min({256, plan.tile.width / 4, plan.tile.height / 4});
    // With a network of one size the stride may not divide it: then tiles begin at any pixel.
    const bool onGrid = plan.tile.width % card.stride == 0 && plan.tile.height % card.stride == 0;
    const int stride = onGrid ? card.stride : 1;
    plan.padded = {std::max(plan.tile.width, upTo(plan.scaled.width, stride)),
                   std::max(plan.tile.height, upTo(plan.scaled.height, stride))};
    plan.lefts = starts(plan.padded.width, plan.tile.width, plan.overlap, stride);
    plan.tops = starts(plan.padded.height, plan.tile.height, plan.overlap, stride);
    return plan;
}

}  // namespace sheen
