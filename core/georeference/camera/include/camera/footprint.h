#pragma once

#include "camera/camera_model.h"
#include "geo/ground.h"

namespace sheen {

/** The part of the sea that a frame shows. */
struct Footprint
{
    GroundRing
        outline;  //!< top left, top right, bottom right, bottom left; more corners when cut at the horizon
    bool cutAtHorizon = false;
    double groundSampleDistanceMetres = 0;  //!< at the picture's centre, or the centre of what is left of it
    double areaSquareMetres = 0;            //!< on the ellipsoid
    double positionErrorMetres = 0;         //!< 95 %, at the centre; 0 where the pose has no errors
};

/** Empty outline where the whole picture lies above the horizon. Longitudes run on across the antimeridian.
 */
Footprint footprintOf(const CameraModel& camera);

}  // namespace sheen
