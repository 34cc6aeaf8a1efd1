#include "glyphs/slashed_zero.h"

#include <algorithm>
#include <opencv2/imgproc.hpp>
#include <vector>

namespace sheen {

namespace {

/** The glyph with everything inside its outer edge filled. */
cv::Mat filledOutline(const cv::Mat& glyph)
{
    std::vector<std::vector<cv::Point>> contours;
    cv::findContours(glyph.clone(), contours, cv::RETR_EXTERNAL, cv::CHAIN_APPROX_NONE);
    cv::Mat filled = cv::Mat::zeros(glyph.size(), CV_8UC1);
    cv::drawContours(filled, contours, -1, cv::Scalar(255), cv::FILLED);
    return filled;
}

double solidity(const cv::Mat& filled)
{
    std::vector<cv::Point> points;
    cv::findNonZero(filled, points);
    if (points.empty())
        return 0;
    std::vector<cv::Point> hull;
    cv::convexHull(points, hull);
    cv::Mat convex = cv::Mat::zeros(filled.size(), CV_8UC1);
    cv::fillConvexPoly(convex, hull, cv::Scalar(255));
    return static_cast<double>(points.size()) / std::max(1, cv::countNonZero(convex));
}

/** Share of a part of the inside that is inked. */
double inked(const cv::Mat& ink, const cv::Mat& inside, const cv::Rect& part)
{
    cv::Mat both;
    cv::bitwise_and(ink(part), inside(part), both);
    return cv::countNonZero(both) / std::max(1.0, static_cast<double>(cv::countNonZero(inside(part))));
}

/** The inside of a slashed zero, empty for every other glyph. */
cv::Mat slashedInside(const cv::Mat& glyph)
{
    cv::Mat closed;
    cv::copyMakeBorder(glyph, closed, 4, 4, 4, 4, cv::BORDER_CONSTANT | cv::BORDER_ISOLATED, cv::Scalar(0));
    cv::morphologyEx(closed, closed, cv::MORPH_CLOSE, cv::getStructuringElement(cv::MORPH_ELLIPSE, {3, 3}));
    const cv::Mat filled = filledOutline(closed);
    if (solidity(filled) < 0.9 || cv::countNonZero(filled) < 0.7 * static_cast<double>(glyph.total()))
        return {};
    // What is left once the oval's own stroke is taken off.
    const int stroke = strokeCapitalHeight / 5;
    cv::Mat inside;
    cv::erode(filled, inside, cv::getStructuringElement(cv::MORPH_ELLIPSE, {2 * stroke - 1, 2 * stroke - 1}));
    const cv::Rect extent = cv::boundingRect(inside);
    if (extent.width < 4 || extent.height < 8)
        return {};
    const cv::Size half(extent.width / 2, extent.height / 2);
    const cv::Rect upperLeft(extent.tl(), half);
    const cv::Rect upperRight(cv::Point(extent.x + extent.width - half.width, extent.y), half);
    const cv::Rect lowerLeft(cv::Point(extent.x, extent.y + extent.height - half.height), half);
    const cv::Rect lowerRight(cv::Point(upperRight.x, lowerLeft.y), half);
    const double rising = (inked(closed, inside, upperRight) + inked(closed, inside, lowerLeft)) / 2;
    const double falling = (inked(closed, inside, upperLeft) + inked(closed, inside, lowerRight)) / 2;
    if (rising < 0.25 || rising < falling + 0.15)
        return {};
    cv::dilate(inside, inside, cv::getStructuringElement(cv::MORPH_ELLIPSE, {3, 3}));
    return inside(cv::Rect(4, 4, glyph.cols, glyph.rows)).clone();
}

}  // namespace

int openSlashedZeros(StrokeLine& line)
{
    int count = 0;
    for (const cv::Rect& box : line.glyphs) {
        if (box.height < 0.8 * strokeCapitalHeight || box.width < 0.3 * strokeCapitalHeight ||
            box.width > box.height)
            continue;
        const cv::Mat inside = slashedInside(line.mask(box));
        if (inside.empty())
            continue;
        line.mask(box).setTo(0, inside);
        line.soft(box).setTo(0, inside);
        ++count;
    }
    return count;
}

}  // namespace sheen
