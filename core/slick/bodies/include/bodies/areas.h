#pragma once

#include <vector>

#include "data/slick.h"

namespace sheen {

// Areas of a flight never overlap: whatever makes or changes one keeps that by these.

/** Square metres of overlaps that rounding alone may leave. */
constexpr double overlapTolerance = 1e-3;

/**
 * Takes a shape away from areas. Of what is cut, parts below the smallest size go, and with its last part the
 * area; what the shape does not touch is left as it is, bit by bit.
 */
void takeFrom(std::vector<AppearanceArea>& areas, const GroundMultiPolygon& shape,
              double smallestSquareMetres);

/** What of an outline lies outside of all these areas; empty where nothing does. */
GroundMultiPolygon outside(const GroundMultiPolygon& outline, const std::vector<AppearanceArea>& areas);

/** Makes areas apart that overlap a little, as outlines that were simplified one by one do: the smaller one
 * of two keeps what both have. */
void makeApart(std::vector<AppearanceArea>& areas, double smallestSquareMetres);

/** The largest overlap of any two areas, square metres. */
double largestOverlap(const std::vector<const AppearanceArea*>& areas);

}  // namespace sheen
