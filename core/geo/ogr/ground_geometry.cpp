#include "ogr/ground_geometry.h"

#include <ogr_api.h>

#include <algorithm>
#include <cmath>

#include "ogr/ogr_geometry.h"

namespace sheen {

namespace {

/** Turns a ring by whole turns so that it runs on from a reference and never jumps by more than half one. */
void alignRing(GroundRing& ring, double& reference)
{
    for (GroundPoint& point : ring) {
        point.longitudeDegrees = longitudeNear(point.longitudeDegrees, reference);
        reference = point.longitudeDegrees;
    }
    if (!ring.empty())
        reference = ring.front().longitudeDegrees;
}

void align(GroundMultiPolygon& polygons, double reference)
{
    for (GroundPolygon& polygon : polygons) {
        for (GroundRing& ring : polygon)
            alignRing(ring, reference);
    }
}

std::optional<double> firstLongitude(const GroundMultiPolygon& polygons)
{
    for (const GroundPolygon& polygon : polygons) {
        if (!polygon.empty() && !polygon.front().empty())
            return polygon.front().front().longitudeDegrees;
    }
    return {};
}

GroundMultiPolygon aligned(GroundMultiPolygon polygons)
{
    if (const std::optional<double> reference = firstLongitude(polygons))
        align(polygons, longitudeNear(*reference, 0));
    return polygons;
}

bool isFinite(const GroundMultiPolygon& polygons)
{
    for (const GroundPolygon& polygon : polygons) {
        for (const GroundRing& ring : polygon) {
            for (const GroundPoint& point : ring) {
                if (!std::isfinite(point.latitudeDegrees) || !std::isfinite(point.longitudeDegrees))
                    return false;
            }
        }
    }
    return true;
}

/** Pieces of a polygon along a line (already valid and aligned); the polygon alone where it is not cut. */
GroundMultiPolygon piecesOf(const OGRPolygon& polygon, const OGRLineString& line)
{
    // Boundary and line together, noded, then the faces between them that lie inside.
    const std::unique_ptr<OGRGeometry> boundary(polygon.Boundary());
    const std::unique_ptr<OGRGeometry> noded(boundary ? boundary->Union(&line) : nullptr);
    const std::unique_ptr<OGRGeometry> faces(noded ? noded->Polygonize() : nullptr);
    GroundMultiPolygon pieces;
    if (faces) {
        for (const GroundPolygon& face : fromOgr(*faces)) {
            const GroundPoint inside = pointInside({face});
            const double longitude =
                longitudeNear(inside.longitudeDegrees, face.front().front().longitudeDegrees);
            const OGRPoint point(longitude, inside.latitudeDegrees);
            if (polygon.Contains(&point))
                pieces.push_back(face);
        }
    }
    if (pieces.size() < 2)
        return fromOgr(polygon);
    return pieces;
}

}  // namespace

QByteArray toWkb(const GroundMultiPolygon& polygons)
{
    const std::unique_ptr<OGRMultiPolygon> geometry = toOgr(polygons);
    QByteArray wkb(static_cast<int>(geometry->WkbSize()), Qt::Uninitialized);
    // Since GDAL 3.9 the derived classes hide this form of the base class.
    const OGRGeometry& base = *geometry;
    base.exportToWkb(wkbNDR, reinterpret_cast<unsigned char*>(wkb.data()), wkbVariantIso);
    return wkb;
}

GroundMultiPolygon fromWkb(const QByteArray& wkb)
{
    const QuietGdal quiet;
    OGRGeometry* read = nullptr;
    if (wkb.isEmpty() ||
        OGRGeometryFactory::createFromWkb(wkb.constData(), nullptr, &read,
                                          static_cast<std::size_t>(wkb.size())) != OGRERR_NONE)
        return {};
    const std::unique_ptr<OGRGeometry> geometry(read);
    return geometry ? fromOgr(*geometry) : GroundMultiPolygon();
}

GroundPoint pointInside(const GroundMultiPolygon& polygons)
{
    const auto largest = std::max_element(
        polygons.begin(), polygons.end(),
        [](const GroundPolygon& a, const GroundPolygon& b) { return groundArea(a) < groundArea(b); });
    if (largest == polygons.end() || largest->empty() || largest->front().empty())
        return {};
    const GroundMultiPolygon polygon = madeValid({*largest});
    const QuietGdal quiet;
    // The C function: the C++ one of GDAL 3.6 always fails.
    const std::unique_ptr<OGRGeometry> inside(OGRGeometry::FromHandle(
        polygon.empty() ? nullptr : OGR_G_PointOnSurface(OGRGeometry::ToHandle(toOgr(polygon).get()))));
    if (inside && wkbFlatten(inside->getGeometryType()) == wkbPoint && !inside->IsEmpty())
        return {inside->toPoint()->getY(), longitudeNear(inside->toPoint()->getX(), 0)};
    return largest->front().front();
}

GroundMultiPolygon united(const std::vector<GroundMultiPolygon>& parts)
{
    std::optional<double> reference;
    GroundMultiPolygon all;
    for (const GroundMultiPolygon& part : parts) {
        GroundMultiPolygon valid = madeValid(part);
        if (!reference)
            reference = firstLongitude(valid);
        if (reference)
            align(valid, *reference);
        all.insert(all.end(), valid.begin(), valid.end());
    }
    if (all.empty())
        return {};
    const QuietGdal quiet;
    const std::unique_ptr<OGRGeometry> whole(toOgr(all)->UnionCascaded());
    return whole ? fromOgr(*whole) : all;
}

GroundMultiPolygon common(const GroundMultiPolygon& a, const GroundMultiPolygon& b)
{
    const GroundMultiPolygon first = madeValid(a);
    GroundMultiPolygon second = madeValid(b);
    const std::optional<double> reference = firstLongitude(first);
    if (!reference || second.empty())
        return {};
    align(second, *reference);
    const QuietGdal quiet;
    const std::unique_ptr<OGRGeometry> shared(toOgr(first)->Intersection(toOgr(second).get()));
    return shared ? fromOgr(*shared) : GroundMultiPolygon();
}

GroundMultiPolygon without(const GroundMultiPolygon& a, const GroundMultiPolygon& b)
{
    const GroundMultiPolygon first = madeValid(a);
    GroundMultiPolygon second = madeValid(b);
    const std::optional<double> reference = firstLongitude(first);
    if (!reference || second.empty())
        return first;
    align(second, *reference);
    const QuietGdal quiet;
    const std::unique_ptr<OGRGeometry> rest(toOgr(first)->Difference(toOgr(second).get()));
    return rest ? fromOgr(*rest) : first;
}

GroundMultiPolygon madeValid(const GroundMultiPolygon& polygons)
{
    if (!isFinite(polygons))
        return {};
    const GroundMultiPolygon alignedPolygons = aligned(polygons);
    const std::unique_ptr<OGRMultiPolygon> geometry = toOgr(alignedPolygons);
    if (geometry->IsEmpty())
        return {};
    if (isValidQuietly(*geometry))
        return fromOgr(*geometry);
    const std::unique_ptr<OGRGeometry> valid = repaired(*geometry);
    return valid ? fromOgr(*valid) : GroundMultiPolygon();
}

std::vector<GroundMultiPolygon> splitAlong(const GroundMultiPolygon& polygons,
                                           const std::vector<GroundPoint>& line)
{
    const GroundMultiPolygon valid = madeValid(polygons);
    if (valid.empty())
        return {};
    OGRLineString ogrLine;
    double reference = *firstLongitude(valid);
    for (const GroundPoint& point : line) {
        if (!std::isfinite(point.latitudeDegrees) || !std::isfinite(point.longitudeDegrees))
            return {valid};
        reference = longitudeNear(point.longitudeDegrees, reference);
        ogrLine.addPoint(reference, point.latitudeDegrees);
    }
    if (line.size() < 2)
        return {valid};

    std::vector<GroundMultiPolygon> parts;
    GroundMultiPolygon whole;
    const std::unique_ptr<OGRMultiPolygon> geometry = toOgr(valid);
    for (const OGRPolygon* polygon : *geometry) {
        GroundMultiPolygon pieces = piecesOf(*polygon, ogrLine);
        if (pieces.size() < 2)
            whole.insert(whole.end(), pieces.begin(), pieces.end());
        else
            for (GroundPolygon& piece : pieces)
                parts.push_back({std::move(piece)});
    }
    if (parts.empty())
        return {valid};
    std::stable_sort(parts.begin(), parts.end(),
                     [](const GroundMultiPolygon& a, const GroundMultiPolygon& b) {
                         return groundArea(a) > groundArea(b);
                     });
    parts.front().insert(parts.front().end(), whole.begin(), whole.end());
    return parts;
}

bool isValid(const GroundMultiPolygon& polygons)
{
    if (!isFinite(polygons))
        return false;
    for (const GroundPolygon& polygon : polygons) {
        if (polygon.empty())
            return false;
        for (const GroundRing& ring : polygon) {
            if (ring.size() < 3)
                return false;
        }
    }
    return isValidQuietly(*toOgr(aligned(polygons)));
}

}  // namespace sheen
