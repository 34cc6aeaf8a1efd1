#include "regions.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <opencv2/imgproc.hpp>

#include "ogr/ogr_geometry.h"
#include "simple_rings.h"

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
 * Runs of pixels of one class along the rows, joined where they touch a run of the same class in the row
 * above: all classes in one pass (cv::connectedComponents wants one for each).
 */
class RunLabels
{
public:
    struct Run
    {
        int row, from, to;
        int classValue;
        int pixels;  //!< of the whole region, at its root
        std::size_t parent;
    };

    RunLabels(const cv::Mat& classes, const std::vector<int>& wanted)
    {
        std::array<bool, 256> isWanted{};
        for (const int classValue : wanted)
            isWanted[static_cast<std::size_t>(classValue & 255)] = true;
        std::size_t above = 0;  // first run of the row above
        for (int row = 0; row < classes.rows; ++row) {
            const std::size_t first = m_runs.size();
            const std::uint8_t* pixels = classes.ptr<std::uint8_t>(row);
            for (int from = 0; from < classes.cols;) {
                int to = from + 1;
                while (to < classes.cols && pixels[to] == pixels[from])
                    ++to;
                if (isWanted[pixels[from]])
                    m_runs.push_back({row, from, to, pixels[from], to - from, m_runs.size()});
                from = to;
            }
            joinRows(above, first);
            above = first;
        }
    }

    std::size_t count() const { return m_runs.size(); }
    const Run& operator[](std::size_t i) const { return m_runs[i]; }

    std::size_t root(std::size_t i)
    {
        while (m_runs[i].parent != i)
            i = m_runs[i].parent = m_runs[m_runs[i].parent].parent;
        return i;
    }

private:
    /** Runs from `above` to `below` with those from `below` on. */
    void joinRows(std::size_t above, std::size_t below)
    {
        std::size_t upper = above;
        for (std::size_t lower = below; lower < m_runs.size(); ++lower) {
            while (upper < below && m_runs[upper].to <= m_runs[lower].from)
                ++upper;
            for (std::size_t i = upper; i < below && m_runs[i].from < m_runs[lower].to; ++i) {
                if (m_runs[i].classValue == m_runs[lower].classValue)
                    join(root(i), root(lower));
            }
        }
    }

    void join(std::size_t a, std::size_t b)
    {
        if (a == b)
            return;
        // The earlier run stays the root, so that regions are numbered in reading order.
        const std::size_t top = std::min(a, b);
        const std::size_t other = std::max(a, b);
        m_runs[other].parent = top;
        m_runs[top].pixels += m_runs[other].pixels;
    }

    std::vector<Run> m_runs;
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
    RunLabels runs(classes, wanted);
    RegionMap map;
    map.labels = cv::Mat::zeros(classes.size(), CV_32SC1);
    std::vector<int> labels(runs.count(), 0);
    for (std::size_t i = 0; i < runs.count(); ++i) {
        const std::size_t root = runs.root(i);
        if (runs[root].pixels < smallestPixels)
            continue;
        if (labels[root] == 0) {
            map.regions.push_back({runs[root].classValue, runs[root].pixels});
            labels[root] = static_cast<int>(map.regions.size());
        }
        int* row = map.labels.ptr<int>(runs[i].row);
        std::fill(row + runs[i].from, row + runs[i].to, labels[root]);
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
