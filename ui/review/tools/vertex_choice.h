#pragma once

#include <qgspointxy.h>

#include <compare>
#include <optional>
#include <set>
#include <vector>

#include "geo/ground.h"

class QgsRectangle;

namespace sheen {

/** A vertex of an outline, or the edge from it to the next one. */
struct VertexPlace
{
    std::size_t polygon = 0;
    std::size_t ring = 0;
    std::size_t vertex = 0;
    auto operator<=>(const VertexPlace&) const = default;
};
using VertexPlaces = std::set<VertexPlace>;

/** An outline in map coordinates: polygons of rings. */
using MapRing = std::vector<QgsPointXY>;
using MapRings = std::vector<std::vector<MapRing>>;

/** Those within a rectangle of the map. */
VertexPlaces placesWithin(const MapRings& rings, const QgsRectangle& rectangle);

/** Those that an outline has; the others may have gone with an edit. */
VertexPlaces placesThatAre(const MapRings& rings, const VertexPlaces& places);

/**
 * The outline without these vertices. A hole with less than three left closes, a part with less than three
 * goes; nothing where nothing would be left.
 */
std::optional<GroundMultiPolygon> withoutVertices(const GroundMultiPolygon& outline,
                                                  const VertexPlaces& places);

}  // namespace sheen
