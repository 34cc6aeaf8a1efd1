#pragma once

#include <opencv2/core.hpp>

#include "geo/ground.h"
#include "geo/projection.h"

namespace sheen {

/** The plane in which frames are merged, metres, x east, y north. May be asked from any thread. */
class GroundPlane
{
public:
    /** EPSG code of a projected system; 0: an equal-area plane about `centre`. Throws Error(Usage) for a code
     * that PROJ does not know. */
    GroundPlane(int epsg, const GroundPoint& centre);

    cv::Point2d toPlane(const GroundPoint& ground) const;
    GroundPoint toGround(cv::Point2d plane) const;

private:
    Projection m_projection;
};

}  // namespace sheen
