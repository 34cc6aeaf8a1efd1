#include "grey_levels.h"

#include <algorithm>
#include <cmath>
#include <opencv2/imgproc.hpp>

namespace sheen {

namespace {

constexpr double leftOutShare = 0.001;       // of the pixels, at each end
constexpr std::size_t mostSamples = 200000;  // of each picture
constexpr double spareShare = 0.05;  // of the levels, at each end: what is beyond is seldom, not nothing

/** Without a fourth channel, which is transparency. */
cv::Mat withoutAlpha(const cv::Mat& picture)
{
    cv::Mat colours = picture;
    if (picture.channels() == 4)
        cv::cvtColor(picture, colours, cv::COLOR_BGRA2BGR);
    return colours;
}

}  // namespace

std::optional<GreyLevels> greyLevelsOf(const std::vector<cv::Mat>& pictures)
{
    std::vector<double> values;
    for (const cv::Mat& picture : pictures) {
        if (picture.empty())
            continue;
        cv::Mat numbers;
        withoutAlpha(picture).convertTo(numbers, CV_64F);
        numbers = numbers.reshape(1, 1);
        const std::size_t step = 1 + numbers.total() / mostSamples;
        for (std::size_t i = 0; i < numbers.total(); i += step) {
            const double value = numbers.at<double>(static_cast<int>(i));
            if (std::isfinite(value))
                values.push_back(value);
        }
    }
    if (values.empty())
        return std::nullopt;
    const auto leftOut = static_cast<std::ptrdiff_t>(leftOutShare * static_cast<double>(values.size()));
    const auto last = static_cast<std::ptrdiff_t>(values.size()) - 1;
    std::nth_element(values.begin(), values.begin() + leftOut, values.end());
    const double black = values[static_cast<std::size_t>(leftOut)];
    std::nth_element(values.begin(), values.begin() + (last - leftOut), values.end());
    const double white = values[static_cast<std::size_t>(last - leftOut)];
    const double spare = spareShare * (white - black);
    return white > black ? std::optional(GreyLevels{black - spare, white + spare}) : std::nullopt;
}

Issue stretchNotice(const GreyLevels& levels)
{
    // Thermal pictures may count tenths of a degree.
    const int decimals = levels.white - levels.black < 100 ? 1 : 0;
    return {IssueKind::PicturesStretched,
            {roundedTo(levels.black, decimals), roundedTo(levels.white, decimals)}};
}

cv::Mat stretched(const cv::Mat& picture, const GreyLevels& levels)
{
    const double scale = 255 / (levels.white - levels.black);
    cv::Mat result;
    withoutAlpha(picture).convertTo(result, CV_8U, scale, -levels.black * scale);
    if (result.channels() == 1)
        cv::cvtColor(result, result, cv::COLOR_GRAY2BGR);
    return result;
}

}  // namespace sheen
