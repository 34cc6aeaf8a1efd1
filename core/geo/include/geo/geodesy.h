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

/** Of longitude at the equator; within 0.7 % of a degree of latitude anywhere. For limits and scales: where
 * places are computed, DegreeLengths are. */
constexpr double metresPerDegree = 111320;

/** Metres north and east of a degree on the ellipsoid at a latitude; east never less than one. */
struct DegreeLengths
{
    explicit DegreeLengths(double latitudeDegrees);
    double north = 0;
    double east = 0;
};

/** Returns the same meridian within 180 degrees of a reference: neighbours across the antimeridian stay
 * neighbours. */
double longitudeNear(double longitudeDegrees, double referenceDegrees);

/** Returns earth-centred, earth-fixed coordinates in metres (EPSG:4978). */
cv::Vec3d toEcef(const GroundPoint& ground, double heightMetres = 0);

/** Returns the place below or above a point, and its height above the ellipsoid in metres. */
std::pair<GroundPoint, double> groundAndHeightFromEcef(const cv::Vec3d& ecef);
/** Returns the place alone. */
GroundPoint groundFromEcef(const cv::Vec3d& ecef);

/** Returns unit vectors north, east and down at a place as the columns of a matrix that leads to ECEF. */
cv::Matx33d northEastDown(const GroundPoint& place);

/**
 * Area on the WGS84 ellipsoid, holes taken off, m2, never negative. Rings may run either way round and cross
 * the antimeridian. PROJ's geodesics where edges are long; where all are shorter than 0.02 degrees, the area
 * between straight lines of the equal-area cylinder, which differs by less than 1 : 10,000 and is many times
 * faster.
 */
double groundArea(const GroundPolygon& polygon);
double groundArea(const GroundMultiPolygon& polygons);

}  // namespace sheen
