#include "geo/ground_plane.h"

#include <proj.h>

#include <QCoreApplication>
#include <cmath>
#include <string>

#include "base/error.h"
#include "geo/geodesy.h"

namespace sheen {

class GroundPlane::Private
{
public:
    Private(int epsg, const GroundPoint& centre)
    {
        proj_log_level(context.get(), PJ_LOG_NONE);
        proj_context_set_enable_network(context.get(), 0);
        const std::string crs =
            epsg > 0
                ? "EPSG:" + std::to_string(epsg)
                : "+proj=laea +datum=WGS84 +lat_0=" + std::to_string(centre.latitudeDegrees) +
                      " +lon_0=" + std::to_string(longitudeNear(centre.longitudeDegrees, 0)) + " +type=crs";
        const Pointer pipeline(proj_create_crs_to_crs(context.get(), "EPSG:4326", crs.c_str(), nullptr));
        if (pipeline)
            transformation.reset(proj_normalize_for_visualization(context.get(), pipeline.get()));
        if (!transformation)
            throw Error(
                QCoreApplication::translate("GroundPlane",
                                            "PROJ has no transformation to EPSG:%1. Give another code, or "
                                            "\"auto\" for UTM.")
                    .arg(epsg),
                ErrorKind::Usage);
    }

    struct Deleter
    {
        void operator()(PJ* pj) const { proj_destroy(pj); }
        void operator()(PJ_CONTEXT* c) const { proj_context_destroy(c); }
    };
    using Pointer = std::unique_ptr<PJ, Deleter>;

    std::unique_ptr<PJ_CONTEXT, Deleter> context{proj_context_create()};
    Pointer transformation;
};

GroundPlane::GroundPlane(int epsg, const GroundPoint& centre) : d(std::make_unique<Private>(epsg, centre))
{}
GroundPlane::~GroundPlane() = default;
GroundPlane::GroundPlane(GroundPlane&&) noexcept = default;

cv::Point2d GroundPlane::toPlane(const GroundPoint& ground) const
{
    const PJ_COORD plane = proj_trans(
        d->transformation.get(), PJ_FWD,
        proj_coord(longitudeNear(ground.longitudeDegrees, 0), ground.latitudeDegrees, 0, HUGE_VAL));
    return {plane.xy.x, plane.xy.y};
}

GroundPoint GroundPlane::toGround(cv::Point2d plane) const
{
    const PJ_COORD ground =
        proj_trans(d->transformation.get(), PJ_INV, proj_coord(plane.x, plane.y, 0, HUGE_VAL));
    return {ground.xy.y, longitudeNear(ground.xy.x, 0)};
}

}  // namespace sheen
