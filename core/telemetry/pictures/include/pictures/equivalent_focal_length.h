#pragma once

#include <cmath>
#include <opencv2/core.hpp>

#include "geo/geodesy.h"

namespace sheen {

/**
 * Horizontal field of view in degrees of a picture whose diagonal sees as much as that of a 35 mm film (36 mm
 * by 24 mm) behind this focal length (CIPA DCG-001): 2 atan(36 mm / 2f) for pictures of 3:2.
 */
inline double horizontalFovOfEquivalent(double focalLengthMillimetres, cv::Size picture)
{
    const double diagonalMillimetres = std::hypot(36.0, 24.0);
    const double widthMillimetres =
        picture.empty() ? 36.0
                        : diagonalMillimetres * picture.width / std::hypot(picture.width, picture.height);
    return 2 * std::atan(widthMillimetres / (2 * focalLengthMillimetres)) / radiansPerDegree;
}

}  // namespace sheen
