#pragma once

#include "raster/orthoimage.h"

namespace sheen {

/**
 * inverseMap() for a camera with an elevation model: each pixel of the grid lies on the land, and shows
 * nothing where land stands before it.
 */
cv::Mat terrainInverseMap(const MapGrid& grid, const MapProjection& projection, const CameraModel& camera);

}  // namespace sheen
