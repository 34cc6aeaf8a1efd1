#pragma once

#include <opencv2/core.hpp>
#include <vector>

#include "geo/ground.h"

// Regions of a mask and their outlines; for this library's own use.

namespace sheen {

/** A connected region (4-neighbourhood) of one class. */
struct Region
{
    int classValue = 0;
    int pixels = 0;
};

/** The regions of a mask. */
struct RegionMap
{
    cv::Mat labels;  //!< CV_32SC1: 0 for none, n for regions[n - 1]
    std::vector<Region> regions;
};

/** Regions of the wanted classes with at least `smallestPixels` pixels. `classes` is CV_8UC1. */
RegionMap findRegions(const cv::Mat& classes, const std::vector<int>& wanted, int smallestPixels);

/**
 * Outlines of all regions along the edges of their pixels: for each region its outer ring, then its holes.
 * Corners only, in whole pixels. The polygons are valid: where a region touches itself at a corner, a hole
 * touches the outer ring or another hole there.
 */
std::vector<PixelPolygon> traceRegions(const RegionMap& map);

/**
 * An outline that follows pixels' edges, with fewer points: through the middles of the edges (at most 0.36
 * pixels from them), then Douglas-Peucker with this tolerance, and valid: where the result would not be, less
 * is left out, nothing at last.
 */
PixelPolygon simplified(const PixelPolygon& polygon, double tolerancePixels);

/** Area within a ring, pixels; positive for rings that run clockwise as seen in the picture. */
double signedArea(const PixelRing& ring);

}  // namespace sheen
