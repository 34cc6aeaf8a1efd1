#include "geo/visible_part.h"

#include <array>

namespace sheen {

namespace {

constexpr int samplesPerSide = 24;
constexpr int bisections = 40;

/** The last point with ground on the way from one that has some to one that has none. */
cv::Point2d lastVisible(cv::Point2d visible, cv::Point2d hidden, const PixelToGround& toGround)
{
    for (int i = 0; i < bisections; ++i) {
        const cv::Point2d middle = (visible + hidden) * 0.5;
        (toGround(middle) ? visible : hidden) = middle;
    }
    return visible;
}

/** The mean of those points of a lattice over the rectangle that have ground; none: nothing. */
std::optional<cv::Point2d> pointWithGround(const cv::Rect2d& rectangle, const PixelToGround& toGround)
{
    const cv::Point2d middle(rectangle.x + rectangle.width / 2, rectangle.y + rectangle.height / 2);
    if (toGround(middle))
        return middle;
    cv::Point2d sum;
    int count = 0;
    for (int row = 0; row <= samplesPerSide; ++row) {
        for (int column = 0; column <= samplesPerSide; ++column) {
            const cv::Point2d point(rectangle.x + rectangle.width * column / samplesPerSide,
                                    rectangle.y + rectangle.height * row / samplesPerSide);
            if (toGround(point)) {
                sum += point;
                ++count;
            }
        }
    }
    if (count == 0)
        return {};
    const cv::Point2d mean = sum * (1.0 / count);
    if (toGround(mean))
        return mean;
    return {};
}

}  // namespace

VisiblePart visiblePart(const cv::Rect2d& rectangle, const PixelToGround& toGround)
{
    VisiblePart part;
    const std::optional<cv::Point2d> centre = pointWithGround(rectangle, toGround);
    if (!centre)
        return part;
    part.centre = *centre;

    const cv::Point2d topLeft = rectangle.tl();
    const cv::Point2d bottomRight(rectangle.x + rectangle.width, rectangle.y + rectangle.height);
    const std::array<cv::Point2d, 4> corners = {topLeft, cv::Point2d(bottomRight.x, topLeft.y), bottomRight,
                                                cv::Point2d(topLeft.x, bottomRight.y)};
    for (const cv::Point2d& corner : corners)
        part.cut = part.cut || !toGround(corner);
    if (!part.cut) {
        part.outline.assign(corners.begin(), corners.end());
        return part;
    }

    bool visible = toGround(corners[0]).has_value();
    cv::Point2d point = corners[0];
    for (int sample = 0; sample < 4 * samplesPerSide; ++sample) {
        if (!visible)
            part.outline.push_back(lastVisible(part.centre, point, toGround));
        else if (sample % samplesPerSide == 0)
            part.outline.push_back(point);
        const int side = (sample + 1) / samplesPerSide;
        const double share = static_cast<double>((sample + 1) % samplesPerSide) / samplesPerSide;
        const cv::Point2d from = corners[static_cast<std::size_t>(side % 4)];
        const cv::Point2d next = from + (corners[static_cast<std::size_t>((side + 1) % 4)] - from) * share;
        const bool nextVisible = toGround(next).has_value();
        if (visible && !nextVisible)
            part.outline.push_back(lastVisible(point, next, toGround));
        else if (!visible && nextVisible)
            part.outline.push_back(lastVisible(next, point, toGround));
        point = next;
        visible = nextVisible;
    }
    return part;
}

}  // namespace sheen
