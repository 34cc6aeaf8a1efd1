#include "teach/taught_segmentation.h"

#include <algorithm>
#include <array>
#include <opencv2/core/utility.hpp>
#include <opencv2/imgproc.hpp>

#include "edge_smoothing.h"

namespace sheen {

namespace {

/** In pixels of the reduced picture; chosen on photographs, as is how much it smooths. */
constexpr int smoothingRadius = 8;
constexpr float smoothedVariance = 1e-3F;

/** From the reduced picture to the picture, 255 = 1. */
cv::Mat1b enlarged(const cv::Mat1f& probability, cv::Size picture)
{
    cv::Mat1b bytes, result;
    probability.convertTo(bytes, CV_8U, 255);
    cv::resize(bytes, result, picture, 0, 0, cv::INTER_LINEAR);
    return result;
}

/** The likeliest class of each pixel, by smoothed probabilities; empty where no mark named one. */
cv::Mat1b oilClassesOf(const TaughtForests& forests, const PixelFeatures& features)
{
    if (forests.oilClasses.empty())
        return {};
    cv::Mat1b likeliest(features.pictureSize(), uchar(forests.oilClasses.front().value));
    if (forests.oilClasses.size() == 1)
        return likeliest;
    cv::Mat1b most(features.pictureSize(), uchar(0));
    for (const ClassForest& one : forests.oilClasses) {
        cv::Mat1f probability = one.forest.answers(features);
        cv::blur(probability, probability, {5, 5});
        const cv::Mat1b here = enlarged(probability, features.pictureSize());
        likeliest.setTo(one.value, here > most);
        most = cv::max(most, here);
    }
    return likeliest;
}

}  // namespace

Segmentation taughtSegmentation(const TaughtForests& forests, const ModelCard& card,
                                const PixelFeatures& features, const Segmentation& base)
{
    const cv::Mat1f smooth =
        smoothedAlongEdges(forests.oil.answers(features), features.lab(), smoothingRadius, smoothedVariance);
    const cv::Mat1b oil = enlarged(smooth, features.pictureSize());
    const cv::Mat1b namedClasses = oilClassesOf(forests, features);

    std::array<uchar, 256> whereOil{};
    std::array<uchar, 256> whereNone{};
    std::array<bool, 256> mayBeOil{};
    for (int value = 0; value < 256; ++value) {
        const ModelClass* found = card.findClass(value);
        whereOil[std::size_t(value)] = uchar(found && found->oil ? value : forests.oilClass);
        mayBeOil[std::size_t(value)] = !forests.onlyTakesAway || (found && found->oil);
        whereNone[std::size_t(value)] = uchar(found && !found->oil ? value : forests.otherClass);
    }
    Segmentation result{cv::Mat(base.classes.size(), CV_8UC1), cv::Mat(base.classes.size(), CV_8UC1)};
    cv::parallel_for_(cv::Range(0, result.classes.rows), [&](const cv::Range& rows) {
        for (int y = rows.start; y < rows.end; ++y) {
            const uchar* below = base.classes.ptr(y);
            const uchar* probability = oil.ptr(y);
            const uchar* named = namedClasses.empty() ? nullptr : namedClasses.ptr(y);
            uchar* classes = result.classes.ptr(y);
            uchar* confidence = result.confidence.ptr(y);
            for (int x = 0; x < result.classes.cols; ++x) {
                const bool isOil = probability[x] >= 128 && mayBeOil[below[x]];
                classes[x] = isOil ? (named ? named[x] : whereOil[below[x]]) : whereNone[below[x]];
                confidence[x] = isOil ? probability[x] : uchar(255 - probability[x]);
                if (below[x] == Segmentation::notSeen) {
                    classes[x] = Segmentation::notSeen;
                    confidence[x] = base.confidence.at<uchar>(y, x);
                }
            }
        }
    });
    return result;
}

bool knowsSuchPictures(const TaughtForests& forests, const cv::Mat& bgr)
{
    return forests.pictures == TaughtPictures::All ||
           (forests.pictures == TaughtPictures::Coloured) == hasColour(bgr);
}

}  // namespace sheen
