#include "ui/frame/picture_look.h"

#include <algorithm>
#include <cmath>
#include <opencv2/imgproc.hpp>

namespace sheen {

namespace {

/** Brighter and steeper about the middle; turned round where it is inverted. */
cv::Mat curveOf(const PictureLook& look)
{
    const double slope = std::pow(4.0, look.contrast / 100.0);
    cv::Mat curve(1, 256, CV_8UC1);
    for (int value = 0; value < 256; ++value) {
        const double to = (value - 127.5) * slope + 127.5 + look.brightness * 2.55;
        const int clamped = static_cast<int>(std::lround(std::clamp(to, 0.0, 255.0)));
        curve.at<uchar>(value) = static_cast<uchar>(look.invert ? 255 - clamped : clamped);
    }
    return curve;
}

}  // namespace

QImage enhanced(const QImage& picture, const PictureLook& look)
{
    if (look.isPlain() || picture.isNull())
        return picture;
    QImage result = picture.convertToFormat(QImage::Format_RGB888);
    cv::Mat pixels(result.height(), result.width(), CV_8UC3, result.bits(),
                   static_cast<std::size_t>(result.bytesPerLine()));
    if (look.dehaze) {
        cv::Mat lab;
        cv::cvtColor(pixels, lab, cv::COLOR_RGB2Lab);
        std::vector<cv::Mat> channels;
        cv::split(lab, channels);
        cv::createCLAHE(4.0, cv::Size(8, 8))->apply(channels[0], channels[0]);
        cv::merge(channels, lab);
        cv::cvtColor(lab, pixels, cv::COLOR_Lab2RGB);
    }
    cv::LUT(pixels, curveOf(look), pixels);
    return result;
}

}  // namespace sheen
