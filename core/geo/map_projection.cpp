#include "geo/map_projection.h"

#include <proj.h>

#include <QCoreApplication>
#include <cmath>
#include <limits>
#include <mutex>

#include "base/error.h"
#include "geo/geodesy.h"

namespace sheen {

namespace {

struct PjDeleter
{
    void operator()(PJ* pj) const { proj_destroy(pj); }
};
using PjPointer = std::unique_ptr<PJ, PjDeleter>;

bool isProjectedInMetres(PJ_CONTEXT* context, const PJ* crs)
{
    if (!crs || proj_get_type(crs) != PJ_TYPE_PROJECTED_CRS)
        return false;
    const PjPointer axes(proj_crs_get_coordinate_system(context, crs));
    double unit = 0;
    return axes &&
           proj_cs_get_axis_info(context, axes.get(), 0, nullptr, nullptr, nullptr, &unit, nullptr, nullptr,
                                 nullptr) &&
           unit == 1;
}

}  // namespace

/** PROJ wants a context of its own for each thread; here it is guarded instead. */
class MapProjection::Private
{
public:
    explicit Private(int epsgCode) : epsg(epsgCode)
    {
        proj_log_level(context.get(), PJ_LOG_NONE);
        proj_context_set_enable_network(context.get(), 0);
        const std::string code = "EPSG:" + std::to_string(epsgCode);
        const PjPointer crs(proj_create(context.get(), code.c_str()));
        if (isProjectedInMetres(context.get(), crs.get())) {
            const PjPointer pipeline(
                proj_create_crs_to_crs(context.get(), "EPSG:4326", code.c_str(), nullptr));
            if (pipeline)
                transformation.reset(proj_normalize_for_visualization(context.get(), pipeline.get()));
        }
        if (!transformation)
            throw Error(
                QCoreApplication::translate("MapProjection",
                                            "EPSG:%1 is no projected coordinate system in metres that "
                                            "PROJ knows. Give another code, or \"auto\" for UTM.")
                    .arg(epsgCode),
                ErrorKind::Usage);
    }

    PJ_COORD transform(PJ_DIRECTION direction, double x, double y)
    {
        const std::lock_guard lock(mutex);
        return proj_trans(transformation.get(), direction, proj_coord(x, y, 0, HUGE_VAL));
    }

    struct ContextDeleter
    {
        void operator()(PJ_CONTEXT* c) const { proj_context_destroy(c); }
    };

    const int epsg;
    std::unique_ptr<PJ_CONTEXT, ContextDeleter> context{proj_context_create()};
    PjPointer transformation;
    std::mutex mutex;
};

MapProjection::MapProjection(int epsg) : d(std::make_unique<Private>(epsg))
{}
MapProjection::~MapProjection() = default;
MapProjection::MapProjection(MapProjection&&) noexcept = default;
MapProjection& MapProjection::operator=(MapProjection&&) noexcept = default;

int MapProjection::epsg() const
{
    return d->epsg;
}

cv::Point2d MapProjection::toMap(const GroundPoint& ground) const
{
    const PJ_COORD map =
        d->transform(PJ_FWD, longitudeNear(ground.longitudeDegrees, 0), ground.latitudeDegrees);
    return {map.xy.x, map.xy.y};
}

GroundPoint MapProjection::toGround(cv::Point2d map) const
{
    const PJ_COORD ground = d->transform(PJ_INV, map.x, map.y);
    return {ground.xy.y, longitudeNear(ground.xy.x, 0)};
}

int MapProjection::utmZoneFor(const GroundPoint& ground)
{
    const double latitude = ground.latitudeDegrees;
    const double longitude = longitudeNear(ground.longitudeDegrees, 0);
    int zone = static_cast<int>(std::floor((longitude + 180) / 6)) % 60 + 1;
    if (latitude >= 56 && latitude < 64 && longitude >= 3 && longitude < 12)
        zone = 32;  // south-west Norway
    if (latitude >= 72 && latitude < 84 && longitude >= 0 && longitude < 42)
        zone = longitude < 9 ? 31 : longitude < 21 ? 33 : longitude < 33 ? 35 : 37;  // Svalbard
    return (latitude >= 0 ? 32600 : 32700) + zone;
}

}  // namespace sheen
