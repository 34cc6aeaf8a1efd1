#pragma once

#include <QByteArray>
#include <functional>
#include <opencv2/core.hpp>

namespace sheen {

// Masks of classes travel and are kept as PNG: losslessly, and readable by other programs.

/** Encodes a mask (CV_8UC1, class values). Returns an empty array for an empty mask. */
QByteArray maskToPng(const cv::Mat& classes);

/** Decodes a mask to CV_8UC1. Returns an empty one where there is none, and where the bytes are damaged or
 * hold another kind of image. Does not throw. */
cv::Mat maskFromPng(const QByteArray& png);

/** Reads the PNG of a frame's mask from where it is kept, by the frame's number; empty where the frame has
 * none. May be called from any thread. */
using MaskReader = std::function<QByteArray(int frame)>;

}  // namespace sheen
