#include "geo/map_projection.h"
#include <GeographicLib/UTMUPS.hpp>
#include <QCoreApplication>
#include <string>

#include "base/error.h"
#include "geo/geodesy.h"
#include "geo/projection.h"

namespace sheen {

namespace {

Projection projectionOf(int epsg)
{
    const std::string system = "EPSG:" + std::to_string(epsg);
    if (Projection::isProjectedInMetres(system)) {
        if (auto projection = Projection::toSystem(system))
            return std::move(*projection);
    }
    throw Error(QCoreApplication::translate("MapProjection",
                                            "EPSG:%1 is no projected coordinate system in metres that "
                                            "PROJ knows. Give another code, or \"auto\" for UTM.")
                    .arg(epsg),
                ErrorKind::Usage);
}

}  // namespace

MapProjection::MapProjection(int epsg) : m_epsg(epsg), m_projection(projectionOf(epsg))
{}

cv::Point2d MapProjection::toMap(const GroundPoint& ground) const
{
    const cv::Vec3d map =
        m_projection.forward({longitudeNear(ground.longitudeDegrees, 0), ground.latitudeDegrees, 0});
    return {map[0], map[1]};
}

GroundPoint MapProjection::toGround(cv::Point2d map) const
{
    const cv::Vec3d ground = m_projection.inverse({map.x, map.y, 0});
    return {ground[1], longitudeNear(ground[0], 0)};
}

int MapProjection::utmZoneFor(const GroundPoint& ground)
{
    using GeographicLib::UTMUPS;
    const bool north = ground.latitudeDegrees >= 0;
    const int zone = UTMUPS::StandardZone(ground.latitudeDegrees, longitudeNear(ground.longitudeDegrees, 0));
    if (zone == UTMUPS::UPS)
        return north ? 5041 : 5042;
    return (north ? 32600 : 32700) + zone;
}

}  // namespace sheen
