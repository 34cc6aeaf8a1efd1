#include "lost_lines.h"

#include <algorithm>
#include <array>
#include <opencv2/imgproc.hpp>

namespace sheen {

namespace {

constexpr int pairsLookedAt = 96;
constexpr double repeated = 0.6;  //!< lines differ by less than this share of what other neighbours do
constexpr double black = 0.25;    //!< share of the other lines' brightness

/** Every second line from one on, at the full height. */
cv::Mat everySecond(const cv::Mat& picture, int first)
{
    const int count = (picture.rows - first) / 2;
    cv::Mat half(count, picture.cols, picture.type());
    for (int row = 0; row < count; ++row)
        picture.row(first + 2 * row).copyTo(half.row(row));
    cv::Mat whole;
    cv::resize(half, whole, picture.size(), 0, 0, cv::INTER_CUBIC);
    return whole;
}

}  // namespace

cv::Mat withLostLines(const cv::Mat& picture)
{
    const bool known = picture.type() == CV_8UC1 || picture.type() == CV_8UC3;
    if (!known || picture.rows < 16 || picture.cols < 16)
        return picture;
    const int step = std::max(1, (picture.rows - 4) / (2 * pairsLookedAt)) * 2;
    std::array<double, 2> differences{};  // between a line and the next, by whether the first is even or odd
    std::array<double, 2> brightness{};
    for (int row = 0; row + 3 < picture.rows; row += step) {
        // Without its colour, of which videos keep half the lines in any case.
        cv::Mat lines = picture.rowRange(row, row + 3);
        if (lines.channels() == 3)
            cv::cvtColor(lines, lines, cv::COLOR_BGR2GRAY);
        for (int odd = 0; odd < 2; ++odd) {
            differences[std::size_t(odd)] += cv::norm(lines.row(odd), lines.row(odd + 1), cv::NORM_L1);
            brightness[std::size_t(odd)] += cv::norm(lines.row(odd), cv::NORM_L1);
        }
    }
    for (int odd = 0; odd < 2; ++odd) {
        const auto own = std::size_t(odd);
        const auto other = std::size_t(1 - odd);
        if (brightness[other] < black * brightness[own] || differences[own] < repeated * differences[other])
            return everySecond(picture, odd);
    }
    return picture;
}

}  // namespace sheen
