#pragma once

#include <vector>

#include "geo/ground.h"

// Outlines that share borders; for this library's own use.

namespace sheen {

/** Polygons of one area. */
using AreaPolygons = std::vector<PixelPolygon>;

/**
 * Outlines that follow the edges of cells, with fewer points, all at once: a border that two areas share
 * stays the same line for both, so that nothing lies between them and nothing twice. Corners in whole
 * numbers; areas do not overlap. Each stretch of border between places where three or more meet (or a whole
 * ring) goes through the middles of its edges and is thinned by Douglas-Peucker with this tolerance; where
 * the result would cross another or make an outline that is not valid, less is left out, nothing at last.
 */
std::vector<AreaPolygons> simplifiedTogether(const std::vector<AreaPolygons>& areas, double toleranceCells);

}  // namespace sheen
