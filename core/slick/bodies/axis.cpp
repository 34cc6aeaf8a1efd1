#include "axis.h"

#include <ogr_geometry.h>

#include <algorithm>
#include <cmath>
#include <memory>
#include <opencv2/core.hpp>
#include <vector>

namespace sheen {

namespace {

/** Corners of the convex hull. */
std::vector<cv::Point2d> hullOf(const OGRGeometry& shape)
{
    std::vector<cv::Point2d> corners;
    const std::unique_ptr<OGRGeometry> hull(shape.ConvexHull());
    if (!hull || wkbFlatten(hull->getGeometryType()) != wkbPolygon || hull->IsEmpty())
        return corners;
    const OGRLinearRing* ring = hull->toPolygon()->getExteriorRing();
    for (int i = 0; i + 1 < ring->getNumPoints(); ++i)
        corners.emplace_back(ring->getX(i), ring->getY(i));
    return corners;
}

}  // namespace

Axis longestAxis(const OGRGeometry& shape)
{
    // Both ends of a diameter are corners of the convex hull, which has few.
    const std::vector<cv::Point2d> corners = hullOf(shape);
    Axis axis;
    cv::Point2d along;
    for (std::size_t i = 0; i < corners.size(); ++i) {
        for (std::size_t j = i + 1; j < corners.size(); ++j) {
            const cv::Point2d way = corners[j] - corners[i];
            const double length = std::hypot(way.x, way.y);
            if (length > axis.lengthMetres) {
                axis.lengthMetres = length;
                along = way / length;
            }
        }
    }
    if (axis.lengthMetres <= 0)
        return axis;
    double least = HUGE_VAL;
    double most = -HUGE_VAL;
    for (const cv::Point2d& corner : corners) {
        const double across = along.cross(corner - corners.front());
        least = std::min(least, across);
        most = std::max(most, across);
    }
    axis.widthMetres = most - least;
    const double degrees = std::atan2(along.x, along.y) * 180 / CV_PI;
    axis.orientationDegrees = std::fmod(degrees + 360, 180.0);
    return axis;
}

}  // namespace sheen
