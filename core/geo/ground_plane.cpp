#include "geo/ground_plane.h"

#include <QCoreApplication>
#include <string>

#include "base/error.h"
#include "geo/geodesy.h"

namespace sheen {

namespace {

Projection projectionOf(int epsg, const GroundPoint& centre)
{
    const std::string system =
        epsg > 0 ? "EPSG:" + std::to_string(epsg)
                 : "+proj=laea +datum=WGS84 +lat_0=" + std::to_string(centre.latitudeDegrees) +
                       " +lon_0=" + std::to_string(longitudeNear(centre.longitudeDegrees, 0)) + " +type=crs";
    if (auto projection = Projection::toSystem(system))
        return std::move(*projection);
    throw Error(QCoreApplication::translate("GroundPlane",
                                            "PROJ has no transformation to EPSG:%1. Give another code, or "
                                            "\"auto\" for UTM.")
                    .arg(epsg),
                ErrorKind::Usage);
}

}  // namespace

GroundPlane::GroundPlane(int epsg, const GroundPoint& centre) : m_projection(projectionOf(epsg, centre))
{}

cv::Point2d GroundPlane::toPlane(const GroundPoint& ground) const
{
    const cv::Vec3d plane =
        m_projection.forward({longitudeNear(ground.longitudeDegrees, 0), ground.latitudeDegrees, 0});
    return {plane[0], plane[1]};
}

GroundPoint GroundPlane::toGround(cv::Point2d plane) const
{
    const cv::Vec3d ground = m_projection.inverse({plane.x, plane.y, 0});
    return {ground[1], longitudeNear(ground[0], 0)};
}

}  // namespace sheen
