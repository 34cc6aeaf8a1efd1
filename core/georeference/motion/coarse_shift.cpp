#include "coarse_shift.h"

#include <algorithm>
#include <cmath>
#include <opencv2/imgproc.hpp>
#include <vector>

namespace sheen {

namespace {

constexpr double reduction = 0.25;
constexpr double nearlyFree = 230;  // of 255, what is averaged in a reduced pixel
constexpr double broadSigma = 6;    // reduced pixels: shading that goes with the camera is wider
const cv::Size patchSize(32, 24);
constexpr double leastFreeShare = 0.8;
constexpr double leastContrast = 0.5;     // grey levels
constexpr double leastCorrelation = 0.5;  // of a patch with where it is found again
constexpr float sameShift = 2;            // reduced pixels
constexpr int leastVotes = 3;

struct PatchVote
{
    cv::Point2f shift;
    double weight = 0;
};

/** Without broad shading and without what is not free. */
cv::Mat1f detailOf(const cv::Mat1b& picture, const cv::Mat1f& free)
{
    cv::Mat1b reduced;
    cv::resize(picture, reduced, free.size(), 0, 0, cv::INTER_AREA);
    cv::Mat1f small = reduced;
    small = small.mul(free);
    cv::Mat1f broad;
    cv::Mat1f weight;
    cv::GaussianBlur(small, broad, {}, broadSigma);
    cv::GaussianBlur(free, weight, {}, broadSigma);
    const cv::Mat1f level = broad / cv::max(weight, 0.01F);
    return small - level.mul(free);
}

std::vector<PatchVote> votesOf(const cv::Mat1f& first, const cv::Mat1f& second, const cv::Mat1f& free)
{
    std::vector<PatchVote> votes;
    for (int y = 0; y + patchSize.height <= first.rows; y += patchSize.height / 2) {
        for (int x = 0; x + patchSize.width <= first.cols; x += patchSize.width / 2) {
            const cv::Rect place({x, y}, patchSize);
            cv::Scalar mean;
            cv::Scalar contrast;
            cv::meanStdDev(first(place), mean, contrast);
            if (cv::mean(free(place))[0] < leastFreeShare || contrast[0] < leastContrast)
                continue;
            cv::Mat1f likeness;
            cv::matchTemplate(second, first(place), likeness, cv::TM_CCOEFF_NORMED);
            double best = 0;
            cv::Point at;
            cv::minMaxLoc(likeness, nullptr, &best, nullptr, &at);
            if (best > leastCorrelation)
                votes.push_back({cv::Point2f(at - place.tl()), best});
        }
    }
    return votes;
}

}  // namespace

cv::Point2f coarseShift(const cv::Mat1b& first, const cv::Mat1b& second, const cv::Mat1b& free)
{
    cv::Mat1b reduced;
    cv::resize(free, reduced, {}, reduction, reduction, cv::INTER_AREA);
    cv::threshold(reduced, reduced, nearlyFree, 1, cv::THRESH_BINARY);
    const cv::Mat1f share = reduced;
    if (share.cols < patchSize.width || share.rows < patchSize.height)
        return {};
    const std::vector<PatchVote> votes = votesOf(detailOf(first, share), detailOf(second, share), share);
    cv::Point2f best;
    double bestWeight = 0;
    for (const PatchVote& one : votes) {
        cv::Point2f sum;
        double weight = 0;
        int agreeing = 0;
        for (const PatchVote& other : votes) {
            const cv::Point2f apart = other.shift - one.shift;
            if (std::max(std::abs(apart.x), std::abs(apart.y)) > sameShift)
                continue;
            sum += other.shift;
            weight += other.weight;
            ++agreeing;
        }
        if (agreeing >= leastVotes && weight > bestWeight) {
            bestWeight = weight;
            best = sum * (1 / float(agreeing) / float(reduction));
        }
    }
    return best;
}

}  // namespace sheen
