#include "simple_rings.h"

#include <algorithm>
#include <cmath>

namespace sheen {

namespace {

struct Edge
{
    cv::Point2d from, to;
    double left, right, low, high;
    std::size_t ring, index;
};

/** Twice the area of a triangle; zero within what rounding may hide. */
int side(const cv::Point2d& a, const cv::Point2d& b, const cv::Point2d& c)
{
    const double left = (b.x - a.x) * (c.y - a.y);
    const double right = (b.y - a.y) * (c.x - a.x);
    const double doubt = 1e-14 * (std::abs(left) + std::abs(right));
    return left - right > doubt ? 1 : right - left > doubt ? -1 : 0;
}

bool areApart(const Edge& a, const Edge& b)
{
    const int a1 = side(a.from, a.to, b.from);
    const int a2 = side(a.from, a.to, b.to);
    if (a1 * a2 > 0)
        return true;
    const int b1 = side(b.from, b.to, a.from);
    const int b2 = side(b.from, b.to, a.to);
    return b1 * b2 > 0;
}

/** For b that begins where a ends. */
bool runsBack(const Edge& a, const Edge& b)
{
    const cv::Point2d stepA = a.to - a.from;
    const cv::Point2d stepB = b.to - b.from;
    return side(a.from, a.to, b.to) == 0 && stepA.dot(stepB) <= 0;
}

bool areGoodPair(const Edge& a, const Edge& b, const std::vector<PixelRing>& rings)
{
    if (a.ring == b.ring) {
        const std::size_t count = rings[a.ring].size();
        if ((a.index + 1) % count == b.index)
            return !runsBack(a, b);
        if ((b.index + 1) % count == a.index)
            return !runsBack(b, a);
    }
    return areApart(a, b);
}

}  // namespace

bool areClearlySimple(const std::vector<PixelRing>& rings)
{
    std::vector<Edge> edges;
    for (std::size_t ring = 0; ring < rings.size(); ++ring) {
        const std::size_t count = rings[ring].size();
        if (count < 3)
            return false;
        for (std::size_t i = 0; i < count; ++i) {
            const cv::Point2d& a = rings[ring][i];
            const cv::Point2d& b = rings[ring][i + 1 < count ? i + 1 : 0];
            edges.push_back({a, b, std::min(a.x, b.x), std::max(a.x, b.x), std::min(a.y, b.y),
                             std::max(a.y, b.y), ring, i});
        }
    }
    std::sort(edges.begin(), edges.end(), [](const Edge& a, const Edge& b) { return a.left < b.left; });
    for (std::size_t i = 0; i < edges.size(); ++i) {
        for (std::size_t j = i + 1; j < edges.size() && edges[j].left <= edges[i].right; ++j) {
            if (edges[j].low <= edges[i].high && edges[j].high >= edges[i].low &&
                !areGoodPair(edges[i], edges[j], rings))
                return false;
        }
    }
    return true;
}

}  // namespace sheen
