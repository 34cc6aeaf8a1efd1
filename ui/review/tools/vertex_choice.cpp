#include "tools/vertex_choice.h"

#include <qgsrectangle.h>

namespace sheen {

namespace {

constexpr std::size_t fewestVertices = 3;

}  // namespace

VertexPlaces placesWithin(const MapRings& rings, const QgsRectangle& rectangle)
{
    VertexPlaces places;
    for (std::size_t polygon = 0; polygon < rings.size(); ++polygon) {
        for (std::size_t ring = 0; ring < rings[polygon].size(); ++ring) {
            for (std::size_t vertex = 0; vertex < rings[polygon][ring].size(); ++vertex) {
                if (rectangle.contains(rings[polygon][ring][vertex]))
                    places.insert({polygon, ring, vertex});
            }
        }
    }
    return places;
}

VertexPlaces placesThatAre(const MapRings& rings, const VertexPlaces& places)
{
    VertexPlaces found;
    for (const VertexPlace& place : places) {
        if (place.polygon < rings.size() && place.ring < rings[place.polygon].size() &&
            place.vertex < rings[place.polygon][place.ring].size())
            found.insert(place);
    }
    return found;
}

std::optional<GroundMultiPolygon> withoutVertices(const GroundMultiPolygon& outline,
                                                  const VertexPlaces& places)
{
    GroundMultiPolygon left;
    for (std::size_t polygon = 0; polygon < outline.size(); ++polygon) {
        GroundPolygon kept;
        for (std::size_t ring = 0; ring < outline[polygon].size(); ++ring) {
            GroundRing points;
            for (std::size_t vertex = 0; vertex < outline[polygon][ring].size(); ++vertex) {
                if (places.count({polygon, ring, vertex}) == 0)
                    points.push_back(outline[polygon][ring][vertex]);
            }
            if (points.size() >= fewestVertices)
                kept.push_back(std::move(points));
            else if (ring == 0)
                break;  // the part goes with its holes
        }
        if (!kept.empty())
            left.push_back(std::move(kept));
    }
    return left.empty() ? std::nullopt : std::optional(std::move(left));
}

}  // namespace sheen
