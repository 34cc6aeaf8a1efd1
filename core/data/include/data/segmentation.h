#pragma once

#include <opencv2/core.hpp>

namespace sheen {

/** What the detector says of a picture, at the picture's size. */
struct Segmentation
{
    static constexpr unsigned char notSeen = 255;

    cv::Mat classes;     //!< CV_8UC1, class values of the model's card; notSeen where there was no picture
    cv::Mat confidence;  //!< CV_8UC1, the probability of that class, 255 = 1.0
};

}  // namespace sheen
