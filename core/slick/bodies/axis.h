#pragma once

class OGRGeometry;

namespace sheen {

/** Length, width and direction of a shape in a plane; for this library's own use. */
struct Axis
{
    double lengthMetres = 0;        //!< between the two points of the shape that are farthest apart
    double widthMetres = 0;         //!< of the shape across that line
    double orientationDegrees = 0;  //!< of that line from y (north) to x (east), 0 to 180
};

/** Zeros for an empty shape. */
Axis longestAxis(const OGRGeometry& shape);

}  // namespace sheen
