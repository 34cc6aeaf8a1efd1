#pragma once

#include <cmath>

namespace sheen {

/** The same direction within [0, 360). */
inline double wrappedTurn(double degrees)
{
    const double turned = std::fmod(degrees, 360.0);
    return turned < 0 ? turned + 360 : turned;
}

/** From one direction to another the short way, within [-180, 180). */
inline double shortestTurn(double fromDegrees, double toDegrees)
{
    return wrappedTurn(toDegrees - fromDegrees + 180) - 180;
}

/** Between two directions the short way; share 0: the first, 1: the second. */
inline double betweenAngles(double fromDegrees, double toDegrees, double share)
{
    return wrappedTurn(fromDegrees + shortestTurn(fromDegrees, toDegrees) * share);
}

}  // namespace sheen
