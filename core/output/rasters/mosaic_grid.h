#pragma once

#include <QString>
#include <vector>

#include "geo/map_projection.h"
#include "rasters/placed_frame.h"

namespace sheen {

/** How sharp a frame sees the sea around the point below the camera. */
struct Sharpness
{
    cv::Point2d nadir;  //!< on the map, metres
    double heightMetres = 0;
    double focalPixels = 0;

    /**
     * Pixels per metre on a flat sea: with off-nadir angle t, f cos(t) / h along and f cos(t)^2 / h away from
     * the camera; their geometric mean.
     */
    double pixelsPerMetre(double distanceMetres) const;

    /** How far from the nadir it is at least that sharp; negative where it never is. */
    double reachMetres(double leastPixelsPerMetre) const;
};

Sharpness sharpnessOf(const PlacedFrame& frame, const MapProjection& projection);

/** Parts of a frame that are seen this many times coarser than the mosaic's pixels are left out. */
constexpr double coarsestPixels = 8;

/** The part of a grid that a frame can show; empty where it lies elsewhere. */
cv::Rect windowOf(const PlacedFrame& frame, const MapProjection& projection, const MapGrid& grid);

/**
 * The grid that holds all frames at their median ground sample distance, with larger pixels where that would
 * be too much to write; `note` then says so. An empty grid where no frame can be drawn.
 */
MapGrid mosaicGrid(const std::vector<PlacedFrame>& frames, const MapProjection& projection, QString* note);

}  // namespace sheen
