#pragma once

#include <opencv2/core.hpp>
#include <optional>
#include <vector>

#include "data/issue.h"

namespace sheen {

/** The values of a deep picture that are shown from black to white. */
struct GreyLevels
{
    double black = 0;
    double white = 0;
};

/**
 * Finds the levels for a whole flight from a few of its pictures (any depth, any number of channels): from
 * the darkest thousandth of all of them to the brightest, so that single hot pixels do not matter, and a
 * twentieth beyond, so that what is brighter or darker still differs. Values that are not numbers are left
 * out. Returns std::nullopt if nothing is in them, or all is of one value.
 */
std::optional<GreyLevels> greyLevelsOf(const std::vector<cv::Mat>& pictures);

/** Returns a picture of any depth with one, three or four channels as BGR of 8 bits, stretched to the levels.
 */
cv::Mat stretched(const cv::Mat& picture, const GreyLevels& levels);

/** What is said of a flight whose pictures are stretched. */
Issue stretchNotice(const GreyLevels& levels);

}  // namespace sheen
