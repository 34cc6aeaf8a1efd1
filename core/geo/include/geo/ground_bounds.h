#pragma once

#include "geo/ground.h"

namespace sheen {

/** Latitudes and longitudes that an outline spans, to tell quickly what cannot touch. */
struct GroundBounds
{
    double south = 90, north = -90, west = 1e9, east = -1e9;  //!< degrees; west above east: of nothing

    GroundBounds() = default;
    explicit GroundBounds(const GroundMultiPolygon& outline);
    explicit GroundBounds(const GroundRing& ring);

    bool isEmpty() const { return west > east; }
    /** Whether they share a place; whole turns of longitude apart or not. */
    bool touches(const GroundBounds& other) const;

private:
    void include(const GroundRing& ring);
};

}  // namespace sheen
