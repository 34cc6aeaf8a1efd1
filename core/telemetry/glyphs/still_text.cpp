#include "glyphs/still_text.h"

#include <algorithm>
#include <array>
#include <opencv2/imgproc.hpp>

namespace sheen {

namespace {

constexpr std::size_t mostFrames = 3;  //!< more thin the strokes out, for each frame has its own noise

/** Between ground (0) and letters (1): what is above is ink, what is below is none. */
constexpr double ink = 0.8;
constexpr double noInk = 0.35;

/** Brightness of the ground, which is most of the pixels, and of the letters, the brightest few. */
struct Levels
{
    int ground = 0;
    int letters = 0;
};

Levels levelsOf(const cv::Mat& image)
{
    std::array<int, 256> histogram{};
    for (int row = 0; row < image.rows; ++row) {
        const auto* pixel = image.ptr<unsigned char>(row);
        for (int column = 0; column < image.cols; ++column)
            ++histogram[pixel[column]];
    }
    const auto quantile = [&](double share) {
        const auto wanted = static_cast<int>(share * static_cast<double>(image.total()));
        int value = 0;
        for (int count = histogram[0]; count <= wanted && value < 255;
             count += histogram[static_cast<std::size_t>(value)])
            ++value;
        return value;
    };
    return {quantile(0.5), quantile(0.995)};
}

/** Pixels that are letters in one image and ground in the other. */
int changedPixels(const cv::Mat& a, const cv::Mat& b, double bright, double dark)
{
    return cv::countNonZero(((a > bright) & (b < dark)) | ((b > bright) & (a < dark)));
}

}  // namespace

cv::Mat StillText::steadied(const cv::Mat& brightness, double capitalHeight)
{
    constexpr double smallestContrast = 16;
    const auto [ground, letters] = levelsOf(brightness);
    // The bar by which a 6 and an 8 differ is a third of a capital high and an eighth wide.
    const int smallestChange = std::max(3, static_cast<int>(0.02 * capitalHeight * capitalHeight));
    cv::Mat darkest = brightness.clone();
    if (letters - ground >= smallestContrast) {
        const double bright = ground + ink * (letters - ground);
        const double dark = ground + noInk * (letters - ground);
        for (auto before = m_before.rbegin(); before != m_before.rend(); ++before) {
            if (before->size() != brightness.size() ||
                changedPixels(brightness, *before, bright, dark) >= smallestChange)
                break;
            cv::min(darkest, *before, darkest);
        }
    }
    m_before.push_back(brightness.clone());
    if (m_before.size() > mostFrames)
        m_before.erase(m_before.begin());
    return darkest;
}

}  // namespace sheen
