#include "geo/local_plane.h"

#include "geo/geodesy.h"

namespace sheen {

LocalPlane::LocalPlane(const GroundPoint& centre)
    : m_centre(centre), m_origin(toEcef(centre)), m_toEcef(northEastDown(centre))
{}

cv::Point2d LocalPlane::toPlane(const GroundPoint& ground) const
{
    const cv::Vec3d local = m_toEcef.t() * (toEcef(ground) - m_origin);
    return {local[1], local[0]};
}

GroundPoint LocalPlane::toGround(cv::Point2d plane) const
{
    // The height that is left over falls with the fourth power of the distance: three steps are plenty.
    cv::Vec3d local(plane.y, plane.x, 0);
    GroundPoint ground;
    for (int step = 0; step < 3; ++step) {
        const auto [place, height] = groundAndHeightFromEcef(m_origin + m_toEcef * local);
        ground = place;
        local[2] += height;
    }
    ground.longitudeDegrees = longitudeNear(ground.longitudeDegrees, m_centre.longitudeDegrees);
    return ground;
}

}  // namespace sheen
