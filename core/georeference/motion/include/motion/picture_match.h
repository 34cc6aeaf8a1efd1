#pragma once

#include <opencv2/core.hpp>
#include <vector>

namespace sheen {

/** The same points of the ground in two pictures, as many in one as in the other. */
struct MatchedPoints
{
    std::vector<cv::Point2f> first;
    std::vector<cv::Point2f> second;
};

/** A picture (BGR) as matchPictures() wants it: grey, so many pixels wide at most, its contrast levelled; a
 * few milliseconds. */
cv::Mat1b reducedPicture(const cv::Mat& bgr, int width);

/**
 * Finds points of the ground in two reduced pictures of one size, in their pixels. Empty where the pictures
 * have nothing in common that holds still: too few points come back to where they began when they are
 * followed there and back, or they do not move as one plane does. `free`: 255 where neither picture shows
 * writing or symbols; of the pictures' size.
 */
MatchedPoints matchPictures(const cv::Mat1b& first, const cv::Mat1b& second, const cv::Mat1b& free);

}  // namespace sheen
