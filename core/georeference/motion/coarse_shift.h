#pragma once

#include <opencv2/core.hpp>

namespace sheen {

/**
 * How far one picture is shifted in another, in pixels, to some pixels: what most patches of the first agree
 * on that are found again in the second. Zero where fewer than three do. `free`: as of matchPictures().
 */
cv::Point2f coarseShift(const cv::Mat1b& first, const cv::Mat1b& second, const cv::Mat1b& free);

}  // namespace sheen
