// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <opencv2/core.hpp>
#include <vector>

#include "geo/local_plane.h"

namespace sheen {

/** A stretch of a ship's way between two of its positions, on a plane; times in seconds. */
struct ShipLeg
{
    cv::Point2d from, to;
    double beginSeconds = 0;
    double endSeconds = 0;
};

/** How near a leg comes to an outline. */
struct LegApproach
{
    double distanceMetres = 0;
    double share = 0;  //!< of the leg, 0 to 1
};

/** An outline on a plane that distances are taken to. */
class PlaneOutline
{
public:
    PlaneOutline(const GroundMultiPolygon& outline, const LocalPlane& plane);

    /** The least distance from anywhere on the leg; 0 inside. Of equals the latest. */
    LegApproach approachOf(const ShipLeg& leg) const;
    /** No leg comes nearer than that: quickly told. */
    double leastDistance(const ShipLeg& leg) const;

private:
    bool contains(cv::Point2d point) const;

    std::vector<std::vector<cv::Point2d>> m_rings;
    cv::Rect2d m_bounds;
};

}  // namespace sheen
