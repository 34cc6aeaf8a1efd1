#include "edge_smoothing.h"

#include <array>
#include <opencv2/imgproc.hpp>

namespace sheen {

namespace {

cv::Mat1f windowMean(const cv::Mat& plane, int radius)
{
    cv::Mat1f mean;
    cv::boxFilter(plane, mean, CV_32F, {2 * radius + 1, 2 * radius + 1}, {-1, -1}, true,
                  cv::BORDER_REPLICATE);
    return mean;
}

cv::Mat1f windowCovariance(const cv::Mat1f& a, const cv::Mat1f& meanA, const cv::Mat1f& b,
                           const cv::Mat1f& meanB, int radius)
{
    return windowMean(a.mul(b), radius) - meanA.mul(meanB);
}

/** plane = slope * guide + offset within each window. */
struct LinearModel
{
    std::array<cv::Mat1f, 3> slope;
    cv::Mat1f offset;
};

LinearModel fittedModel(const cv::Mat1f& plane, const cv::Mat& guide, int radius, float epsilon)
{
    std::array<cv::Mat1f, 3> channels, means, covariances;
    cv::split(guide, channels.data());
    const cv::Mat1f mean = windowMean(plane, radius);
    for (int i = 0; i < 3; ++i) {
        means[i] = windowMean(channels[i], radius);
        covariances[i] = windowCovariance(channels[i], means[i], plane, mean, radius);
    }
    // The upper half of a symmetric matrix for each pixel: 00 01 02 11 12 22.
    std::array<cv::Mat1f, 6> variances;
    for (int i = 0, k = 0; i < 3; ++i) {
        for (int j = i; j < 3; ++j, ++k)
            variances[k] = windowCovariance(channels[i], means[i], channels[j], means[j], radius);
    }
    LinearModel model;
    for (cv::Mat1f& slope : model.slope)
        slope.create(plane.size());
    model.offset.create(plane.size());
    for (int y = 0; y < plane.rows; ++y) {
        for (int x = 0; x < plane.cols; ++x) {
            const auto v = [&](int k) { return variances[k](y, x); };
            const cv::Matx33f matrix(v(0) + epsilon, v(1), v(2), v(1), v(3) + epsilon, v(4), v(2), v(4),
                                     v(5) + epsilon);
            const cv::Vec3f slope =
                matrix.inv() * cv::Vec3f(covariances[0](y, x), covariances[1](y, x), covariances[2](y, x));
            float offset = mean(y, x);
            for (int i = 0; i < 3; ++i) {
                model.slope[i](y, x) = slope[i];
                offset -= slope[i] * means[i](y, x);
            }
            model.offset(y, x) = offset;
        }
    }
    return model;
}

}  // namespace

cv::Mat1f smoothedAlongEdges(const cv::Mat1f& plane, const cv::Mat& guide, int radius, float epsilon)
{
    const cv::Size half((plane.cols + 1) / 2, (plane.rows + 1) / 2);
    cv::Mat1f smallPlane;
    cv::Mat smallGuide;
    cv::resize(plane, smallPlane, half, 0, 0, cv::INTER_AREA);
    cv::resize(guide, smallGuide, half, 0, 0, cv::INTER_AREA);
    const int smallRadius = std::max(1, radius / 2);
    const LinearModel model = fittedModel(smallPlane, smallGuide, smallRadius, epsilon);
    const auto atFullSize = [&](const cv::Mat1f& coefficients) {
        cv::Mat1f result;
        cv::resize(windowMean(coefficients, smallRadius), result, plane.size(), 0, 0, cv::INTER_LINEAR);
        return result;
    };
    std::array<cv::Mat1f, 3> channels;
    cv::split(guide, channels.data());
    cv::Mat1f smoothed = atFullSize(model.offset);
    for (int i = 0; i < 3; ++i)
        smoothed += atFullSize(model.slope[i]).mul(channels[i]);
    return smoothed;
}

}  // namespace sheen
