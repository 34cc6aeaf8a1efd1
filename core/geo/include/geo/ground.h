#pragma once

#include <functional>
#include <opencv2/core.hpp>
#include <optional>
#include <vector>

namespace sheen {

/** A place on the WGS84 ellipsoid at sea height. */
struct GroundPoint
{
    double latitudeDegrees = 0;
    double longitudeDegrees = 0;  //!< -180 to 180
};

/**
 * A closed ring without its closing point. In a polygon the first ring is the outside, the others are holes.
 * On the antimeridian a ring's longitudes may leave -180..180 so that neighbours stay neighbours.
 */
using GroundRing = std::vector<GroundPoint>;
using GroundPolygon = std::vector<GroundRing>;
using GroundMultiPolygon = std::vector<GroundPolygon>;

/** In a picture: x to the right, y down, (0, 0) is the top left corner of the top left pixel. */
using PixelRing = std::vector<cv::Point2d>;
using PixelPolygon = std::vector<PixelRing>;

/** Where a point of a picture lies on the sea; nothing where its ray meets none. */
using PixelToGround = std::function<std::optional<GroundPoint>(cv::Point2d)>;

}  // namespace sheen
