#include "geo/geodesy.h"

#include <geodesic.h>

#include <GeographicLib/Geocentric.hpp>
#include <algorithm>
#include <cmath>

namespace sheen {

namespace {

constexpr double longEdgeDegrees = 0.02;

/** Area between the equator and a parallel, per radian of longitude (Snyder 1987, equation 3-12), m2. */
double areaBelowParallel(double latitudeDegrees)
{
    static const double eccentricity = std::sqrt(wgs84::eccentricitySquared);
    const double sine = std::sin(latitudeDegrees * radiansPerDegree);
    return wgs84::semiMinorMetres * wgs84::semiMinorMetres / 2 *
           (sine / (1 - wgs84::eccentricitySquared * sine * sine) +
            std::atanh(eccentricity * sine) / eccentricity);
}

bool hasLongEdge(const GroundRing& ring)
{
    for (std::size_t i = 0; i < ring.size(); ++i) {
        const GroundPoint& a = ring[i];
        const GroundPoint& b = ring[i + 1 < ring.size() ? i + 1 : 0];
        const double turn = longitudeNear(b.longitudeDegrees, a.longitudeDegrees) - a.longitudeDegrees;
        if (!(std::abs(turn) < longEdgeDegrees) ||
            !(std::abs(b.latitudeDegrees - a.latitudeDegrees) < longEdgeDegrees))
            return true;
    }
    return false;
}

double geodesicRingArea(const GroundRing& ring)
{
    static const geod_geodesic ellipsoid = [] {
        geod_geodesic geodesic;
        geod_init(&geodesic, wgs84::semiMajorMetres, wgs84::flattening);
        return geodesic;
    }();
    geod_polygon polygon;
    geod_polygon_init(&polygon, 0);
    for (const GroundPoint& point : ring)
        geod_polygon_addpoint(&ellipsoid, &polygon, point.latitudeDegrees, point.longitudeDegrees);
    double area = 0;
    geod_polygon_compute(&ellipsoid, &polygon, 0, 1, &area, nullptr);
    return std::abs(area);
}

double ringArea(const GroundRing& ring)
{
    if (ring.size() < 3)
        return 0;
    if (hasLongEdge(ring))
        return geodesicRingArea(ring);
    // Relative to the first point: what is added up stays small.
    const double base = areaBelowParallel(ring.front().latitudeDegrees);
    double area = 0;
    double previousArea = 0;
    double previousLongitude = ring.front().longitudeDegrees;
    for (std::size_t i = 1; i <= ring.size(); ++i) {
        const GroundPoint& point = ring[i < ring.size() ? i : 0];
        const double longitude = longitudeNear(point.longitudeDegrees, previousLongitude);
        const double strip = i < ring.size() ? areaBelowParallel(point.latitudeDegrees) - base : 0;
        area += (longitude - previousLongitude) * radiansPerDegree * (strip + previousArea) / 2;
        previousArea = strip;
        previousLongitude = longitude;
    }
    return std::abs(area);
}

}  // namespace

double longitudeNear(double longitudeDegrees, double referenceDegrees)
{
    const double difference = longitudeDegrees - referenceDegrees;
    if (difference >= -180 && difference <= 180)
        return longitudeDegrees;
    return longitudeDegrees - 360 * std::round(difference / 360);
}

DegreeLengths::DegreeLengths(double latitudeDegrees)
{
    const double sine = std::sin(latitudeDegrees * radiansPerDegree);
    const double w = 1 - wgs84::eccentricitySquared * sine * sine;
    north = wgs84::semiMajorMetres * (1 - wgs84::eccentricitySquared) / std::pow(w, 1.5) * radiansPerDegree;
    east = std::max(1.0, wgs84::semiMajorMetres / std::sqrt(w) *
                             std::cos(latitudeDegrees * radiansPerDegree) * radiansPerDegree);
}

cv::Vec3d toEcef(const GroundPoint& ground, double heightMetres)
{
    cv::Vec3d ecef;
    GeographicLib::Geocentric::WGS84().Forward(ground.latitudeDegrees, ground.longitudeDegrees, heightMetres,
                                               ecef[0], ecef[1], ecef[2]);
    return ecef;
}

std::pair<GroundPoint, double> groundAndHeightFromEcef(const cv::Vec3d& ecef)
{
    GroundPoint ground;
    double height = 0;
    GeographicLib::Geocentric::WGS84().Reverse(ecef[0], ecef[1], ecef[2], ground.latitudeDegrees,
                                               ground.longitudeDegrees, height);
    return {ground, height};
}

GroundPoint groundFromEcef(const cv::Vec3d& ecef)
{
    return groundAndHeightFromEcef(ecef).first;
}

cv::Matx33d northEastDown(const GroundPoint& place)
{
    const double sinLat = std::sin(place.latitudeDegrees * radiansPerDegree);
    const double cosLat = std::cos(place.latitudeDegrees * radiansPerDegree);
    const double sinLon = std::sin(place.longitudeDegrees * radiansPerDegree);
    const double cosLon = std::cos(place.longitudeDegrees * radiansPerDegree);
    return {-sinLat * cosLon, -sinLon, -cosLat * cosLon,  //
            -sinLat * sinLon, cosLon,  -cosLat * sinLon,  //
            cosLat,           0,       -sinLat};
}

double groundArea(const GroundPolygon& polygon)
{
    double area = 0;
    for (std::size_t i = 0; i < polygon.size(); ++i)
        area += i == 0 ? ringArea(polygon[i]) : -ringArea(polygon[i]);
    return std::max(area, 0.0);
}

double groundArea(const GroundMultiPolygon& polygons)
{
    double area = 0;
    for (const GroundPolygon& polygon : polygons)
        area += groundArea(polygon);
    return area;
}

}  // namespace sheen
