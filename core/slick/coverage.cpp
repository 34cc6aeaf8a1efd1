#include "coverage.h"

#include <algorithm>
#include <bit>
#include <cmath>
#include <cstdint>
#include <map>
#include <opencv2/imgproc.hpp>
#include <unordered_map>

#include "ogr/ogr_geometry.h"
#include "simple_rings.h"

namespace sheen {

namespace {

using Corners = std::vector<cv::Point>;

constexpr int lastLevel =
    3;  //!< of thinning: the tolerance is halved with each, at the last one all corners stay

std::int64_t keyOf(const cv::Point& corner)
{
    return static_cast<std::int64_t>(corner.y) * (std::int64_t{1} << 32) + corner.x;
}

bool isBefore(const cv::Point& a, const cv::Point& b)
{
    return a.y != b.y ? a.y < b.y : a.x < b.x;
}

/** Every lattice point along a ring, in its direction. */
Corners stepsOf(const PixelRing& ring)
{
    Corners steps;
    for (std::size_t i = 0; i < ring.size(); ++i) {
        cv::Point at(cvRound(ring[i].x), cvRound(ring[i].y));
        const cv::Point2d& next = ring[i + 1 < ring.size() ? i + 1 : 0];
        const cv::Point end(cvRound(next.x), cvRound(next.y));
        const cv::Point step((end.x > at.x) - (end.x < at.x), (end.y > at.y) - (end.y < at.y));
        for (; at != end; at += step)
            steps.push_back(at);
    }
    return steps;
}

/** A stretch of border, in the direction that it is kept in. */
struct Arc
{
    Corners steps;  //!< the first and last are nodes; a ring's are the same point
    bool ring = false;
    int level = 0;
    std::vector<cv::Point2d> points;
};

/** An arc as a ring of an area uses it. */
struct ArcUse
{
    std::size_t arc = 0;
    bool backwards = false;
};
using RingOfArcs = std::vector<ArcUse>;

/** Corners alone, of a way along the lattice. */
std::vector<cv::Point2d> cornersOf(const Corners& steps)
{
    std::vector<cv::Point2d> corners;
    for (std::size_t i = 0; i < steps.size(); ++i) {
        const bool within = i > 0 && i + 1 < steps.size();
        if (!within || steps[i + 1] - steps[i] != steps[i] - steps[i - 1])
            corners.emplace_back(steps[i]);
    }
    return corners;
}

/** Through the middles of its edges, between its ends. */
std::vector<cv::Point2f> throughEdges(const std::vector<cv::Point2d>& corners)
{
    std::vector<cv::Point2f> points{cv::Point2f(corners.front())};
    for (std::size_t i = 0; i + 1 < corners.size(); ++i) {
        const cv::Point2d edge = corners[i + 1] - corners[i];
        const double length = cv::norm(edge);
        const cv::Point2d half = edge * (0.5 / length);
        points.emplace_back(corners[i] + half);
        if (length > 1)
            points.emplace_back(corners[i + 1] - half);
    }
    points.emplace_back(corners.back());
    return points;
}

std::vector<cv::Point2d> thinned(const std::vector<cv::Point2f>& points, double tolerance, bool closed)
{
    std::vector<cv::Point2f> fewer;
    cv::approxPolyDP(points, fewer, tolerance, closed);
    return {fewer.begin(), fewer.end()};
}

std::vector<cv::Point2d> thinnedArc(const Arc& arc, double tolerance)
{
    std::vector<cv::Point2d> corners = cornersOf(arc.steps);
    if (arc.level >= lastLevel)
        return corners;
    tolerance /= 1 << arc.level;
    if (arc.ring) {
        std::vector<cv::Point2f> points = throughEdges(corners);
        points.erase(points.begin());  // no node: its corner goes like any other
        points.pop_back();
        std::vector<cv::Point2d> fewer = thinned(points, tolerance, true);
        if (fewer.size() >= 3)
            fewer.push_back(fewer.front());
        return fewer.size() >= 4 ? fewer : corners;
    }
    if (arc.steps.front() != arc.steps.back())
        return thinned(throughEdges(corners), tolerance, false);
    // Douglas-Peucker needs two ends: the corner farthest from the node is the other one.
    const auto far = std::max_element(
        corners.begin(), corners.end(), [&corners](const cv::Point2d& a, const cv::Point2d& b) {
            return cv::norm(a - corners.front()) < cv::norm(b - corners.front());
        });
    std::vector<cv::Point2d> there = thinned(throughEdges({corners.begin(), far + 1}), tolerance, false);
    const std::vector<cv::Point2d> back = thinned(throughEdges({far, corners.end()}), tolerance, false);
    there.insert(there.end(), back.begin() + 1, back.end());
    return there;
}

/** A segment of an arc, for finding those that cross. */
struct Segment
{
    cv::Point2d from, to;
    std::size_t arc = 0;
    double left, right, low, high;
};

int sideOfLattice(const cv::Point2d& a, const cv::Point2d& b, const cv::Point2d& c)
{
    const double area = (b - a).cross(c - a);
    return (area > 1e-9) - (area < -1e-9);
}

/** Whether two segments have a point in common that is not an end of both. */
bool meet(const Segment& a, const Segment& b)
{
    const bool sharedEnd = a.from == b.from || a.from == b.to || a.to == b.from || a.to == b.to;
    const int a1 = sideOfLattice(a.from, a.to, b.from);
    const int a2 = sideOfLattice(a.from, a.to, b.to);
    const int b1 = sideOfLattice(b.from, b.to, a.from);
    const int b2 = sideOfLattice(b.from, b.to, a.to);
    if (!sharedEnd)
        return a1 * a2 <= 0 && b1 * b2 <= 0;
    if (a1 != 0 || a2 != 0)
        return false;
    // On one line with a common end: they meet where one runs back over the other.
    const cv::Point2d end = a.from == b.from || a.from == b.to ? a.from : a.to;
    const cv::Point2d alongA = a.from == end ? a.to - end : a.from - end;
    const cv::Point2d alongB = b.from == end ? b.to - end : b.from - end;
    return alongA.dot(alongB) > 0;
}

/** All areas as rings of arcs. */
class Coverage
{
public:
    Coverage(const std::vector<AreaPolygons>& areas, double tolerance) : m_tolerance(tolerance)
    {
        std::vector<std::vector<std::vector<Corners>>> steps;
        for (const AreaPolygons& polygons : areas) {
            auto& area = steps.emplace_back();
            for (const PixelPolygon& polygon : polygons) {
                auto& rings = area.emplace_back();
                for (const PixelRing& ring : polygon) {
                    rings.push_back(stepsOf(ring));
                    markWays(rings.back());
                }
            }
        }
        for (const auto& area : steps) {
            auto& polygons = m_areas.emplace_back();
            for (const auto& rings : area) {
                auto& polygon = polygons.emplace_back();
                for (const Corners& ring : rings)
                    polygon.push_back(arcsOf(ring));
            }
        }
        m_ways.clear();
    }

