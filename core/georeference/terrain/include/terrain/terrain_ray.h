#pragma once

#include <opencv2/core.hpp>
#include <optional>

#include "terrain/elevation_model.h"

namespace sheen {

/**
 * Where a ray first meets the land on its way from a camera to the sea, or the sea itself. The ray is
 * followed in steps of half a cell of the model, in longer ones where it is above everything in a tile; the
 * crossing is then found by bisection. Nothing where the camera lies below the land. ECEF, metres.
 */
std::optional<cv::Vec3d> firstOnLand(const ElevationModel& land, const cv::Vec3d& camera,
                                     const cv::Vec3d& sea);

}  // namespace sheen
