#include <algorithm>
#include <opencv2/imgproc.hpp>

#include "teach/lesson.h"

namespace sheen {

namespace {

constexpr int restOfPicture = 1500;

cv::Mat1b reducedClasses(const Segmentation& base, cv::Size size, int factor)
{
    cv::Mat1b classes(size);
    for (int y = 0; y < size.height; ++y) {
        for (int x = 0; x < size.width; ++x)
            classes(y, x) = base.classes.at<uchar>(std::min(y * factor + factor / 2, base.classes.rows - 1),
                                                   std::min(x * factor + factor / 2, base.classes.cols - 1));
    }
    return classes;
}

/** A number for each connected patch of one class. */
cv::Mat1i patchesOf(const cv::Mat1b& classes)
{
    cv::Mat1i patches(classes.size(), 0);
    int count = 0;
    for (int value = 0; value < 256; ++value) {
        const cv::Mat1b own = classes == value;
        if (cv::countNonZero(own) == 0)
            continue;
        cv::Mat1i labels;
        const int found = cv::connectedComponents(own, labels);
        labels += count;
        labels.copyTo(patches, own);
        count += found;
    }
    return patches;
}

/** For each pixel the number of the marked one next to it, counted in the order of rows; -1: none. */
cv::Mat1i nearestMarks(const cv::Mat1b& marks)
{
    cv::Mat1i nearest(marks.size(), -1);
    if (cv::countNonZero(marks) == 0)
        return nearest;
    cv::Mat1f distance;
    cv::Mat1i labels;
    cv::distanceTransform(marks == 0, distance, labels, cv::DIST_L2, cv::DIST_MASK_5, cv::DIST_LABEL_PIXEL);
    std::vector<int> rowOf(std::size_t(cv::countNonZero(marks)) + 1, -1);
    int row = 0;
    for (int y = 0; y < marks.rows; ++y) {
        for (int x = 0; x < marks.cols; ++x) {
            if (marks(y, x) != nothingMarked)
                rowOf[std::size_t(labels(y, x))] = row++;
        }
    }
    for (int y = 0; y < marks.rows; ++y) {
        for (int x = 0; x < marks.cols; ++x)
            nearest(y, x) = rowOf[std::size_t(labels(y, x))];
    }
    return nearest;
}

}  // namespace

MarkedSamples samplesOf(const QString& picture, bool coloured, const PixelFeatures& features,
                        const cv::Mat& marks, const Segmentation& base)
{
    MarkedSamples samples;
    samples.picture = picture;
    samples.coloured = coloured;
    const int factor = features.factor();
    const cv::Mat1b reduced = reducedMarks(marks, features.size(), factor);
    cv::Mat1i labels;
    samples.strokes = strokesOf(reduced, labels);
    for (Stroke& stroke : samples.strokes)
        stroke.inside = stroke.inside * factor + cv::Point(factor / 2, factor / 2);

    const cv::Mat1b classes = reducedClasses(base, features.size(), factor);
    const cv::Mat1i patches = patchesOf(classes);
    const cv::Mat1i nearest = nearestMarks(reduced);
    const int cells = int(reduced.total());
    const int marked = cv::countNonZero(reduced);
    const int step = std::max(1, (cells - marked) / restOfPicture);
    samples.features.create(marked, PixelFeatures::count);
    samples.rest.create((cells - marked + step - 1) / step, PixelFeatures::count);
    int row = 0, unmarked = 0;
    for (int y = 0; y < reduced.rows; ++y) {
        for (int x = 0; x < reduced.cols; ++x) {
            if (labels(y, x) >= 0) {
                std::copy_n(features.at(x, y), PixelFeatures::count, samples.features[row++]);
                samples.strokeOf.push_back(labels(y, x));
                samples.baseClass.push_back(classes(y, x));
            } else if (unmarked++ % step == 0) {
                std::copy_n(features.at(x, y), PixelFeatures::count,
                            samples.rest[int(samples.restClass.size())]);
                samples.restClass.push_back(classes(y, x));
                samples.restPatch.push_back(patches(y, x));
                samples.restNear.push_back(nearest(y, x));
            }
        }
    }
    return samples;
}

}  // namespace sheen
