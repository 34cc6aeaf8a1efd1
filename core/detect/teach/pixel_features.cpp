#include "teach/pixel_features.h"

#include <algorithm>
#include <array>
#include <cassert>
#include <cmath>
#include <opencv2/imgproc.hpp>

namespace sheen {

namespace {

/** Standard deviations of the blurs, in pixels of the reduced picture; of the picture mostly twice as many.
 */
constexpr std::array blurs = {0.75, 1.5, 3.0, 6.0};
constexpr double widestBlur = 20;

/** 2, so that a picture of 1280 pixels takes a fraction of a second; more for longer ones. */
int reductionFor(cv::Size picture)
{
    constexpr int smallEnough = 320;
    constexpr int longest = 800;
    const int side = std::max(picture.width, picture.height);
    if (side <= smallEnough)
        return 1;
    return std::max(2, (side + longest - 1) / longest);
}

/** A wide blur of a plane that is reduced for it: what it leaves out would be blurred away. */
cv::Mat blurred(const cv::Mat& plane, double sigma)
{
    constexpr double leastSigma = 2;
    int factor = 1;
    while (sigma / (2 * factor) >= leastSigma && std::min(plane.cols, plane.rows) / (2 * factor) >= 8)
        factor *= 2;
    cv::Mat result;
    if (factor == 1) {
        cv::GaussianBlur(plane, result, {}, sigma, sigma, cv::BORDER_REPLICATE);
        return result;
    }
    cv::Mat small;
    const cv::Size size((plane.cols + factor - 1) / factor, (plane.rows + factor - 1) / factor);
    cv::resize(plane, small, size, 0, 0, cv::INTER_AREA);
    cv::GaussianBlur(small, small, {}, sigma / factor, sigma / factor, cv::BORDER_REPLICATE);
    cv::resize(small, result, plane.size(), 0, 0, cv::INTER_LINEAR);
    return result;
}

/** Half of all pixels have less, in each channel by itself. */
cv::Scalar medianOf(const cv::Mat& lab)
{
    cv::Mat small;
    constexpr int side = 160;
    const double factor = std::min(1.0, double(side) / std::max(lab.cols, lab.rows));
    cv::resize(lab, small, {}, factor, factor, cv::INTER_NEAREST);
    std::array<cv::Mat1f, 3> channels;
    cv::split(small, channels.data());
    cv::Scalar median;
    for (int i = 0; i < 3; ++i) {
        std::vector<float> values(channels[i].begin(), channels[i].end());
        const auto middle = values.begin() + std::ptrdiff_t(values.size() / 2);
        std::nth_element(values.begin(), middle, values.end());
        median[i] = *middle;
    }
    return median;
}

cv::Mat1f lightnessOf(const cv::Mat& lab)
{
    cv::Mat1f lightness;
    cv::extractChannel(lab, lightness, 0);
    return lightness;
}

cv::Mat1f slopeOf(const cv::Mat1f& lightness)
{
    cv::Mat1f across, down, slope;
    cv::Sobel(lightness, across, CV_32F, 1, 0, 3, 1.0 / 8);
    cv::Sobel(lightness, down, CV_32F, 0, 1, 3, 1.0 / 8);
    cv::magnitude(across, down, slope);
    return slope;
}

/** How much lightness departs from its blur, within about the same distance. */
cv::Mat1f unrestOf(const cv::Mat1f& lightness, const cv::Mat1f& smooth, double sigma)
{
    const cv::Mat1f difference = lightness - smooth;
    cv::Mat1f unrest = cv::max(blurred(difference.mul(difference), 1.5 * sigma), 0.0);
    cv::sqrt(unrest, unrest);
    return unrest;
}

cv::Mat1f distanceFrom(const cv::Scalar& colour, const cv::Mat& lab)
{
    std::array<cv::Mat1f, 3> channels;
    cv::Mat difference = lab - colour;
    cv::split(difference, channels.data());
    cv::Mat1f distance =
        channels[0].mul(channels[0]) + channels[1].mul(channels[1]) + channels[2].mul(channels[2]);
    cv::sqrt(distance, distance);
    return distance;
}

/** How probable oil is by the model below, 0 to 1. */
cv::Mat1f oilOf(const Segmentation& base, const ModelCard& card, cv::Size size)
{
    cv::Mat1b isOil(1, 256);
    for (int value = 0; value < 256; ++value) {
        const ModelClass* found = card.findClass(value);
        isOil(value) = found && found->oil ? 255 : 0;
    }
    cv::Mat1b oil, probability;
    cv::LUT(base.classes, isOil, oil);
    probability = 255 - base.confidence;
    base.confidence.copyTo(probability, oil);
    probability.setTo(0, base.classes == Segmentation::notSeen);
    cv::Mat1f reduced;
    cv::Mat small;
    cv::resize(probability, small, size, 0, 0, cv::INTER_AREA);
    small.convertTo(reduced, CV_32F, 1.0 / 255);
    return reduced;
}

/** Puts planes beside each other, feature after feature. */
class Columns
{
public:
    explicit Columns(cv::Mat& values) : m_values(values) {}

