#pragma once

#include <opencv2/core.hpp>

namespace sheen {

/**
 * The picture with lines in place of those that a recorder lost: where every second one repeats its neighbour
 * or is black, the others are drawn smoothly to the full height, so that letters keep their shape. Other
 * pictures come back as they are. CV_8UC1 or CV_8UC3.
 */
cv::Mat withLostLines(const cv::Mat& picture);

}  // namespace sheen
