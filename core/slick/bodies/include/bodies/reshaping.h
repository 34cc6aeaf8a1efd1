#pragma once

#include <vector>

#include "data/slick.h"

namespace sheen {

// What edits make of the outlines of slicks: areas stay apart, slivers are never made, all is measured.

/**
 * Gives an area of one of these slicks another outline (valid, with an area), and moves common borders along:
 * what it covers now is taken from the others, also of other slicks; what it gives up goes to the area of its
 * slick that lay behind that border, or to the sea. Slicks that lose all their areas are left without any;
 * such that were touched (`keeps`) are kept whole instead, and the outline gives way. False, with nothing
 * changed, where nothing of the outline is left.
 */
bool reshapeArea(std::vector<Slick>& slicks, std::size_t slick, std::size_t area,
                 const GroundMultiPolygon& outline, double smallestSquareMetres, bool (*keeps)(const Slick&));

/**
 * Divides a slick along a line that crosses it: the parts, the largest first, each with all that the slick is
 * but its areas; empty where the line does not divide it. An area of which a sliver would be cut off goes
 * whole to the side where most of it lies.
 */
std::vector<Slick> divided(const Slick& slick, const std::vector<GroundPoint>& line,
                           double smallestSquareMetres);

/** Makes one slick of several: the first one, with the areas of all, as they are; what is known of the others
 * (notes, times, sensors, errors) goes into it. */
Slick joined(const std::vector<Slick>& slicks);

}  // namespace sheen
