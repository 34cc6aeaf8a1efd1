#pragma once

#include <vector>

#include "glyphs/text_strokes.h"

namespace sheen {

/**
 * Distance from one character to the next in a fixed-pitch font, by the lines of a picture; 0 where they are
 * too few to tell.
 */
double characterPitch(const std::vector<StrokeLine>& lines);

/**
 * Tidies a line's glyphs by the pitch of its font: halves of a broken letter become one again, letters that
 * touch are parted, and what is no writing (specks, edges) is dropped; with `oneWord`, words apart from the
 * longest as well.
 */
void tidyGlyphs(StrokeLine& line, double pitch, bool oneWord = true);

}  // namespace sheen
