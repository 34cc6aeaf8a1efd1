#pragma once

#include <QRectF>
#include <opencv2/core.hpp>
#include <vector>

#include "overlay/overlay_layout.h"

namespace sheen {

/** The part of the pictures within dark bars at their edges, as a share of the whole; all of it without bars.
 */
QRectF pictureWithinBars(const std::vector<cv::Mat>& pictures);

/** The layout as it lies where its picture fills only `place` (a share of the whole) of the frame. */
OverlayLayout placed(const OverlayLayout& layout, const QRectF& place);

/**
 * How well lines of text lie where the layout expects them, 0 to 1. Says nothing of what they read, and costs
 * little.
 */
double placementScore(const cv::Mat& picture, const OverlayLayout& layout);

/**
 * Places to try for a layout that does not read where it should: shifted and scaled by a few per cent about
 * `place`, the likeliest first, at most `count`.
 */
std::vector<QRectF> likelyPlacements(const cv::Mat& picture, const OverlayLayout& layout, const QRectF& place,
                                     std::size_t count);

}  // namespace sheen
