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
 * The layout with its boxes wider by a letter or so, halfway to their neighbours at most: where a place was
 * only found, texts may stand some pixels from where it has them.
 */
OverlayLayout widened(const OverlayLayout& layout, double aspectRatio);

/**
 * How well lines of text lie where the layout expects them, 0 to 1. Says nothing of what they read, and costs
 * little.
 */
double placementScore(const cv::Mat& picture, const OverlayLayout& layout);

}  // namespace sheen
