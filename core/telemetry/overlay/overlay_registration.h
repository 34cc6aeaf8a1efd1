#pragma once

#include <QRectF>
#include <opencv2/core.hpp>
#include <vector>

#include "overlay/overlay_layout.h"

namespace sheen {

/** Where a layout may lie, and how well the picture's strokes bear that out. */
struct Registration
{
    QRectF place;      //!< of the layout's picture, as a share of the frame
    double score = 0;  //!< brightness levels by which its lines stand out, the mean of its fields
};

/**
 * Lays a layout over the lines of text that pictures show, moved by up to 4 % and stretched by up to 6 % each
 * way about `place`, the likeliest first, at most `count`. No letter is read: thin bright strokes lie within
 * the lines of the right place, and none between them or beside their boxes. Pictures of one recording, of
 * one size; what stays while the ground moves counts most.
 */
std::vector<Registration> registrations(const std::vector<cv::Mat>& pictures, const OverlayLayout& layout,
                                        const QRectF& place, std::size_t count);

}  // namespace sheen
