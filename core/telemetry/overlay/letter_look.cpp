#include "overlay/letter_look.h"

#include <algorithm>
#include <cmath>
#include <opencv2/imgproc.hpp>

#include "base/median.h"
#include "glyphs/text_strokes.h"

namespace sheen {

namespace {

cv::Rect pixelsOf(const QRectF& box, const cv::Mat& picture)
{
    const cv::Rect rect(cv::Point(cvFloor(box.left() * picture.cols), cvFloor(box.top() * picture.rows)),
                        cv::Point(cvCeil(box.right() * picture.cols), cvCeil(box.bottom() * picture.rows)));
    return rect & cv::Rect(0, 0, picture.cols, picture.rows);
}

/** The mean of the brightest hundredths of the boxes' pixels: letters are brighter than the sea behind them.
 */
cv::Scalar brightestColour(const cv::Mat& picture, const std::vector<OverlayLayout::Field>& fields)
{
    constexpr double share = 0.03;
    cv::Scalar sum;
    double count = 0;
    for (const OverlayLayout::Field& field : fields) {
        const cv::Rect area = pixelsOf(field.box, picture);
        if (field.inverse || area.empty())
            continue;
        std::vector<cv::Vec3b> pixels;
        for (int row = area.y; row < area.y + area.height; ++row) {
            const auto* line = picture.ptr<cv::Vec3b>(row);
            pixels.insert(pixels.end(), line + area.x, line + area.x + area.width);
        }
        const auto wanted = std::max<std::ptrdiff_t>(1, std::lround(share * double(pixels.size())));
        const auto brightness = [](const cv::Vec3b& pixel) {
            return std::max({pixel[0], pixel[1], pixel[2]});
        };
        std::nth_element(
            pixels.begin(), pixels.begin() + wanted - 1, pixels.end(),
            [&](const cv::Vec3b& a, const cv::Vec3b& b) { return brightness(a) > brightness(b); });
        for (auto pixel = pixels.begin(); pixel != pixels.begin() + wanted; ++pixel)
            sum += cv::Scalar((*pixel)[0], (*pixel)[1], (*pixel)[2]);
        count += double(wanted);
    }
    return count > 0 ? sum / count : cv::Scalar::all(255);
}

LetterColour nearestLetterColour(const cv::Scalar& bgr)
{
    constexpr double leastShare = 0.62;  //!< of the brightest channel; amber's green has three quarters
    const double most = std::max({bgr[0], bgr[1], bgr[2]});
    int channels = 0;
    for (int i = 0; i < 3; ++i) {
        if (bgr[i] >= leastShare * most)
            channels |= 1 << i;
    }
    return static_cast<LetterColour>(channels);
}

/** The height of the capitals in one box, pixels; 0 where there are none. */
double capitalHeight(const cv::Mat& picture, const OverlayLayout::Field& field)
{
    const cv::Rect area = pixelsOf(field.box, picture);
    StrokeSearch search;
    search.box = area;
    search.inverse = field.inverse;
    // From tall to low: letters are found at about their own height, and in pieces at less.
    for (const double share : {0.95, 0.8, 0.66, 0.55, 0.46, 0.38, 0.32, 0.27, 0.22}) {
        search.capitalHeight = share * area.height;
        const StrokeLine line = findStrokeLine(textCrop(picture, search), search);
        if (line.glyphs.size() < 2)
            continue;
        const double measured = (line.bottom - line.top) / line.scale;
        if (measured <= area.height)
            return measured;
    }
    return 0;
}

}  // namespace

cv::Mat inLetterColour(const cv::Mat& picture, LetterColour colour)
{
    if (picture.channels() != 3 || colour == LetterColour::White)
        return picture;
    const int bits = static_cast<int>(colour);
    cv::Mat result;
    cv::bitwise_or(picture, cv::Scalar(bits & 1 ? 0 : 255, bits & 2 ? 0 : 255, bits & 4 ? 0 : 255), result);
    return result;
}

LetterLook measureLetters(const cv::Mat& picture, const std::vector<OverlayLayout::Field>& fields)
{
    LetterLook look;
    if (picture.empty() || (picture.type() != CV_8UC3 && picture.type() != CV_8UC1))
        return look;
    if (picture.type() == CV_8UC3)
        look.colour = nearestLetterColour(brightestColour(picture, fields));
    const cv::Mat letters = inLetterColour(picture, look.colour);
    std::vector<double> heights;
    for (const OverlayLayout::Field& field : fields) {
        const double height = capitalHeight(letters, field);
        if (height > 0)
            heights.push_back(height);
    }
    if (heights.empty())
        return look;
    look.textHeight = median(std::move(heights)) / picture.rows;
    return look;
}

}  // namespace sheen
