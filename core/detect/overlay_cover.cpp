#include "overlay_cover.h"

#include <algorithm>
#include <opencv2/imgproc.hpp>

#include "data/overlay_strokes.h"

namespace sheen {

namespace {

/** The mark's pixels with so much around them that there is something to fill them from. */
cv::Rect boxAround(const QRectF& share, cv::Size size)
{
    const int margin = std::max(6, size.height / 60);
    const cv::Point from(cvFloor(share.left() * size.width) - margin,
                         cvFloor(share.top() * size.height) - margin);
    const cv::Point to(cvCeil(share.right() * size.width) + margin,
                       cvCeil(share.bottom() * size.height) + margin);
    return cv::Rect(from, to) & cv::Rect({0, 0}, size);
}

/**
 * Fills what is not known from coarser and coarser averages of what is (pull and push, Gortler et al. 1996):
 * smooth, however wide the gap. `sums`: the known pixels' values, 0 elsewhere; `known`: 1 or 0.
 */
cv::Mat3f filled(const cv::Mat3f& sums, const cv::Mat1f& known)
{
    cv::Mat3f result(sums.size());
    cv::Mat3f coarse;
    double least = 1;
    cv::minMaxLoc(known, &least);
    if (least <= 0 && std::max(sums.cols, sums.rows) > 1) {
        const cv::Size half((sums.cols + 1) / 2, (sums.rows + 1) / 2);
        cv::Mat3f halfSums;
        cv::Mat1f halfKnown;
        cv::resize(sums, halfSums, half, 0, 0, cv::INTER_AREA);
        cv::resize(known, halfKnown, half, 0, 0, cv::INTER_AREA);
        cv::resize(filled(halfSums, halfKnown), coarse, sums.size(), 0, 0, cv::INTER_LINEAR);
    }
    for (int y = 0; y < sums.rows; ++y) {
        for (int x = 0; x < sums.cols; ++x) {
            const float weight = known(y, x);
            const cv::Vec3f gap = coarse.empty() ? cv::Vec3f() : coarse(y, x);
            result(y, x) = weight > 0 ? sums(y, x) / weight : gap;
        }
    }
    return result;
}

}  // namespace

OverlayCover::OverlayCover(const cv::Mat& bgr, const std::vector<OverlayMark>& marks) : m_picture(bgr)
{
    if (bgr.empty() || marks.empty())
        return;
    m_picture = bgr.clone();
    m_sea = seaBesideOverlay(bgr, bgr.size(), marks);
    for (const OverlayMark& mark : marks) {
        const cv::Rect box = boxAround(mark.box, bgr.size());
        const cv::Mat1b strokes = box.empty() ? cv::Mat1b() : cv::Mat1b(m_sea(box) == 0);
        if (box.empty() || cv::countNonZero(strokes) == 0)
            continue;
        m_boxes.push_back(box);
        cv::Mat3f sums;
        cv::Mat1f known;
        cv::Mat(bgr(box)).convertTo(sums, CV_32F);
        sums.setTo(cv::Scalar::all(0), strokes);
        m_sea(box).convertTo(known, CV_32F, 1 / 255.0);
        cv::Mat3b smooth;
        filled(sums, known).convertTo(smooth, CV_8U);
        smooth.copyTo(m_picture(box), strokes);
    }
}

void OverlayCover::fillMask(Segmentation& segmentation) const
{
    for (const cv::Rect& box : m_boxes) {
        const cv::Mat1b sea = m_sea(box);
        if (cv::countNonZero(sea) == 0)
            continue;
        cv::Mat1f distance;
        cv::Mat1i nearest;
        cv::distanceTransform(sea == 0, distance, nearest, cv::DIST_L2, 5, cv::DIST_LABEL_PIXEL);
        std::vector<cv::Point> placeOf(std::size_t(cv::countNonZero(sea)) + 1);
        for (int y = 0; y < sea.rows; ++y) {
            for (int x = 0; x < sea.cols; ++x) {
                if (sea(y, x) != 0)
                    placeOf[std::size_t(nearest(y, x))] = {x, y};
            }
        }
        cv::Mat1b classes = segmentation.classes(box);
        cv::Mat1b confidence = segmentation.confidence(box);
        for (int y = 0; y < sea.rows; ++y) {
            for (int x = 0; x < sea.cols; ++x) {
                if (sea(y, x) != 0)
                    continue;
                const cv::Point from = placeOf[std::size_t(nearest(y, x))];
                classes(y, x) = classes(from);
                confidence(y, x) = confidence(from);
            }
        }
    }
}

}  // namespace sheen
