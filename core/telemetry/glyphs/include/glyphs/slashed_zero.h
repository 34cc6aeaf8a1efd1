#pragma once

#include "glyphs/text_strokes.h"

namespace sheen {

/**
 * Makes the line's slashed zeros plain: recognisers that learned from print take them for 8, 6 or 9. A
 * slashed zero is a closed oval with ink across its inside from lower left to upper right; an 8 or a B is the
 * same on both sides of its middle.
 *
 * @return how many there were
 */
int openSlashedZeros(StrokeLine& line);

}  // namespace sheen
