#pragma once

#include "geo/ground.h"

namespace sheen {

/** Oil found in one frame: one connected region of one class. */
struct Detection
{
    int frame = 0;
    int classValue = 0;
    double confidence = 0;        //!< mean over its pixels, 0 to 1
    PixelPolygon outline;         //!< along the edges of its pixels
    GroundMultiPolygon ground;    //!< the outline carried to the sea; empty where the frame has no place
    double areaSquareMetres = 0;  //!< on the ellipsoid
};

}  // namespace sheen
