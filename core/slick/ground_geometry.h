#pragma once

#include <QByteArray>

#include "core/data/geodesy.h"
#include "core/data/ground.h"

namespace sheen {

/** Well-known binary (EPSG:4326, longitude first) and back. An empty or broken WKB gives an empty result. */
QByteArray toWkb(const GroundMultiPolygon& polygons);
GroundMultiPolygon fromWkb(const QByteArray& wkb);

/** A point that certainly lies inside (for labels and positions in reports). */
GroundPoint pointInside(const GroundMultiPolygon& polygons);

/** Set operations and repair (GEOS), as the review needs them. Results are valid; empty where nothing is
 * left. */
GroundMultiPolygon united(const std::vector<GroundMultiPolygon>& parts);
GroundMultiPolygon madeValid(const GroundMultiPolygon& polygons);
/** Cut along a line: two or more parts, or one when the line does not cross. */
std::vector<GroundMultiPolygon> splitAlong(const GroundMultiPolygon& polygons,
                                           const std::vector<GroundPoint>& line);
bool isValid(const GroundMultiPolygon& polygons);

}  // namespace sheen
