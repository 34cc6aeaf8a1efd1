#pragma once

#include <vector>

#include "base/cancel.h"
#include "data/slick.h"

namespace sheen {

/** As files have lengths, areas and shares: rounded to hundredths, once. */
double inHundredths(double value);

/** Gives an area its outline and, on the ellipsoid, its size in whole square centimetres. */
void setOutline(AppearanceArea& area, GroundMultiPolygon outline);

/**
 * Fills in everything about a slick that follows from its areas: their order (the largest first), outline,
 * overall outline, measures, the frames that show it, confidence. docs/measures.md has the formulas and their
 * sources. A slick without areas gets zeros and empty outlines.
 */
void measure(Slick& slick);

/** The same for many, side by side; some are left as they are once it is cancelled. */
void measure(std::vector<Slick>& slicks, const Cancel* cancel = nullptr);

/** Of the pose, 95 %; the error of the oiled area follows. */
void setAreaErrorShare(Slick& slick, double share);

}  // namespace sheen
