#pragma once

#include <memory>

#include <ogr_geometry.h>

#include "geo/ground.h"
#include "geo/local_plane.h"

namespace sheen {

// Ground outlines as OGR's shapes in a local plane; for this library's own use.

/** `holes`: whether they are kept. */
std::unique_ptr<OGRMultiPolygon> onPlane(const GroundMultiPolygon& outline, const LocalPlane& plane,
                                         bool holes);

/** The outer rings of the polygons of a shape. */
GroundMultiPolygon filledFromPlane(const OGRGeometry& shape, const LocalPlane& plane);

}  // namespace sheen
