#pragma once

#include "data/colour_difference.h"
#include "data/model_card.h"

namespace sheen {

// One palette wherever oil is shown: map, frames, tables, masks, report, KML.

/** How much of what lies below an area's colour covers on the map, at least. */
constexpr double areaOpacity = 0.8;

/** What areas lie on where no picture is below them. */
constexpr Rgb seaTone = {0xdb, 0xe6, 0xec};
constexpr Rgb landTone = {0xf5, 0xf1, 0xe6};

/** CIEDE2000 between any two colours of areas, and between them and sea and land, for every vision: as much
 * as the palette keeps at least. */
constexpr double tellableDifference = 20;

/**
 * The colour of an area: that of its code (appearanceColour); without a code the card's colour of its class,
 * or where the card's are too much like others spare ones, of which there are two. Grey for a class that the
 * card does not name.
 */
Rgb areaColour(const ModelCard& card, int classValue, int code);

/** The colour of a class in masks, outlines and legends: as its areas have it, the card's where it is no oil.
 */
Rgb classColour(const ModelCard& card, const ModelClass& one);

/** The smallest difference of two such colours as they lie on sea and on land, and of each from both, over
 * all visions. */
double leastAreaDifference(const Rgb& a, const Rgb& b);
double leastDifferenceFromMap(const Rgb& colour);

}  // namespace sheen
