#pragma once

#include <opencv2/core.hpp>

#include "geo/ground.h"
#include "geo/projection.h"

namespace sheen {

/** A projected coordinate system (a UTM zone as a rule), for going there and back, from any thread. */
class MapProjection
{
public:
    /** Throws Error(Usage) for a code that PROJ does not know or that is no projected system in metres. */
    explicit MapProjection(int epsg);

    int epsg() const { return m_epsg; }
    /** x east, y north, metres; not finite where the place has none on this map. */
    cv::Point2d toMap(const GroundPoint& ground) const;
    GroundPoint toGround(cv::Point2d map) const;  //!< not finite likewise; longitude from -180 to 180

    /** Returns the EPSG code of the UTM zone that a place lies in (326xx or 327xx), with the exceptions of
     * Norway and Svalbard; north of 84 and south of 80 degrees UPS (5041, 5042). */
    static int utmZoneFor(const GroundPoint& ground);

private:
    int m_epsg;
    Projection m_projection;
};

}  // namespace sheen
