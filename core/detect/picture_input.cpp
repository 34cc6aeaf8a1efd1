#include "picture_input.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <opencv2/imgproc.hpp>

#include "detect/picture_scale.h"

namespace sheen {

PlaneScale InputGeometry::planeScale(cv::Size planes, cv::Size picture) const
{
    return {double(planes.width) / input.width * content.width / picture.width,
            double(planes.height) / input.height * content.height / picture.height};
}

InputGeometry inputGeometryFor(cv::Size picture, const ModelCard& card, double scale)
{
    InputGeometry geometry;
    const auto upToStride = [&card](int size) {
        return (size + card.stride - 1) / card.stride * card.stride;
    };
    if (card.inputWidth <= 0 || card.inputHeight <= 0) {
        geometry.content = scaledSize(picture, scale);
        geometry.input = {upToStride(geometry.content.width), upToStride(geometry.content.height)};
        return geometry;
    }
    // A network of one size: the picture keeps its proportions.
    geometry.input = {card.inputWidth, card.inputHeight};
    const double fit =
        std::min(double(card.inputWidth) / picture.width, double(card.inputHeight) / picture.height);
    geometry.content = {std::clamp(int(std::lround(picture.width * fit)), 1, card.inputWidth),
                        std::clamp(int(std::lround(picture.height * fit)), 1, card.inputHeight)};
    return geometry;
}

void fillInput(const cv::Mat& picture, const ModelCard& card, const InputGeometry& geometry, float* planes)
{
    cv::Mat resized = picture;
    if (geometry.content != picture.size()) {
        const bool reduced = geometry.content.width < picture.cols;
        cv::resize(picture, resized, geometry.content, 0, 0, reduced ? cv::INTER_AREA : cv::INTER_LINEAR);
    }
    std::array<cv::Mat, 3> bytes;
    cv::split(resized, bytes.data());
    const std::size_t planeLength = std::size_t(geometry.input.area());
    for (std::size_t channel = 0; channel < 3; ++channel) {
        const std::size_t source = card.rgbOrder ? 2 - channel : channel;
        cv::Mat plane(geometry.input, CV_32FC1, planes + channel * planeLength);
        cv::Mat content = plane(cv::Rect(cv::Point(0, 0), geometry.content));
        bytes[source].convertTo(content, CV_32F, 1 / card.deviation[channel],
                                -card.mean[channel] / card.deviation[channel]);
        if (geometry.content != geometry.input) {
            // The border grows around the content in place: cv::copyMakeBorder copies nothing else then.
            cv::copyMakeBorder(content, plane, 0, geometry.input.height - geometry.content.height, 0,
                               geometry.input.width - geometry.content.width,
                               cv::BORDER_REFLECT_101 | cv::BORDER_ISOLATED);
        }
    }
}

}  // namespace sheen
