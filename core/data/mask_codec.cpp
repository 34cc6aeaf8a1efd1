#include "data/mask_codec.h"

#include <exception>
#include <opencv2/imgcodecs.hpp>
#include <vector>

namespace sheen {

QByteArray maskToPng(const cv::Mat& classes)
{
    if (classes.empty())
        return {};
    std::vector<uchar> bytes;
    cv::imencode(".png", classes, bytes,
                 {cv::IMWRITE_PNG_COMPRESSION, 1, cv::IMWRITE_PNG_STRATEGY, cv::IMWRITE_PNG_STRATEGY_RLE});
    return QByteArray(reinterpret_cast<const char*>(bytes.data()), int(bytes.size()));
}

cv::Mat maskFromPng(const QByteArray& png)
{
    if (png.isEmpty())
        return {};
    const cv::Mat bytes(1, int(png.size()), CV_8UC1, const_cast<char*>(png.constData()));
    try {
        const cv::Mat mask = cv::imdecode(bytes, cv::IMREAD_UNCHANGED);
        return mask.type() == CV_8UC1 ? mask : cv::Mat();
    } catch (const std::exception&) {  // OpenCV's, and no memory for the size that the bytes claim
        return {};
    }
}

}  // namespace sheen
