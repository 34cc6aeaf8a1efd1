#pragma once

#include <QJsonObject>
#include <cstdint>
#include <opencv2/core.hpp>
#include <optional>
#include <vector>

#include "teach/pixel_features.h"

namespace sheen {

/** How a forest is grown. */
struct ForestShape
{
    int trees = 40;
    int depth = 10;
};

/**
 * A random forest (Breiman, 2001) that says of a pixel how likely it is that something is true of it. Grown
 * by OpenCV, the same from the same samples; asked without it, as that takes a third of the time.
 */
class PixelForest
{
public:
    PixelForest() = default;

    /**
     * `samples`: CV_32FC1, a row of PixelFeatures::count numbers for each; `answers`: CV_32FC1, 0 or 1 for
     * each. Both answers must come.
     */
    static PixelForest grown(const cv::Mat& samples, const cv::Mat& answers, const ForestShape& shape = {});

    bool isEmpty() const { return m_roots.empty(); }

    /** The probability for one pixel, 0 to 1. */
    float answer(const float* features) const;

    /**
     * Those of a picture, CV_32FC1 of the features' size. Every other pixel of every other row is asked for,
     * the others only where those around them do not agree.
     */
    cv::Mat1f answers(const PixelFeatures& features) const;

    QJsonObject toJson() const;
    /** Returns std::nullopt where it is no forest that can be asked. */
    static std::optional<PixelForest> fromJson(const QJsonObject& object);

private:
    /** Where features[feature] is not above the number, the next node follows, else the one at `right`. */
    struct Node
    {
        float number = 0;  //!< of a leaf: its answer
        std::uint16_t feature = leaf;
        std::uint32_t right = 0;
    };
    static constexpr std::uint16_t leaf = 0xffff;

    bool isSound() const;

    std::vector<std::uint32_t> m_roots;
    std::vector<Node> m_nodes;
};

}  // namespace sheen
