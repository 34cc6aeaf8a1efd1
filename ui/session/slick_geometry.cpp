#include "ui/session/slick_geometry.h"

#include <qgslinestring.h>
#include <qgsmultipolygon.h>
#include <qgspolygon.h>
#include <qgsrectangle.h>

#include <memory>

#include "geo/geodesy.h"

namespace sheen {

namespace {

std::unique_ptr<QgsLineString> closedLine(const GroundRing& ring)
{
    QVector<double> x;
    QVector<double> y;
    x.reserve(static_cast<int>(ring.size()) + 1);
    y.reserve(static_cast<int>(ring.size()) + 1);
    for (const GroundPoint& point : ring) {
        x.append(point.longitudeDegrees);
        y.append(point.latitudeDegrees);
    }
    auto line = std::make_unique<QgsLineString>(x, y);
    line->close();
    return line;
}

GroundRing openRing(const QgsCurve* curve)
{
    GroundRing ring;
    if (!curve)
        return ring;
    QgsPointSequence points;
    curve->points(points);
    for (const QgsPoint& point : points)
        ring.push_back({point.y(), point.x()});
    if (ring.size() > 1 && points.first() == points.last())
        ring.pop_back();
    return ring;
}

}  // namespace

QgsGeometry toGeometry(const GroundMultiPolygon& outline)
{
    auto polygons = std::make_unique<QgsMultiPolygon>();
    for (const GroundPolygon& rings : outline) {
        if (rings.empty())
            continue;
        auto polygon = std::make_unique<QgsPolygon>();
        polygon->setExteriorRing(closedLine(rings.front()).release());
        for (std::size_t i = 1; i < rings.size(); ++i)
            polygon->addInteriorRing(closedLine(rings[i]).release());
        polygons->addGeometry(polygon.release());
    }
    return QgsGeometry(std::move(polygons));
}

GroundMultiPolygon fromGeometry(const QgsGeometry& geometry)
{
    GroundMultiPolygon outline;
    for (auto part = geometry.const_parts_begin(); part != geometry.const_parts_end(); ++part) {
        const auto* polygon = qgsgeometry_cast<const QgsCurvePolygon*>(*part);
        if (!polygon || !polygon->exteriorRing())
            continue;
        GroundPolygon rings{openRing(polygon->exteriorRing())};
        for (int i = 0; i < polygon->numInteriorRings(); ++i)
            rings.push_back(openRing(polygon->interiorRing(i)));
        outline.push_back(std::move(rings));
    }
    return outline;
}

QgsRectangle boundsOf(const GroundMultiPolygon& outline)
{
    QgsRectangle bounds;
    bounds.setNull();
    for (const GroundPolygon& rings : outline) {
        if (rings.empty())
            continue;
        for (const GroundPoint& point : rings.front())
            bounds.combineExtentWith(point.longitudeDegrees, point.latitudeDegrees);
    }
    return bounds;
}

double referenceLongitude(const GroundMultiPolygon& outline)
{
    for (const GroundPolygon& rings : outline) {
        if (!rings.empty() && !rings.front().empty())
            return rings.front().front().longitudeDegrees;
    }
    return 0;
}

std::vector<GroundPoint> unwrapped(std::vector<GroundPoint> points, double longitudeDegrees)
{
    for (GroundPoint& point : points) {
        point.longitudeDegrees = longitudeNear(point.longitudeDegrees, longitudeDegrees);
        longitudeDegrees = point.longitudeDegrees;
    }
    return points;
}

GroundMultiPolygon unwrapped(const GroundMultiPolygon& outline, double longitudeDegrees)
{
    GroundMultiPolygon result = outline;
    for (GroundPolygon& rings : result) {
        for (GroundRing& ring : rings)
            ring = unwrapped(std::move(ring), longitudeDegrees);
    }
    return result;
}

}  // namespace sheen
