#pragma once

#include <opencv2/core.hpp>
#include <vector>

#include "glyphs/text_strokes.h"

// What Tesseract reads best: dark on light, the capitals about 30 px high, a border of 10 px; 8 bits.

namespace sheen {

/** Returns the smallest box around all glyphs; an empty one where there are none. */
cv::Rect extentOf(const std::vector<cv::Rect>& glyphs);

/** Draws the strokes of the glyphs alone. */
cv::Mat recogniserImage(const StrokeLine& line, const std::vector<cv::Rect>& glyphs);

/** Draws all that lies around and between the glyphs too: faint strokes that the mask lost are in it. */
cv::Mat unmaskedImage(const StrokeLine& line, const std::vector<cv::Rect>& glyphs);

}  // namespace sheen
