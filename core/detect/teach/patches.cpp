#include "teach/patches.h"

#include <algorithm>
#include <opencv2/imgproc.hpp>

namespace sheen {

namespace {

bool isInside(const cv::Mat& picture, cv::Point pixel)
{
    return cv::Rect({0, 0}, picture.size()).contains(pixel);
}

/** The longest outline of what is left within the edge. */
std::vector<cv::Point> outlineWithin(cv::Mat1b region, int edge)
{
    constexpr double tolerance = 1;  // pixels
    const cv::Mat round = cv::getStructuringElement(cv::MORPH_ELLIPSE, {2 * edge + 1, 2 * edge + 1});
    cv::erode(region, region, round, {-1, -1}, 1, cv::BORDER_REPLICATE);
    std::vector<std::vector<cv::Point>> outlines;
    cv::findContours(region, outlines, cv::RETR_EXTERNAL, cv::CHAIN_APPROX_SIMPLE);
    if (outlines.empty())
        return {};
    const auto largest = std::max_element(outlines.begin(), outlines.end(), [](const auto& a, const auto& b) {
        return cv::contourArea(a) < cv::contourArea(b);
    });
    std::vector<cv::Point> outline;
    cv::approxPolyDP(*largest, outline, tolerance, true);
    return outline.size() < 3 ? std::vector<cv::Point>() : outline;
}

/** What cv::floodFill reaches; `barrier`, with a border of a pixel: not 0 where it may not. */
cv::Mat1b reached(const cv::Mat& picture, cv::Point pixel, cv::Mat1b barrier, const cv::Scalar& tolerance)
{
    constexpr int mark = 200;
    cv::Mat filled = picture.clone();
    cv::floodFill(filled, barrier, pixel, {}, nullptr, tolerance, tolerance,
                  4 | (mark << 8) | cv::FLOODFILL_FIXED_RANGE | cv::FLOODFILL_MASK_ONLY);
    return barrier(cv::Rect({1, 1}, picture.size())) == mark;
}

}  // namespace

std::vector<cv::Point> patchAround(const cv::Mat1b& mask, cv::Point pixel)
{
    constexpr int edge = 2;  // pixels
    if (!isInside(mask, pixel) || mask(pixel) == 0)
        return {};
    const cv::Mat1b barrier(mask.rows + 2, mask.cols + 2, uchar(0));
    return outlineWithin(reached(mask, pixel, barrier, cv::Scalar::all(0)), edge);
}

std::vector<cv::Point> alikeAround(const cv::Mat& bgr, cv::Point pixel, const cv::Mat1b& without)
{
    constexpr int edge = 1;                // pixels
    constexpr int shareOfWidth = 6;        // its reach
    const cv::Scalar tolerance(14, 6, 6);  // of L*a*b* in 8 bit: light varies more than colour
    constexpr double blur = 1.5;
    if (!isInside(bgr, pixel))
        return {};
    cv::Mat smooth, lab;
    cv::GaussianBlur(bgr, smooth, {}, blur);
    cv::cvtColor(smooth, lab, cv::COLOR_BGR2Lab);
    cv::Mat1b barrier(bgr.rows + 2, bgr.cols + 2, uchar(1));
    const cv::Point middle = pixel + cv::Point(1, 1);
    cv::circle(barrier, middle, std::max(8, bgr.cols / shareOfWidth), 0, cv::FILLED);
    if (without.size() == bgr.size())
        barrier(cv::Rect({1, 1}, bgr.size())).setTo(1, without);
    barrier(middle) = 0;
    cv::Mat1b region = reached(lab, pixel, barrier, tolerance);
    cv::morphologyEx(region, region, cv::MORPH_CLOSE, cv::Mat::ones(3, 3, CV_8U));
    return outlineWithin(region, edge);
}

}  // namespace sheen
