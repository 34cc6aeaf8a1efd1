#include "plane_shape.h"

#include "ogr/ogr_geometry.h"

namespace sheen {

std::unique_ptr<OGRMultiPolygon> onPlane(const GroundMultiPolygon& outline, const LocalPlane& plane,
                                         bool holes)
{
    auto shape = std::make_unique<OGRMultiPolygon>();
    for (const GroundPolygon& polygon : outline) {
        PixelPolygon carried;
        for (const GroundRing& ring : polygon) {
            PixelRing& points = carried.emplace_back();
            points.reserve(ring.size());
            for (const GroundPoint& point : ring)
                points.push_back(plane.toPlane(point));
            if (!holes)
                break;
        }
        std::unique_ptr<OGRPolygon> part = toOgr(carried);
        if (!part->IsEmpty())
            shape->addGeometryDirectly(part.release());
    }
    return shape;
}

GroundMultiPolygon filledFromPlane(const OGRGeometry& shape, const LocalPlane& plane)
{
    GroundMultiPolygon outline;
    for (const PixelPolygon& polygon : pixelsFromOgr(shape)) {
        if (polygon.empty())
            continue;
        GroundRing ring;
        ring.reserve(polygon.front().size());
        for (const cv::Point2d& point : polygon.front())
            ring.push_back(plane.toGround(point));
        outline.push_back({std::move(ring)});
    }
    return outline;
}

}  // namespace sheen
