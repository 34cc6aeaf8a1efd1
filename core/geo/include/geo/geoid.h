#pragma once

#include <QString>
#include <memory>

#include "geo/ground.h"

namespace sheen {

/**
 * How high mean sea level lies above the WGS84 ellipsoid, by the finest of the EGM grids that PROJ has here
 * (EGM2008, EGM96). Safe from many threads; they take turns.
 */
class Geoid
{
public:
    /** nullptr where PROJ has none of the grids (Debian: proj-data brings EGM96). */
    static const Geoid* installed();

    ~Geoid();
    /** Metres; not a number for a place that is none. */
    double heightMetres(const GroundPoint& place) const;
    QString gridName() const;

private:
    Geoid();
    class Private;
    std::unique_ptr<Private> d;
};

}  // namespace sheen
