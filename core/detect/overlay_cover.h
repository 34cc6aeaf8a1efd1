#pragma once

#include <opencv2/core.hpp>
#include <vector>

#include "data/run_facts.h"
#include "data/segmentation.h"

namespace sheen {

/**
 * Takes the letters and symbols that lie over a picture out of what is detected: the network sees, where
 * they are, what surrounds them, and so does who reads the mask.
 */
class OverlayCover
{
public:
    /** `bgr` is not changed; without marks nothing is copied. */
    OverlayCover(const cv::Mat& bgr, const std::vector<OverlayMark>& marks);

    /** The picture without its overlay: smooth between what surrounds the strokes. */
    const cv::Mat& picture() const { return m_picture; }

    /** Under the strokes the class and confidence of the nearest pixel beside them. */
    void fillMask(Segmentation& segmentation) const;

private:
    cv::Mat m_picture;
    cv::Mat1b m_sea;                //!< 0 under the strokes
    std::vector<cv::Rect> m_boxes;  //!< of the marks, with what lies around them
};

}  // namespace sheen
