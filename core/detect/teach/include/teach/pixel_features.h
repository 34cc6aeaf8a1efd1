#pragma once

#include <opencv2/core.hpp>

#include "data/model_card.h"
#include "data/segmentation.h"

namespace sheen {

/** Whether a picture has colour: those of an infrared camera have none. */
bool hasColour(const cv::Mat& bgr);

/**
 * What a forest is told of each pixel of a picture, which for this is reduced by a whole factor: its colour
 * in CIE L*a*b*; the same blurred to four degrees, less what lies in a wide circle around it; the slope and
 * the unrest of its lightness at these degrees; how far it is from the picture's median colour; and what the
 * model below says of it.
 */
class PixelFeatures
{
public:
    /** Of a pixel. Another number, or other features, are another `version`. */
    static constexpr int count = 28;
    static constexpr const char* version = "sheen-pixels/1";

    /** `bgr`: CV_8UC3, not empty; `base` of its size, by the classes of `card`. */
    PixelFeatures(const cv::Mat& bgr, const Segmentation& base, const ModelCard& card);

    cv::Size pictureSize() const { return m_pictureSize; }
    /** Of the reduced picture. */
    cv::Size size() const { return m_values.size(); }
    /** Pixels of the picture for each one of the reduced one, in either direction. */
    int factor() const { return m_factor; }
    const float* at(int x, int y) const { return m_values.ptr<float>(y) + std::ptrdiff_t(x) * count; }
    /** The reduced picture, CV_32FC3: L*a*b* / 100. */
    const cv::Mat& lab() const { return m_lab; }

private:
    cv::Size m_pictureSize;
    int m_factor = 1;
    cv::Mat m_lab;
    cv::Mat m_values;  //!< CV_32FC(count)
};

}  // namespace sheen
