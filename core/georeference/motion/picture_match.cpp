#include "motion/picture_match.h"

#include <algorithm>
#include <cmath>
#include <opencv2/calib3d.hpp>
#include <opencv2/imgproc.hpp>
#include <opencv2/video/tracking.hpp>

#include "coarse_shift.h"

namespace sheen {

namespace {

constexpr int mostPoints = 150;
constexpr double contrastLimit = 4;   // of CLAHE: faint slicks in infrared have some ten grey levels
constexpr float thereAndBack = 0.7F;  // pixels that a point may have strayed
constexpr double planePixels = 2;     // off the motion that all have in common
constexpr std::size_t leastPoints = 12;
constexpr double leastShare = 0.6;  // of those followed, that move as one plane
constexpr float stuckPixels = 0.3F;
constexpr int gridColumns = 4;  // of the points that are kept
constexpr int gridRows = 3;

using Points = std::vector<cv::Point2f>;

Points followed(const cv::Mat1b& from, const cv::Mat1b& to, const Points& points, cv::Point2f shift,
                std::vector<uchar>& found)
{
    Points there;
    there.reserve(points.size());
    for (const cv::Point2f& point : points)
        there.push_back(point + shift);
    cv::Mat errors;
    cv::calcOpticalFlowPyrLK(from, to, points, there, found, errors, {31, 31}, 3,
                             {cv::TermCriteria::COUNT | cv::TermCriteria::EPS, 30, 0.01},
                             cv::OPTFLOW_USE_INITIAL_FLOW);
    return there;
}

bool isFree(const cv::Mat1b& free, cv::Point2f point)
{
    const cv::Point pixel(cvFloor(point.x), cvFloor(point.y));
    return cv::Rect({}, free.size()).contains(pixel) && free(pixel) != 0;
}

MatchedPoints followedThereAndBack(const cv::Mat1b& first, const cv::Mat1b& second, const cv::Mat1b& free)
{
    MatchedPoints matched;
    Points corners;
    cv::goodFeaturesToTrack(first, corners, mostPoints, 0.01, 8, free, 7);
    if (corners.size() < leastPoints)
        return matched;
    const cv::Point2f shift = coarseShift(first, second, free);
    std::vector<uchar> went;
    std::vector<uchar> came;
    const Points there = followed(first, second, corners, shift, went);
    const Points back = followed(second, first, there, -shift, came);
    for (std::size_t i = 0; i < corners.size(); ++i) {
        const cv::Point2f strayed = back[i] - corners[i];
        if (went[i] == 0 || came[i] == 0 || std::hypot(strayed.x, strayed.y) > thereAndBack ||
            !isFree(free, there[i]))
            continue;
        matched.first.push_back(corners[i]);
        matched.second.push_back(there[i]);
    }
    return matched;
}

/** One point of each part of the picture, its place in the second picture by the motion of all: so few say as
 * much as all of them. */
MatchedPoints thinned(const MatchedPoints& matched, const cv::Mat& plane, cv::Size size)
{
    std::vector<bool> taken(std::size_t(gridColumns) * gridRows, false);
    MatchedPoints kept;
    for (const cv::Point2f& point : matched.first) {
        const int column = std::clamp(int(point.x * gridColumns / float(size.width)), 0, gridColumns - 1);
        const int row = std::clamp(int(point.y * gridRows / float(size.height)), 0, gridRows - 1);
        const auto cell = std::size_t(row * gridColumns + column);
        if (taken[cell])
            continue;
        taken[cell] = true;
        kept.first.push_back(point);
    }
    cv::perspectiveTransform(kept.first, kept.second, plane);
    return kept;
}

/** Symbols that are burnt in, dust and a sun's glint stay where they are: no ground does, seen in flight. */
bool isStuck(const MatchedPoints& matched)
{
    const auto stuck = std::count_if(matched.first.begin(), matched.first.end(), [&](const cv::Point2f& at) {
        const cv::Point2f moved = matched.second[std::size_t(&at - matched.first.data())] - at;
        return std::hypot(moved.x, moved.y) < stuckPixels;
    });
    return std::size_t(stuck) * 2 > matched.first.size();
}

}  // namespace

cv::Mat1b reducedPicture(const cv::Mat& bgr, int width)
{
    cv::Mat grey;
    cv::cvtColor(bgr, grey, cv::COLOR_BGR2GRAY);
    cv::Mat1b reduced;
    if (grey.cols > width)
        cv::resize(grey, reduced, {width, std::max(1, cvRound(double(grey.rows) * width / grey.cols))}, 0, 0,
                   cv::INTER_AREA);
    else
        reduced = grey;
    cv::Mat1b levelled;
    cv::createCLAHE(contrastLimit, {8, 6})->apply(reduced, levelled);
    return levelled;
}

MatchedPoints matchPictures(const cv::Mat1b& first, const cv::Mat1b& second, const cv::Mat1b& free)
{
    const MatchedPoints followed = followedThereAndBack(first, second, free);
    if (followed.first.size() < leastPoints)
        return {};
    std::vector<uchar> inPlane;
    const cv::Mat plane =
        cv::findHomography(followed.first, followed.second, cv::RANSAC, planePixels, inPlane);
    MatchedPoints together;
    for (std::size_t i = 0; !plane.empty() && i < inPlane.size(); ++i) {
        if (inPlane[i] == 0)
            continue;
        together.first.push_back(followed.first[i]);
        together.second.push_back(followed.second[i]);
    }
    if (together.first.size() < leastPoints ||
        double(together.first.size()) < leastShare * double(followed.first.size()) || isStuck(together))
        return {};
    return thinned(together, plane, first.size());
}

}  // namespace sheen
