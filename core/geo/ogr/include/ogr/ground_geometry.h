#pragma once

#include <QByteArray>

#include "geo/geodesy.h"
#include "geo/ground.h"

namespace sheen {

// Longitudes of what comes back run on across the antimeridian, as geo/ground.h says. groundArea is
// declared in geo/geodesy.h.

/** Well-known binary (EPSG:4326, longitude first) and back. An empty or broken WKB gives an empty result. */
QByteArray toWkb(const GroundMultiPolygon& polygons);
GroundMultiPolygon fromWkb(const QByteArray& wkb);

/** A point that certainly lies inside (for labels and positions in reports); of the largest polygon. */
GroundPoint pointInside(const GroundMultiPolygon& polygons);

/** Set operations and repair (GEOS), as the review needs them. Results are valid; empty where nothing is
 * left. */
GroundMultiPolygon united(const std::vector<GroundMultiPolygon>& parts);
GroundMultiPolygon common(const GroundMultiPolygon& a, const GroundMultiPolygon& b);
/** What of `a` lies outside of `b`. */
GroundMultiPolygon without(const GroundMultiPolygon& a, const GroundMultiPolygon& b);
GroundMultiPolygon madeValid(const GroundMultiPolygon& polygons);
/** Cut along a line: two or more parts, the largest first, or one when the line does not cross. Polygons that
 * the line leaves whole stay with the largest part. */
std::vector<GroundMultiPolygon> splitAlong(const GroundMultiPolygon& polygons,
                                           const std::vector<GroundPoint>& line);
bool isValid(const GroundMultiPolygon& polygons);

}  // namespace sheen
