#pragma once

#include <opencv2/core.hpp>

#include "geo/ground.h"

namespace sheen {

/**
 * The plane that touches the WGS84 ellipsoid at a place, metres, x east and y true north of it. For lengths
 * and angles of what lies about that place: a length is right within 3 : 1,000,000 up to 25 km from it and
 * within 1 : 20,000 up to 100 km. Takes longitudes as they run on across the antimeridian.
 */
class LocalPlane
{
public:
    explicit LocalPlane(const GroundPoint& centre);

    cv::Point2d toPlane(const GroundPoint& ground) const;
    /** Returns the place on the ellipsoid; its longitude lies within half a turn of the centre's. */
    GroundPoint toGround(cv::Point2d plane) const;

private:
    GroundPoint m_centre;
    cv::Vec3d m_origin;    //!< ECEF, metres
    cv::Matx33d m_toEcef;  //!< from north, east, down
};

}  // namespace sheen
