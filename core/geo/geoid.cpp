#include "geo/geoid.h"

#include <array>
#include <cmath>
#include <limits>
#include <string>

#include "geo/geodesy.h"

namespace sheen {

namespace {

constexpr std::array grids = {"us_nga_egm08_25.tif", "us_nga_egm96_15.tif", "egm96_15.gtx"};

}  // namespace

Geoid::Geoid()
{
    for (const char* grid : grids) {
        m_shift = Projection::operation(std::string("+proj=vgridshift +multiplier=1 +grids=") + grid);
        if (m_shift) {
            m_gridName = QString::fromLatin1(grid);
            return;
        }
    }
}

const Geoid* Geoid::installed()
{
    static const Geoid geoid;
    return geoid.m_shift ? &geoid : nullptr;
}

double Geoid::heightMetres(const GroundPoint& place) const
{
    if (!std::isfinite(place.latitudeDegrees) || !std::isfinite(place.longitudeDegrees))
        return std::numeric_limits<double>::quiet_NaN();
    const double height = m_shift->forward(
        {place.longitudeDegrees * radiansPerDegree, place.latitudeDegrees * radiansPerDegree, 0})[2];
    return std::abs(height) < 1000 ? height : std::numeric_limits<double>::quiet_NaN();
}

}  // namespace sheen
