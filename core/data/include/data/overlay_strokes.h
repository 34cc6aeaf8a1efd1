#pragma once

#include <opencv2/core.hpp>
#include <vector>

#include "data/run_facts.h"

namespace sheen {

/**
 * Which pixels of a picture show the sea: 255, and 0 for the letters and symbols that lie over it.
 *
 * Within the marks strokes stand out as brighter, or more colourful, than all that is wider than they are
 * (white top-hat); they are widened by what a dark edge and compression spoil around them. A solid mark is
 * taken out as a whole, and so is every mark where there is no picture (empty `bgr`) to tell.
 */
cv::Mat1b seaBesideOverlay(const cv::Mat& bgr, cv::Size size, const std::vector<OverlayMark>& marks);

}  // namespace sheen
