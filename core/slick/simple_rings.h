#pragma once

#include <vector>

#include "geo/ground.h"

namespace sheen {

/**
 * Whether no two edges of these rings touch or cross, but for neighbours at their common corner, and no edge
 * runs back over its neighbour. True is certain and found many times faster than by GEOS; false means: ask
 * GEOS, for rings may touch and still be valid. Says nothing of which ring lies within which.
 */
bool areClearlySimple(const std::vector<PixelRing>& rings);

}  // namespace sheen
