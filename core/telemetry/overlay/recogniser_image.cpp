#include "recogniser_image.h"

#include <opencv2/imgproc.hpp>

namespace sheen {

namespace {

cv::Mat darkOnLight(const cv::Mat& lightOnDark)
{
    constexpr int border = 10;
    cv::Mat image;
    cv::copyMakeBorder(lightOnDark, image, border, border, border, border,
                       cv::BORDER_CONSTANT | cv::BORDER_ISOLATED, cv::Scalar(0));
    cv::bitwise_not(image, image);
    return image;
}

}  // namespace

cv::Rect extentOf(const std::vector<cv::Rect>& glyphs)
{
    cv::Rect extent;
    for (const cv::Rect& glyph : glyphs)
        extent |= glyph;
    return extent;
}

cv::Mat recogniserImage(const StrokeLine& line, const std::vector<cv::Rect>& glyphs)
{
    cv::Mat own = cv::Mat::zeros(line.mask.size(), CV_8UC1);
    for (const cv::Rect& glyph : glyphs)
        line.mask(glyph).copyTo(own(glyph));
    cv::dilate(own, own, cv::getStructuringElement(cv::MORPH_RECT, {5, 5}));
    cv::Mat strokes = cv::Mat::zeros(line.soft.size(), CV_8UC1);
    line.soft.copyTo(strokes, own);
    cv::Mat image;
    strokes(extentOf(glyphs)).convertTo(image, CV_8UC1, 255.0 / line.level);
    return darkOnLight(image);
}

cv::Mat unmaskedImage(const StrokeLine& line, const std::vector<cv::Rect>& glyphs)
{
    cv::Rect extent = extentOf(glyphs);
    extent = cv::Rect(extent.x - 3, line.top - 2, extent.width + 6, line.bottom - line.top + 4) &
             cv::Rect(0, 0, line.soft.cols, line.soft.rows);
    cv::Mat image;
    line.soft(extent).convertTo(image, CV_8UC1, 300.0 / line.level);
    return darkOnLight(image);
}

}  // namespace sheen
