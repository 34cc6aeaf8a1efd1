#include "ogr/ogr_shapes.h"

namespace sheen {

namespace {

double eastOf(const GroundPoint& point)
{
    return point.longitudeDegrees;
}
double northOf(const GroundPoint& point)
{
    return point.latitudeDegrees;
}
double eastOf(const cv::Point2d& point)
{
    return point.x;
}
double northOf(const cv::Point2d& point)
{
    return point.y;
}

template <typename Ring>
std::unique_ptr<OGRLinearRing> toOgrRing(const Ring& ring)
{
    auto result = std::make_unique<OGRLinearRing>();
    const int count = static_cast<int>(ring.size());
    result->setNumPoints(count + 1, FALSE);
    for (int i = 0; i < count; ++i) {
        const auto& point = ring[static_cast<std::size_t>(i)];
        result->setPoint(i, eastOf(point), northOf(point));
    }
    result->setPoint(count, eastOf(ring.front()), northOf(ring.front()));
    return result;
}

template <typename Polygon>
std::unique_ptr<OGRPolygon> toOgrPolygon(const Polygon& polygon)
{
    auto result = std::make_unique<OGRPolygon>();
    for (const auto& ring : polygon) {
        if (!ring.empty())
            result->addRingDirectly(toOgrRing(ring).release());
    }
    return result;
}

template <typename Ring>
Ring fromOgrRing(const OGRLinearRing& ring)
{
    Ring result;
    const int count = ring.getNumPoints() - 1;  // without the closing point
    result.reserve(static_cast<std::size_t>(std::max(count, 0)));
    for (int i = 0; i < count; ++i) {
        if constexpr (std::is_same_v<Ring, GroundRing>)
            result.push_back({ring.getY(i), ring.getX(i)});
        else
            result.emplace_back(ring.getX(i), ring.getY(i));
    }
    return result;
}

template <typename Polygon>
Polygon fromOgrPolygon(const OGRPolygon& polygon)
{
    Polygon result;
    for (const OGRLinearRing* ring : polygon)
        result.push_back(fromOgrRing<typename Polygon::value_type>(*ring));
    return result;
}

const OGRPolygon* asPolygon(const OGRGeometry* geometry)
{
    return geometry && wkbFlatten(geometry->getGeometryType()) == wkbPolygon ? geometry->toPolygon()
                                                                             : nullptr;
}

}  // namespace

std::unique_ptr<OGRGeometry> ogrMultiPolygon(const GroundMultiPolygon& polygons)
{
    if (polygons.empty())
        return nullptr;
    auto result = std::make_unique<OGRMultiPolygon>();
    for (const GroundPolygon& polygon : polygons)
        result->addGeometryDirectly(toOgrPolygon(polygon).release());
    return result;
}

std::unique_ptr<OGRGeometry> ogrPolygon(const GroundRing& ring)
{
    return ring.empty() ? nullptr : toOgrPolygon(GroundPolygon{ring});
}

GroundMultiPolygon multiPolygonFromOgr(const OGRGeometry* geometry)
{
    GroundMultiPolygon result;
    if (const OGRPolygon* polygon = asPolygon(geometry)) {
        result.push_back(fromOgrPolygon<GroundPolygon>(*polygon));
    } else if (geometry && wkbFlatten(geometry->getGeometryType()) == wkbMultiPolygon) {
        for (const OGRPolygon* part : *geometry->toMultiPolygon())
            result.push_back(fromOgrPolygon<GroundPolygon>(*part));
    }
    return result;
}

GroundRing outerRingFromOgr(const OGRGeometry* geometry)
{
    const OGRPolygon* polygon = asPolygon(geometry);
    return polygon && polygon->getExteriorRing() ? fromOgrRing<GroundRing>(*polygon->getExteriorRing())
                                                 : GroundRing();
}

QByteArray pixelOutlineToWkb(const PixelPolygon& outline)
{
    const auto polygon = toOgrPolygon(outline);
    QByteArray wkb(static_cast<int>(polygon->WkbSize()), Qt::Uninitialized);
    // Since GDAL 3.9 the derived classes hide this form of the base class.
    const OGRGeometry& base = *polygon;
    base.exportToWkb(wkbNDR, reinterpret_cast<unsigned char*>(wkb.data()));
    return wkb;
}

PixelPolygon pixelOutlineFromWkb(const QByteArray& wkb)
{
    OGRGeometry* geometry = nullptr;
    if (OGRGeometryFactory::createFromWkb(wkb.constData(), nullptr, &geometry,
                                          static_cast<std::size_t>(wkb.size())) != OGRERR_NONE)
        return {};
    const std::unique_ptr<OGRGeometry> owner(geometry);
    const OGRPolygon* polygon = asPolygon(geometry);
    return polygon ? fromOgrPolygon<PixelPolygon>(*polygon) : PixelPolygon();
}

std::unique_ptr<OGRSpatialReference, void (*)(OGRSpatialReference*)> wgs84Reference()
{
    auto* reference = new OGRSpatialReference();
    reference->importFromEPSG(4326);
    reference->SetAxisMappingStrategy(OAMS_TRADITIONAL_GIS_ORDER);
    return {reference, [](OGRSpatialReference* r) { r->Release(); }};
}

}  // namespace sheen
