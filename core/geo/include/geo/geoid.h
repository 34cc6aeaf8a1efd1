#pragma once

#include <QString>
#include <optional>

#include "geo/ground.h"
#include "geo/projection.h"

namespace sheen {

/**
 * How high mean sea level lies above the WGS84 ellipsoid, by the finest of the EGM grids that PROJ has here
 * (EGM2008, EGM96). May be asked from any thread.
 */
class Geoid
{
public:
    /** nullptr where PROJ has none of the grids (Debian: proj-data brings EGM96). */
    static const Geoid* installed();

    /** Metres; not a number for a place that is none. */
    double heightMetres(const GroundPoint& place) const;
    QString gridName() const { return m_gridName; }

private:
    Geoid();
    std::optional<Projection> m_shift;
    QString m_gridName;
};

}  // namespace sheen