    std::vector<AreaPolygons> simplified()
    {
        for (Arc& arc : m_arcs)
            arc.points = thinnedArc(arc, m_tolerance);
        while (keepApart() || keepValid()) {
        }
        std::vector<AreaPolygons> result;
        for (const auto& polygons : m_areas) {
            AreaPolygons& area = result.emplace_back();
            for (const auto& polygon : polygons)
                area.push_back(polygonOf(polygon));
        }
        return result;
    }

private:
    /** Notes in which directions borders leave each lattice point. */
    void markWays(const Corners& ring)
    {
        const auto bit = [](const cv::Point& way) {
            return static_cast<std::uint8_t>(way.x > 0 ? 1 : way.x < 0 ? 2 : way.y > 0 ? 4 : 8);
        };
        for (std::size_t i = 0; i < ring.size(); ++i) {
            const cv::Point& from = ring[i];
            const cv::Point& to = ring[i + 1 < ring.size() ? i + 1 : 0];
            m_ways[keyOf(from)] |= bit(to - from);
            m_ways[keyOf(to)] |= bit(from - to);
        }
    }

    bool isNode(const cv::Point& corner) const { return std::popcount(m_ways.at(keyOf(corner))) != 2; }

    RingOfArcs arcsOf(const Corners& ring)
    {
        const auto node = std::find_if(ring.begin(), ring.end(),
                                       [this](const cv::Point& corner) { return isNode(corner); });
        Corners way;
        if (node == ring.end()) {
            const auto first = std::min_element(ring.begin(), ring.end(), isBefore);
            way.assign(first, ring.end());
            way.insert(way.end(), ring.begin(), first + 1);
            return {use(std::move(way), true)};
        }
        RingOfArcs arcs;
        Corners turned(node, ring.end());
        turned.insert(turned.end(), ring.begin(), node + 1);
        for (const cv::Point& corner : turned) {
            way.push_back(corner);
            if (way.size() > 1 && isNode(corner)) {
                arcs.push_back(use(std::exchange(way, {}), false));
                way.push_back(corner);
            }
        }
        return arcs;
    }

