#pragma once

#include <vector>

#include <qgsgeometry.h>

#include "geo/ground.h"

class QgsRectangle;

namespace sheen {

/** Outlines as QGIS has them (x longitude, y latitude, degrees) and back. */
QgsGeometry toGeometry(const GroundMultiPolygon& outline);
GroundMultiPolygon fromGeometry(const QgsGeometry& geometry);

/** Longitudes and latitudes that an outline spans; null where it is empty. */
QgsRectangle boundsOf(const GroundMultiPolygon& outline);

/** The first longitude of an outline, to which points of an edit are brought near; 0 where it is empty. */
double referenceLongitude(const GroundMultiPolygon& outline);

/**
 * Moves longitudes by whole turns so that the first lies within 180 degrees of `longitudeDegrees` and each
 * other one of the one before it: what belongs together stays together across the antimeridian.
 */
std::vector<GroundPoint> unwrapped(std::vector<GroundPoint> points, double longitudeDegrees);
GroundMultiPolygon unwrapped(const GroundMultiPolygon& outline, double longitudeDegrees);

}  // namespace sheen
