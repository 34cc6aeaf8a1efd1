#include "geo/ground_bounds.h"

#include <algorithm>

#include "geo/geodesy.h"

namespace sheen {

GroundBounds::GroundBounds(const GroundMultiPolygon& outline)
{
    for (const GroundPolygon& polygon : outline) {
        for (const GroundRing& ring : polygon)
            include(ring);
    }
}

GroundBounds::GroundBounds(const GroundRing& ring)
{
    include(ring);
}

void GroundBounds::include(const GroundRing& ring)
{
    for (const GroundPoint& point : ring) {
        south = std::min(south, point.latitudeDegrees);
        north = std::max(north, point.latitudeDegrees);
        west = std::min(west, point.longitudeDegrees);
        east = std::max(east, point.longitudeDegrees);
    }
}

bool GroundBounds::touches(const GroundBounds& other) const
{
    if (isEmpty() || other.isEmpty() || south > other.north || other.south > north)
        return false;
    const double turn = longitudeNear(other.west, west) - other.west;
    // A turn more, for one that begins east of the other's end and runs on across the antimeridian.
    for (const double shift : {turn, turn - 360, turn + 360}) {
        if (west <= other.east + shift && other.west + shift <= east)
            return true;
    }
    return false;
}

}  // namespace sheen
