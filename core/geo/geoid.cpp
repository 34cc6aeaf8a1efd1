#include "geo/geoid.h"

#include <proj.h>

#include <cmath>
#include <limits>
#include <mutex>

namespace sheen {

namespace {

constexpr const char* grids[] = {"us_nga_egm08_25.tif", "us_nga_egm96_15.tif", "egm96_15.gtx"};

}  // namespace

class Geoid::Private
{
public:
    Private() : context(proj_context_create())
    {
        // A missing grid is an answer here, nothing to be told on the console or fetched from anywhere.
        proj_log_level(context, PJ_LOG_NONE);
        proj_context_set_enable_network(context, 0);
        for (const char* grid : grids) {
            const QByteArray definition = QByteArray("+proj=vgridshift +multiplier=1 +grids=") + grid;
            transformation = proj_create(context, definition.constData());
            if (transformation) {
                name = QString::fromLatin1(grid);
                return;
            }
        }
    }

    ~Private()
    {
        proj_destroy(transformation);
        proj_context_destroy(context);
    }

    PJ_CONTEXT* context;
    PJ* transformation = nullptr;
    QString name;
    std::mutex mutex;
};

Geoid::Geoid() : d(std::make_unique<Private>())
{}

Geoid::~Geoid() = default;

const Geoid* Geoid::installed()
{
    static const Geoid geoid;
    return geoid.d->transformation ? &geoid : nullptr;
}

double Geoid::heightMetres(const GroundPoint& place) const
{
    if (!std::isfinite(place.latitudeDegrees) || !std::isfinite(place.longitudeDegrees))
        return std::numeric_limits<double>::quiet_NaN();
    const std::lock_guard lock(d->mutex);
    const PJ_COORD shifted =
        proj_trans(d->transformation, PJ_FWD,
                   proj_coord(proj_torad(place.longitudeDegrees), proj_torad(place.latitudeDegrees), 0, 0));
    const double height = shifted.lpz.z;
    return std::abs(height) < 1000 ? height : std::numeric_limits<double>::quiet_NaN();
}

QString Geoid::gridName() const
{
    return d->name;
}

}  // namespace sheen
