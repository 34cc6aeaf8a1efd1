#pragma once

#include <opencv2/core.hpp>
#include <vector>

#include "overlay/overlay_layout.h"

namespace sheen {

/** The picture with letters of this colour as bright in its least channel as white ones are. CV_8UC3 or
 * CV_8UC1. */
cv::Mat inLetterColour(const cv::Mat& picture, LetterColour colour);

/** How an overlay's letters look. */
struct LetterLook
{
    double textHeight =
        0;  //!< of capitals, as a share of the picture's height; 0 where no letters were found
    LetterColour colour = LetterColour::White;
};

/** Measures the letters in these boxes (shares of the picture). */
LetterLook measureLetters(const cv::Mat& picture, const std::vector<OverlayLayout::Field>& fields);

}  // namespace sheen