    void add(const cv::Mat& planes)
    {
        std::vector<int> pairs;
        for (int i = 0; i < planes.channels(); ++i) {
            pairs.push_back(i);
            pairs.push_back(m_next++);
        }
        cv::mixChannels(&planes, 1, &m_values, 1, pairs.data(), std::size_t(planes.channels()));
    }

    int count() const { return m_next; }

private:
    cv::Mat& m_values;
    int m_next = 0;
};

}  // namespace

bool hasColour(const cv::Mat& bgr)
{
    cv::Mat small, lab;
    cv::resize(bgr, small, {160, 120}, 0, 0, cv::INTER_AREA);
    cv::cvtColor(small, lab, cv::COLOR_BGR2Lab);
    constexpr double noticeable = 4;  // of 128
    constexpr double share = 0.02;
    cv::Mat difference, channels[3];
    cv::absdiff(lab, cv::Scalar::all(128), difference);
    cv::split(difference, channels);
    const cv::Mat isColoured = cv::max(channels[1], channels[2]) > noticeable;
    return cv::countNonZero(isColoured) > share * double(isColoured.total());
}

PixelFeatures::PixelFeatures(const cv::Mat& bgr, const Segmentation& base, const ModelCard& card)
    : m_pictureSize(bgr.size()), m_factor(reductionFor(bgr.size()))
{
    const cv::Size size((bgr.cols + m_factor - 1) / m_factor, (bgr.rows + m_factor - 1) / m_factor);
    cv::Mat small, lab;
    cv::resize(bgr, small, size, 0, 0, cv::INTER_AREA);
    small.convertTo(small, CV_32F, 1.0 / 255);
    cv::cvtColor(small, lab, cv::COLOR_BGR2Lab);
    lab.convertTo(m_lab, CV_32F, 0.01);

    m_values.create(size, CV_32FC(count));
    Columns columns(m_values);
    columns.add(lab);
    const cv::Mat around = blurred(lab, widestBlur);
    const cv::Mat1f lightness = lightnessOf(lab);
    for (const double sigma : blurs) {
        const cv::Mat smooth = blurred(lab, sigma);
        const cv::Mat1f smoothLightness = lightnessOf(smooth);
        columns.add(smooth - around);
        columns.add(slopeOf(smoothLightness));
        columns.add(unrestOf(lightness, smoothLightness, sigma));
    }
    const cv::Scalar median = medianOf(lab);
    columns.add(distanceFrom(median, lab));
    columns.add(distanceFrom(median, blurred(lab, 3)));
    const cv::Mat1f oil = oilOf(base, card, size);
    columns.add(oil);
    columns.add(blurred(oil, 3));
    cv::Mat classes;
    cv::resize(base.classes, classes, size, 0, 0, cv::INTER_NEAREST);
    classes.convertTo(classes, CV_32F);
    columns.add(classes);
    assert(columns.count() == count);
}

}  // namespace sheen
