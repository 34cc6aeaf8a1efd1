#include "data/overlay_strokes.h"

#include <algorithm>
#include <cmath>
#include <opencv2/imgproc.hpp>
#include <vector>

#include "base/median.h"

namespace sheen {

namespace {

/** Grey levels by which a stroke is brighter than the ground beside it, at least. */
constexpr double leastContrast = 24;

/** Levels by which a coloured stroke is more colourful than the sea, at least; glint and foam have none. */
constexpr double leastColourContrast = 48;

cv::Rect pixelsOf(const QRectF& share, cv::Size size)
{
    const cv::Rect whole({0, 0}, size);
    const cv::Point from(cvFloor(share.left() * size.width), cvFloor(share.top() * size.height));
    const cv::Point to(cvCeil(share.right() * size.width), cvCeil(share.bottom() * size.height));
    return cv::Rect(from, to) & whole;
}

int oddNumber(double wanted)
{
    return std::max(3, 2 * static_cast<int>(std::lround(wanted / 2)) + 1);
}

/**
 * How much more colourful each pixel is than most, by the span from its least channel to its greatest. Blue,
 * red and magenta letters are no brighter than the sea, but stand out of any sea by this.
 */
cv::Mat1b colourOverSea(const cv::Mat3b& bgr)
{
    cv::Mat1b channels[3];
    cv::split(bgr, channels);
    cv::Mat1b colour = cv::max(cv::max(channels[0], channels[1]), channels[2]) -
                       cv::min(cv::min(channels[0], channels[1]), channels[2]);
    const std::vector<unsigned char> all(colour.datastart, colour.dataend);
    return colour - cv::Scalar(median(all));  // else a coloured sea would stand out between white letters
}

/** 255 where a plane holds strokes: what stands out of it by this contrast, and is narrow. */
cv::Mat1b narrowIn(const cv::Mat1b& plane, double contrast, int pictureHeight)
{
    const int widest = oddNumber(pictureHeight / 80.0);  // strokes are narrower: letters are about 1/50 high
    cv::Mat1b strokes;
    cv::morphologyEx(plane, strokes, cv::MORPH_TOPHAT,
                     cv::getStructuringElement(cv::MORPH_RECT, {widest, widest}), {-1, -1}, 1,
                     cv::BORDER_REPLICATE);
    cv::Mat1b apart;
    const double usual = cv::threshold(strokes, apart, 0, 255, cv::THRESH_BINARY | cv::THRESH_OTSU);
    cv::threshold(strokes, strokes, std::max(usual / 2, contrast), 255, cv::THRESH_BINARY);
    return strokes;
}

/** 255 where a stroke, or what it spoils around it, lies. */
cv::Mat1b strokesIn(const cv::Mat& bgr, int pictureHeight)
{
    cv::Mat1b grey;
    cv::cvtColor(bgr, grey, cv::COLOR_BGR2GRAY);
    cv::Mat1b strokes = narrowIn(grey, leastContrast, pictureHeight) |
                        narrowIn(colourOverSea(bgr), leastColourContrast, pictureHeight);
    const int spoilt = oddNumber(pictureHeight / 200.0);
    cv::dilate(strokes, strokes, cv::getStructuringElement(cv::MORPH_ELLIPSE, {spoilt, spoilt}));
    return strokes;
}

}  // namespace

cv::Mat1b seaBesideOverlay(const cv::Mat& bgr, cv::Size size, const std::vector<OverlayMark>& marks)
{
    cv::Mat1b sea(size, 255);
    for (const OverlayMark& mark : marks) {
        const cv::Rect box = pixelsOf(mark.box, size);
        if (box.empty())
            continue;
        if (mark.solid || bgr.empty())
            sea(box).setTo(0);
        else
            sea(box).setTo(0, strokesIn(bgr(box), size.height));
    }
    return sea;
}

}  // namespace sheen
