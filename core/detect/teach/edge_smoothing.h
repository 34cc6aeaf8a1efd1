#pragma once

#include <opencv2/core.hpp>

namespace sheen {

/**
 * Smooths a plane (CV_32FC1) where the picture (`guide`, CV_32FC3 of the same size) is smooth and keeps its
 * edges: the guided filter (He, Sun, Tang 2013), its coefficients found at half the size (He, Sun 2015).
 * `radius`: of its windows, in pixels; `epsilon`: the variance of the guide up to which it smooths.
 */
cv::Mat1f smoothedAlongEdges(const cv::Mat1f& plane, const cv::Mat& guide, int radius, float epsilon);

}  // namespace sheen
