#pragma once

#include <vector>

#include "voting.h"

namespace sheen {

/**
 * Joins regions of one class that continue over the sides of tiles. Every region of `results` is in one of
 * the lists, and lives as long as they do; `results` are those of `tiles`, in their order.
 */
std::vector<std::vector<const TileRegion*>> connectedRegions(const std::vector<TileGrid>& tiles,
                                                             const std::vector<TileResult>& results);

}  // namespace sheen
