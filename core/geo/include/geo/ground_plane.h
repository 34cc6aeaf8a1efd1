#pragma once

#include <memory>
#include <opencv2/core.hpp>

#include "geo/ground.h"

namespace sheen {

/**
 * The plane in which frames are merged, metres, x east, y north. One object per thread (it holds a PROJ
 * context).
 */
class GroundPlane
{
public:
    /** EPSG code of a projected system; 0: an equal-area plane about `centre`. Throws Error(Usage) for a code
     * that PROJ does not know. */
    GroundPlane(int epsg, const GroundPoint& centre);
    ~GroundPlane();
    GroundPlane(GroundPlane&&) noexcept;

    cv::Point2d toPlane(const GroundPoint& ground) const;
    GroundPoint toGround(cv::Point2d plane) const;

private:
    class Private;
    std::unique_ptr<Private> d;
};

}  // namespace sheen
