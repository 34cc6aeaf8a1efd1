#pragma once

#include <opencv2/core.hpp>

#include "libav.h"

namespace sheen {

// Grey with more than 8 bits, as thermal cameras record it: in formats of grey alone, and in formats of
// colour whose colours all are grey, for many recorders and converters know no others.

/** Whether a frame's format has grey alone, or grey and transparency, with more than 8 bits. */
bool isDeepGreyFormat(const AVFrame& frame);

/** Whether a frame's format has more than 8 bits, in grey or in colour. */
bool isDeepFormat(const AVFrame& frame);

/** Whether a frame of isDeepFormat() shows no colour: a few of its pixels may, for overlays are coloured. */
bool isNeutral(const AVFrame& frame);

/**
 * Whether values from `black` to `white` may come from an ordinary recording of colour that happens to be
 * grey: in 10 or 12 bits, and over a good part of their range.
 */
bool isUsualRange(const AVFrame& frame, double black, double white);

/** A frame of isDeepFormat() as its grey values, all bits of them, whatever their range means: CV_16UC1, or
 * CV_32FC1 of floating-point formats. */
cv::Mat greyValues(const AVFrame& frame);

}  // namespace sheen
