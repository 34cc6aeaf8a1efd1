#include "core/slick/regions.h"

#include <cmath>
#include <opencv2/imgproc.hpp>

#include "core/slick/ogr_geometry.h"
#include "core/slick/simple_rings.h"

namespace sheen {

namespace {

/**
 * Follows the cracks between pixels of one region and others, the region on the right hand. Directions: 0 up,
 * 1 right, 2 down, 3 left.
 */
class CrackFollower
{
public:
    explicit CrackFollower(const cv::Mat& labels) : m_labels(labels), m_followed(labels.size(), CV_8UC1)
    {
        m_followed.setTo(0);
    }

    bool isNewLeftEdge(int column, int row) const
    {
        return labelAt(column - 1, row) != m_labels.at<int>(row, column) &&
               m_followed.at<std::uint8_t>(row, column) == 0;
    }

    /** The ring that runs up the left edge of this pixel. */
    PixelRing follow(int column, int row)
    {
        const int label = m_labels.at<int>(row, column);
        PixelRing ring;
        const cv::Point start(column, row + 1);
        cv::Point corner = start;
        int direction = 0;
        do {
            if (direction == 0)
                m_followed.at<std::uint8_t>(corner.y - 1, corner.x) = 1;
            corner += steps[direction];
            // A pixel ahead on the left continues the region even across a corner, so that no ring passes a
            // corner twice.
            const int turn = ahead(corner, direction, true) == label    ? 3
                             : ahead(corner, direction, false) == label ? 0
                                                                        : 1;
            if (turn != 0)
                ring.emplace_back(corner.x, corner.y);
            direction = (direction + turn) % 4;
        } while (corner != start || direction != 0);
        return ring;
    }

private:
    int labelAt(int column, int row) const
    {
        if (column < 0 || row < 0 || column >= m_labels.cols || row >= m_labels.rows)
            return 0;
        return m_labels.at<int>(row, column);
    }

    int ahead(cv::Point corner, int direction, bool left) const
    {
        // Pixels around a corner: (-1, -1) is the one up and to the left of it.
        static constexpr int leftX[4] = {-1, 0, 0, -1};
        static constexpr int leftY[4] = {-1, -1, 0, 0};
        const int which = left ? direction : (direction + 1) % 4;
        return labelAt(corner.x + leftX[which], corner.y + leftY[which]);
    }

    static inline const cv::Point steps[4] = {{0, -1}, {1, 0}, {0, 1}, {-1, 0}};

    const cv::Mat& m_labels;
    cv::Mat m_followed;  //!< left edges of pixels that belong to a ring already
};

/**
 * Through the middles of the pixels' edges instead of their corners: a slanted edge, all stairs before,
 * becomes straight, and leans neither in nor out.
 */
std::vector<cv::Point2f> withoutStairs(const PixelRing& ring)
{
    std::vector<cv::Point2f> points;
    points.reserve(2 * ring.size());
    for (std::size_t i = 0; i < ring.size(); ++i) {
        const cv::Point2d& from = ring[i];
        const cv::Point2d edge = ring[i + 1 < ring.size() ? i + 1 : 0] - from;
        const double length = cv::norm(edge);
        const cv::Point2d half = edge * (0.5 / length);
        points.emplace_back(from + half);
        if (length > 1)
            points.emplace_back(from + edge - half);
    }
    return points;
}

PixelRing simplifiedRing(const PixelRing& ring, double tolerance)
{
    std::vector<cv::Point2f> fewer;
    cv::approxPolyDP(withoutStairs(ring), fewer, tolerance, true);
    if (fewer.size() < 3)
        return ring;  // a needle
    return {fewer.begin(), fewer.end()};
}

}  // namespace

RegionMap findRegions(const cv::Mat& classes, const std::vector<int>& wanted, int smallestPixels)
{
    RegionMap map;
    map.labels = cv::Mat::zeros(classes.size(), CV_32SC1);
    for (const int classValue : wanted) {
        const cv::Mat mask = classes == classValue;
        const cv::Rect box = cv::boundingRect(mask);
        if (box.empty())
            continue;
        cv::Mat labels, statistics, centroids;
        const int count =
            cv::connectedComponentsWithStats(mask(box), labels, statistics, centroids, 4, CV_32S);
        std::vector<int> kept(static_cast<std::size_t>(count), 0);
        for (int label = 1; label < count; ++label) {
            const int pixels = statistics.at<int>(label, cv::CC_STAT_AREA);
            if (pixels < smallestPixels)
                continue;
            map.regions.push_back({classValue, pixels});
            kept[static_cast<std::size_t>(label)] = static_cast<int>(map.regions.size());
        }
        for (int row = 0; row < box.height; ++row) {
            const int* from = labels.ptr<int>(row);
            int* to = map.labels.ptr<int>(row + box.y, box.x);
            for (int column = 0; column < box.width; ++column) {
                if (from[column] != 0)
                    to[column] = kept[static_cast<std::size_t>(from[column])];
            }
        }
    }
    return map;
}

std::vector<PixelPolygon> traceRegions(const RegionMap& map)
{
    std::vector<PixelPolygon> polygons(map.regions.size());
    CrackFollower follower(map.labels);
    for (int row = 0; row < map.labels.rows; ++row) {
        const int* labels = map.labels.ptr<int>(row);
        for (int column = 0; column < map.labels.cols; ++column) {
            // The first edge of a region in reading order is on its outer ring.
            if (labels[column] != 0 && follower.isNewLeftEdge(column, row))
                polygons[static_cast<std::size_t>(labels[column] - 1)].push_back(
                    follower.follow(column, row));
        }
    }
    return polygons;
}

PixelPolygon simplified(const PixelPolygon& polygon, double tolerancePixels)
{
    constexpr double smallestTolerance = 0.1;
    for (double tolerance = tolerancePixels; tolerance > smallestTolerance; tolerance /= 2) {
        PixelPolygon fewer;
        for (const PixelRing& ring : polygon)
            fewer.push_back(simplifiedRing(ring, tolerance));
        if (areClearlySimple(fewer) || isValidQuietly(*toOgr(fewer)))
            return fewer;
    }
    return polygon;
}

double signedArea(const PixelRing& ring)
{
    double twice = 0;
    for (std::size_t i = 0; i < ring.size(); ++i)
        twice += ring[i].cross(ring[i + 1 < ring.size() ? i + 1 : 0]);
    return twice / 2;
}

}  // namespace sheen