    /** The same arc for both who use it, whichever way they go. */
    ArcUse use(Corners steps, bool ring)
    {
        const bool backwards =
            std::lexicographical_compare(steps.rbegin(), steps.rend(), steps.begin(), steps.end(), isBefore);
        if (backwards)
            std::reverse(steps.begin(), steps.end());
        // A border step has two sides, so the first step tells which arc it is.
        const auto [known, isNew] = m_known.try_emplace({keyOf(steps[0]), keyOf(steps[1])}, m_arcs.size());
        if (isNew)
            m_arcs.push_back({std::move(steps), ring, 0, {}});
        return {known->second, backwards};
    }

    /** Thins an arc less; false where nothing is left out of it any more. */
    bool lessThinned(std::size_t index)
    {
        Arc& arc = m_arcs[index];
        if (arc.level >= lastLevel)
            return false;
        ++arc.level;
        arc.points = thinnedArc(arc, m_tolerance);
        return true;
    }

    bool lessThinned(const std::vector<bool>& wanted)
    {
        bool any = false;
        for (std::size_t i = 0; i < wanted.size(); ++i)
            any = (wanted[i] && lessThinned(i)) || any;
        return any;
    }

    std::vector<Segment> segments() const
    {
        std::vector<Segment> all;
        for (std::size_t i = 0; i < m_arcs.size(); ++i) {
            const std::vector<cv::Point2d>& points = m_arcs[i].points;
            for (std::size_t j = 0; j + 1 < points.size(); ++j) {
                const cv::Point2d& a = points[j];
                const cv::Point2d& b = points[j + 1];
                all.push_back({a, b, i, std::min(a.x, b.x), std::max(a.x, b.x), std::min(a.y, b.y),
                               std::max(a.y, b.y)});
            }
        }
        std::sort(all.begin(), all.end(), [](const Segment& a, const Segment& b) { return a.left < b.left; });
        return all;
    }

    /** Thins arcs less that cross or touch one another; false where none does. */
    bool keepApart()
    {
        const std::vector<Segment> all = segments();
        std::vector<bool> wrong(m_arcs.size(), false);
        for (std::size_t i = 0; i < all.size(); ++i) {
            for (std::size_t j = i + 1; j < all.size() && all[j].left <= all[i].right; ++j) {
                if (all[j].low <= all[i].high && all[j].high >= all[i].low && meet(all[i], all[j]))
                    wrong[all[i].arc] = wrong[all[j].arc] = true;
            }
        }
        return lessThinned(wrong);
    }

    /** Thins the arcs of polygons less that are not valid; false where all are. */
    bool keepValid()
    {
        std::vector<bool> wrong(m_arcs.size(), false);
        for (const auto& polygons : m_areas) {
            for (const auto& polygon : polygons) {
                const PixelPolygon rings = polygonOf(polygon);
                if (areClearlySimple(rings) || isValidQuietly(*toOgr(rings)))
                    continue;
                for (const RingOfArcs& ring : polygon) {
                    for (const ArcUse& use : ring)
                        wrong[use.arc] = true;
                }
            }
        }
        return lessThinned(wrong);
    }

    PixelPolygon polygonOf(const std::vector<RingOfArcs>& polygon) const
    {
        PixelPolygon rings;
        for (const RingOfArcs& ring : polygon) {
            PixelRing& points = rings.emplace_back();
            for (const ArcUse& use : ring) {
                const std::vector<cv::Point2d>& arc = m_arcs[use.arc].points;
                // Without its last point, which the next arc begins with.
                if (use.backwards)
                    points.insert(points.end(), arc.rbegin(), arc.rend() - 1);
                else
                    points.insert(points.end(), arc.begin(), arc.end() - 1);
            }
        }
        return rings;
    }

    const double m_tolerance;
    std::unordered_map<std::int64_t, std::uint8_t> m_ways;
    std::map<std::pair<std::int64_t, std::int64_t>, std::size_t> m_known;
    std::vector<Arc> m_arcs;
    std::vector<std::vector<std::vector<RingOfArcs>>>
        m_areas;  //!< polygons of each area, rings of each polygon
};

}  // namespace

std::vector<AreaPolygons> simplifiedTogether(const std::vector<AreaPolygons>& areas, double toleranceCells)
{
    return Coverage(areas, toleranceCells).simplified();
}

}  // namespace sheen
