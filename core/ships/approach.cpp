// SPDX-License-Identifier: GPL-3.0-or-later
#include "approach.h"

#include <algorithm>
#include <cmath>
#include <limits>
#include <optional>

namespace sheen {

namespace {

cv::Point2d at(const ShipLeg& leg, double share)
{
    return leg.from + (leg.to - leg.from) * share;
}

/** The share of a line's way at which it is nearest to a point. */
double nearestShare(cv::Point2d from, cv::Point2d to, cv::Point2d point)
{
    const cv::Point2d way = to - from;
    const double squared = way.dot(way);
    return squared > 0 ? std::clamp((point - from).dot(way) / squared, 0.0, 1.0) : 0;
}

double distanceToLine(cv::Point2d from, cv::Point2d to, cv::Point2d point)
{
    const cv::Point2d beside = from + (to - from) * nearestShare(from, to, point) - point;
    return std::hypot(beside.x, beside.y);
}

/** Where a leg crosses an edge. */
std::optional<double> crossing(const ShipLeg& leg, cv::Point2d a, cv::Point2d b)
{
    const cv::Point2d way = leg.to - leg.from;
    const cv::Point2d edge = b - a;
    const double area = way.cross(edge);
    if (area == 0)
        return std::nullopt;
    const double share = (a - leg.from).cross(edge) / area;
    const double along = (a - leg.from).cross(way) / area;
    return share >= 0 && share <= 1 && along >= 0 && along <= 1 ? std::optional<double>(share) : std::nullopt;
}

}  // namespace

PlaneOutline::PlaneOutline(const GroundMultiPolygon& outline, const LocalPlane& plane)
{
    double left = std::numeric_limits<double>::max();
    double bottom = left;
    double right = -left;
    double top = -left;
    for (const GroundPolygon& polygon : outline) {
        for (const GroundRing& ring : polygon) {
            std::vector<cv::Point2d>& points = m_rings.emplace_back();
            for (const GroundPoint& place : ring) {
                const cv::Point2d point = plane.toPlane(place);
                points.push_back(point);
                left = std::min(left, point.x);
                right = std::max(right, point.x);
                bottom = std::min(bottom, point.y);
                top = std::max(top, point.y);
            }
        }
    }
    if (!m_rings.empty())
        m_bounds = cv::Rect2d(left, bottom, right - left, top - bottom);
}

double PlaneOutline::leastDistance(const ShipLeg& leg) const
{
    const auto outside = [](double low, double high, double from, double to) {
        return std::max({0.0, low - std::max(from, to), std::min(from, to) - high});
    };
    return std::hypot(outside(m_bounds.x, m_bounds.x + m_bounds.width, leg.from.x, leg.to.x),
                      outside(m_bounds.y, m_bounds.y + m_bounds.height, leg.from.y, leg.to.y));
}

/** Rings of holes count twice and so not at all. */
bool PlaneOutline::contains(cv::Point2d point) const
{
    bool inside = false;
    for (const std::vector<cv::Point2d>& ring : m_rings) {
        for (std::size_t i = 0, j = ring.size() - 1; i < ring.size(); j = i++) {
            const cv::Point2d& a = ring[i];
            const cv::Point2d& b = ring[j];
            if ((a.y > point.y) != (b.y > point.y) &&
                point.x < (b.x - a.x) * (point.y - a.y) / (b.y - a.y) + a.x)
                inside = !inside;
        }
    }
    return inside;
}

LegApproach PlaneOutline::approachOf(const ShipLeg& leg) const
{
    if (contains(leg.to))
        return {0, 1};
    LegApproach best{std::numeric_limits<double>::max(), 0};
    const auto take = [&best](double distance, double share) {
        if (distance < best.distanceMetres || (distance == best.distanceMetres && share > best.share))
            best = {distance, share};
    };
    if (contains(leg.from))
        take(0, 0);
    for (const std::vector<cv::Point2d>& ring : m_rings) {
        for (std::size_t i = 0, j = ring.size() - 1; i < ring.size(); j = i++) {
            if (const auto share = crossing(leg, ring[j], ring[i]))
                take(0, *share);
            for (const double share : {0.0, 1.0, nearestShare(leg.from, leg.to, ring[i])})
                take(distanceToLine(ring[j], ring[i], at(leg, share)), share);
        }
    }
    return best;
}

}  // namespace sheen
