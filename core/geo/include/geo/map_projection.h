#pragma once

#include <memory>
#include <opencv2/core.hpp>

#include "geo/ground.h"

namespace sheen {

/**
 * A projected coordinate system (a UTM zone as a rule), for going there and back many times. May be asked
 * from many threads; they take turns, so a thread that asks for millions of points has an object of its own.
 */
class MapProjection
{
public:
    /** Throws Error(Usage) for a code that PROJ does not know or that is no projected system in metres. */
    explicit MapProjection(int epsg);
    ~MapProjection();
    MapProjection(MapProjection&&) noexcept;
    MapProjection& operator=(MapProjection&&) noexcept;

    int epsg() const;
    /** x east, y north, metres; not finite where the place has none on this map. */
    cv::Point2d toMap(const GroundPoint& ground) const;
    GroundPoint toGround(cv::Point2d map) const;  //!< not finite likewise; longitude from -180 to 180

    /** The UTM zone (EPSG 326xx or 327xx) that a place lies in, with the exceptions of Norway and Svalbard.
     * Beyond 84 north and 80 south the zones run on to the pole. */
    static int utmZoneFor(const GroundPoint& ground);

private:
    class Private;
    std::unique_ptr<Private> d;
};

}  // namespace sheen
