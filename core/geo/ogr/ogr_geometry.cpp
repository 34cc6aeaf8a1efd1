#include "ogr/ogr_geometry.h"

#include <functional>

namespace sheen {

namespace {

OGRPoint ogrPoint(const GroundPoint& point)
{
    return {point.longitudeDegrees, point.latitudeDegrees};
}

OGRPoint ogrPoint(const cv::Point2d& point)
{
    return {point.x, point.y};
}

template <typename Ring>
std::unique_ptr<OGRPolygon> ogrPolygon(const std::vector<Ring>& rings)
{
    auto polygon = std::make_unique<OGRPolygon>();
    for (const Ring& ring : rings) {
        if (ring.size() < 3) {
            if (&ring == &rings.front())
                break;
            continue;
        }
        auto ogrRing = std::make_unique<OGRLinearRing>();
        ogrRing->setNumPoints(static_cast<int>(ring.size()) + 1, FALSE);
        for (std::size_t i = 0; i <= ring.size(); ++i) {
            const OGRPoint point = ogrPoint(ring[i < ring.size() ? i : 0]);
            ogrRing->setPoint(static_cast<int>(i), point.getX(), point.getY());
        }
        polygon->addRingDirectly(ogrRing.release());
    }
    return polygon;
}

template <typename Ring, typename MakePoint>
std::vector<Ring> ringsOf(const OGRPolygon& polygon, const MakePoint& makePoint)
{
    std::vector<Ring> rings;
    for (const OGRLinearRing* ogrRing : polygon) {
        Ring ring;
        for (int i = 0; i + 1 < ogrRing->getNumPoints(); ++i)
            ring.push_back(makePoint(ogrRing->getX(i), ogrRing->getY(i)));
        rings.push_back(std::move(ring));
    }
    return rings;
}

void forEachPolygon(const OGRGeometry& geometry, const std::function<void(const OGRPolygon&)>& visit)
{
    const OGRwkbGeometryType type = wkbFlatten(geometry.getGeometryType());
    if (type == wkbPolygon || type == wkbTriangle) {
        if (!geometry.IsEmpty())
            visit(*geometry.toPolygon());
    } else if (OGR_GT_IsSubClassOf(type, wkbGeometryCollection)) {
        for (const OGRGeometry* part : *geometry.toGeometryCollection())
            forEachPolygon(*part, visit);
    }
}

}  // namespace

std::unique_ptr<OGRMultiPolygon> toOgr(const GroundMultiPolygon& polygons)
{
    auto result = std::make_unique<OGRMultiPolygon>();
    for (const GroundPolygon& polygon : polygons) {
        std::unique_ptr<OGRPolygon> part = ogrPolygon(polygon);
        if (!part->IsEmpty())
            result->addGeometryDirectly(part.release());
    }
    return result;
}

GroundMultiPolygon fromOgr(const OGRGeometry& geometry)
{
    GroundMultiPolygon polygons;
    forEachPolygon(geometry, [&](const OGRPolygon& polygon) {
        polygons.push_back(ringsOf<GroundRing>(polygon, [](double x, double y) {
            return GroundPoint{y, x};
        }));
    });
    return polygons;
}

std::unique_ptr<OGRPolygon> toOgr(const PixelPolygon& polygon)
{
    return ogrPolygon(polygon);
}

std::vector<PixelPolygon> pixelsFromOgr(const OGRGeometry& geometry)
{
    std::vector<PixelPolygon> polygons;
    forEachPolygon(geometry, [&](const OGRPolygon& polygon) {
        polygons.push_back(ringsOf<PixelRing>(polygon, [](double x, double y) { return cv::Point2d(x, y); }));
    });
    return polygons;
}

bool isValidQuietly(const OGRGeometry& geometry)
{
    const QuietGdal quiet;
    return geometry.IsValid();
}

std::unique_ptr<OGRGeometry> repaired(const OGRGeometry& geometry)
{
    const QuietGdal quiet;
    std::unique_ptr<OGRGeometry> valid(geometry.MakeValid());
    if (!valid || valid->IsEmpty())
        return nullptr;
    return valid;
}

}  // namespace sheen
