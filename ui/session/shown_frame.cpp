#include "ui/session/shown_frame.h"

#include <opencv2/imgproc.hpp>

#include "data/area_colours.h"

namespace sheen {

namespace {

cv::Size shownSize(cv::Size size)
{
    if (size.width <= largestShownWidth)
        return size;
    const double scale = double(largestShownWidth) / size.width;
    return {largestShownWidth, std::max(1, int(std::lround(size.height * scale)))};
}

QImage pictureOfSize(const cv::Mat& bgr, cv::Size size)
{
    cv::Mat shown = bgr;
    if (size != bgr.size())
        cv::resize(bgr, shown, size, 0, 0, cv::INTER_AREA);
    QImage image(size.width, size.height, QImage::Format_RGB32);
    cv::Mat target(size, CV_8UC4, image.bits(), static_cast<std::size_t>(image.bytesPerLine()));
    cv::cvtColor(shown, target, cv::COLOR_BGR2BGRA);
    return image;
}

}  // namespace

QImage shownPicture(const cv::Mat& bgr)
{
    return bgr.empty() || bgr.type() != CV_8UC3 ? QImage() : pictureOfSize(bgr, shownSize(bgr.size()));
}

QImage wholePicture(const cv::Mat& bgr)
{
    return bgr.empty() || bgr.type() != CV_8UC3 ? QImage() : pictureOfSize(bgr, bgr.size());
}

QVector<QRgb> maskColours(const ModelCard& card)
{
    QVector<QRgb> colours(256, qRgba(0, 0, 0, 0));
    for (const ModelClass& one : card.classes) {
        const Rgb rgb = classColour(card, one);
        if (one.oil && one.value >= 0 && one.value < 255)
            colours[one.value] = qRgb(rgb[0], rgb[1], rgb[2]);
    }
    return colours;
}

QImage shownMask(const cv::Mat& classes, const QVector<QRgb>& colours)
{
    if (classes.empty() || classes.type() != CV_8UC1 || colours.size() != 256)
        return {};
    cv::Mat shown = classes;
    const cv::Size size = shownSize(classes.size());
    if (size != classes.size())
        cv::resize(classes, shown, size, 0, 0, cv::INTER_NEAREST);
    QImage image(size.width, size.height, QImage::Format_ARGB32_Premultiplied);
    for (int y = 0; y < size.height; ++y) {
        const auto* from = shown.ptr<unsigned char>(y);
        auto* to = reinterpret_cast<QRgb*>(image.scanLine(y));
        for (int x = 0; x < size.width; ++x)
            to[x] = colours[from[x]];
    }
    return image;
}

}  // namespace sheen
