#pragma once

#include <cpl_error.h>
#include <ogr_geometry.h>

#include <memory>
#include <opencv2/core.hpp>
#include <vector>

#include "geo/ground.h"

// Between Sheen's rings and OGR's geometries; for this library's own use.

namespace sheen {

/** GDAL's messages go nowhere while this lives (in this thread): bad geometry is answered, not reported. */
class QuietGdal
{
public:
    QuietGdal() { CPLPushErrorHandler(CPLQuietErrorHandler); }
    ~QuietGdal() { CPLPopErrorHandler(); }
    QuietGdal(const QuietGdal&) = delete;
    QuietGdal& operator=(const QuietGdal&) = delete;
};

/** x is longitude, y latitude. Rings of fewer than three points are left out. */
std::unique_ptr<OGRMultiPolygon> toOgr(const GroundMultiPolygon& polygons);
/** Polygons of any geometry, also inside collections; lines and points are dropped. */
GroundMultiPolygon fromOgr(const OGRGeometry& geometry);

std::unique_ptr<OGRPolygon> toOgr(const PixelPolygon& polygon);
std::vector<PixelPolygon> pixelsFromOgr(const OGRGeometry& geometry);

/** GEOS's answer, without the warning that GDAL prints for a bad ring. */
bool isValidQuietly(const OGRGeometry& geometry);

/** A valid geometry of the same place; nullptr where nothing of it is left. */
std::unique_ptr<OGRGeometry> repaired(const OGRGeometry& geometry);

}  // namespace sheen
