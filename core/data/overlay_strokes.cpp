#include "core/data/overlay_strokes.h"

#include <algorithm>
#include <cmath>
#include <opencv2/imgproc.hpp>

namespace sheen {

namespace {

/** Grey levels by which a stroke is brighter than the ground beside it, at least. */
constexpr double leastContrast = 24;

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

/** 255 where a stroke, or what it spoils around it, lies. */
cv::Mat1b strokesIn(const cv::Mat& bgr, int pictureHeight)
{
    cv::Mat grey, strokes;
    cv::cvtColor(bgr, grey, cv::COLOR_BGR2GRAY);
    const int widest = oddNumber(pictureHeight / 80.0);  // strokes are narrower: letters are about 1/50 high
    cv::morphologyEx(grey, strokes, cv::MORPH_TOPHAT,
                     cv::getStructuringElement(cv::MORPH_RECT, {widest, widest}), {-1, -1}, 1,
                     cv::BORDER_REPLICATE);
    cv::Mat apart;
    const double contrast = cv::threshold(strokes, apart, 0, 255, cv::THRESH_BINARY | cv::THRESH_OTSU);
    cv::threshold(strokes, strokes, std::max(contrast / 2, leastContrast), 255, cv::THRESH_BINARY);
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
