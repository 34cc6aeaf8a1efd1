#pragma once

#include <ogr_geometry.h>

#include <QByteArray>
#include <memory>

#include "geo/ground.h"

namespace sheen {

// Plain shapes to OGR's and back, point by point: neither order nor number of points or rings changes.
// Ground shapes have longitude first, as OGR's traditional axis order wants it.

/** Null for an empty shape. */
std::unique_ptr<OGRGeometry> ogrMultiPolygon(const GroundMultiPolygon& polygons);
std::unique_ptr<OGRGeometry> ogrPolygon(const GroundRing& ring);  //!< a polygon

/** Empty for null and for shapes of other kinds. */
GroundMultiPolygon multiPolygonFromOgr(const OGRGeometry* geometry);
GroundRing outerRingFromOgr(const OGRGeometry* geometry);

/** Pixel outlines as well-known binary of a polygon: exact, and readable by other programs. */
QByteArray pixelOutlineToWkb(const PixelPolygon& outline);
PixelPolygon pixelOutlineFromWkb(const QByteArray& wkb);

/** WGS84, longitude first. */
std::unique_ptr<OGRSpatialReference, void (*)(OGRSpatialReference*)> wgs84Reference();

}  // namespace sheen
