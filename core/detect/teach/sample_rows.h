#pragma once

#include <vector>

#include "teach/pixel_forest.h"

namespace sheen {

/** Features of pixels, PixelFeatures::count numbers each; borrowed. */
using Rows = std::vector<const float*>;

/** `wanted` of them, evenly; each several times where there are not as many. Empty where there are none. */
Rows evenly(const Rows& rows, int wanted);

void append(Rows& rows, const Rows& more);

/** What speaks for something, and what against it. */
struct Sides
{
    Rows yes, no;

    /** Neither may be empty. */
    PixelForest grown(const ForestShape& shape) const;
};

/**
 * Of unmarked rows those that look like what they are taken for, and not like the marks of the other kind: a
 * forest that was grown from the marks and the other half of them says so. Nobody marks all oil of a picture.
 */
Sides believed(const Sides& marks, const Sides& rest);

}  // namespace sheen
