// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <qgsgeometry.h>

#include <QString>
#include <optional>
#include <vector>

#include "geo/ground.h"

namespace sheen {

/** The land nearest to a place, and which region it is of. */
struct LandNearby
{
    QString name;               //!< "Gyeongsangnam-do, South Korea"
    double distanceMetres = 0;  //!< 0: the place lies on it
    double bearingDegrees = 0;  //!< from the land to the place, true
};

/**
 * Coasts around a flight, from the map of the world that comes with QGIS (Natural Earth, 1 : 10 million:
 * right to about a kilometre).
 */
class NearestLand
{
public:
    /** Reads what lies within some 300 km of a place; nothing where QGIS has no such map. */
    explicit NearestLand(const GroundPoint& around);

    /** Nothing where no land is so near. */
    std::optional<LandNearby> of(const GroundPoint& place) const;

private:
    struct Region
    {
        QString name;
        QgsGeometry outline;  //!< metres east and north of the place around which they were read
    };

    GroundPoint m_around;
    std::vector<Region> m_regions;
};

}  // namespace sheen
