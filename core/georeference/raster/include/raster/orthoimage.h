#pragma once

#include <opencv2/core.hpp>

#include "camera/camera_model.h"
#include "geo/ground.h"
#include "geo/map_projection.h"

namespace sheen {

/** A north-up raster grid on the map. Pixel (0, 0) is the top left one. */
struct MapGrid
{
    int epsg = 0;
    double left = 0;  //!< metres east of the left edge
    double top = 0;   //!< metres north of the upper edge
    double pixelSizeMetres = 1;
    cv::Size size;  //!< pixels
};

/**
 * The grid that holds a footprint, its edges on whole multiples of the pixel size. A grid that would have
 * more than `largestSide` pixels on a side gets larger pixels. Empty for an empty footprint.
 */
MapGrid gridFor(const GroundRing& footprint, const MapProjection& projection, double pixelSizeMetres,
                int largestSide = 8192);

/**
 * For each pixel of the grid the point of the picture that it shows, as cv::remap wants it (CV_32FC2, pixel
 * centres at integers); (-1, -1) where the picture does not reach. Map to earth is computed exactly on a
 * coarse mesh and interpolated between, earth to picture exactly for each pixel: within 0.1 pixel.
 */
cv::Mat inverseMap(const MapGrid& grid, const MapProjection& projection, const CameraModel& camera);

/** A picture on the map: CV_8UC4, BGRA, alpha 0 where the picture does not reach. Bilinear. */
cv::Mat warpPicture(const cv::Mat& bgr, const cv::Mat& inverseMap);
/** The same without a map of all the grid, which serves where only this is warped: quicker on large grids. */
cv::Mat warpPicture(const cv::Mat& bgr, const MapGrid& grid, const MapProjection& projection,
                    const CameraModel& camera);

/** A mask on the map: CV_8UC1, nearest, 255 where the picture does not reach. */
cv::Mat warpMask(const cv::Mat& classes, const cv::Mat& inverseMap);
cv::Mat warpMask(const cv::Mat& classes, const MapGrid& grid, const MapProjection& projection,
                 const CameraModel& camera);  //!< likewise

}  // namespace sheen
