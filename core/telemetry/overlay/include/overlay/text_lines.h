#pragma once

#include <QRectF>
#include <opencv2/core.hpp>
#include <vector>

#include "overlay/overlay_layout.h"

namespace sheen {

/** Thin bright strokes of pictures over time, in brightness levels. CV_32FC1, of the pictures' size. */
struct StillStrokes
{
    cv::Mat still;  //!< what stays at its pixel in all pictures: letters and digits that do not change
    cv::Mat mean;   //!< of all pictures: digits that change as well, and the waves
};

/**
 * Of pictures of one recording and one size, with letters of this colour and of about this height; others are
 * left out. Empty where there are no pictures. What is brighter than letters are is no better than they.
 */
StillStrokes stillStrokes(const std::vector<cv::Mat>& pictures, LetterColour colour, double capitalPixels);

/** A line of text that holds still, or a part of one between wide gaps. */
struct TextLine
{
    cv::Rect box;         //!< of the writing, pixels
    double strength = 0;  //!< levels by which it stands out over what lies around it
};

/**
 * Finds lines of text that hold still in pictures of one recording and size, whatever they read, from top to
 * bottom: strokes stay within their rows in each picture, and the ground above and below moves. Rulings,
 * scales and symbols may be among them. The more pictures, and the further apart, the fainter lines are
 * found.
 */
std::vector<TextLine> findTextLines(const std::vector<cv::Mat>& pictures, LetterColour colour);

}  // namespace sheen
