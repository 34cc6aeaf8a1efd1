#pragma once

#include <opencv2/core.hpp>
#include <vector>

namespace sheen {

/**
 * The outline of the region of a mask (255 where there is some) that a pixel lies in, a little within its
 * edge; holes are not told. Empty where the pixel lies in none, or nothing is left within the edge.
 */
std::vector<cv::Point> patchAround(const cv::Mat1b& mask, cv::Point pixel);

/**
 * The outline of what looks alike around a pixel of a picture (CV_8UC3, BGR), within a sixth of its width.
 * `without`: 255 where it may not reach; of the picture's size, or empty. Empty where hardly more than the
 * pixel itself looks alike.
 */
std::vector<cv::Point> alikeAround(const cv::Mat& bgr, cv::Point pixel, const cv::Mat1b& without = {});

}  // namespace sheen
