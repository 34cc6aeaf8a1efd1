#pragma once

#include <opencv2/core.hpp>
#include <utility>

#include "geo/ground.h"

namespace sheen {

/** The WGS84 ellipsoid. */
namespace wgs84 {
constexpr double semiMajorMetres = 6378137.0;
constexpr double flattening = 1 / 298.257223563;
constexpr double semiMinorMetres = semiMajorMetres * (1 - flattening);
constexpr double eccentricitySquared = flattening * (2 - flattening);
}  // namespace wgs84

constexpr double radiansPerDegree = CV_PI / 180;

/** The same meridian, within 180 degrees of a reference: neighbours across the antimeridian stay neighbours.
 */
double longitudeNear(double longitudeDegrees, double referenceDegrees);

/** Earth-centred, earth-fixed coordinates in metres (EPSG:4978). */
cv::Vec3d toEcef(const GroundPoint& ground, double heightMetres = 0);

/** The way back for a point that lies on the ellipsoid; exact there, and only there. */
GroundPoint groundFromEcef(const cv::Vec3d& ecef);

/** Of any point within 20 km of the ellipsoid: the place below it and its height, to less than a millimetre.
 */
std::pair<GroundPoint, double> groundAndHeightFromEcef(const cv::Vec3d& ecef);

/**
 * Area on the WGS84 ellipsoid, holes taken off, m2, never negative. Rings may run either way round and cross
 * the antimeridian. PROJ's geodesics where edges are long; where all are shorter than 0.02 degrees, the area
 * between straight lines of the equal-area cylinder, which differs by less than 1 : 10,000 and is many times
 * faster.
 */
double groundArea(const GroundPolygon& polygon);
double groundArea(const GroundMultiPolygon& polygons);

}  // namespace sheen
