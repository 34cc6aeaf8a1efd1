#pragma once

namespace sheen {

/** Which values of a quantity can be; both ends belong to it. */
struct ValueRange
{
    double least = 0;
    double most = 0;

    constexpr bool holds(double value) const { return value >= least && value <= most; }
};

// What can be, in degrees, metres and millimetres, whatever a value comes from. Heights and ranges reach as
// far as ST 0601 can say them.
constexpr ValueRange possibleLatitude{-90, 90};
constexpr ValueRange possibleLongitude{-360, 360};
constexpr ValueRange possibleTurn{-720, 720};  //!< bearings, pitch and roll, by whole turns off as well
constexpr ValueRange possibleDepression{-90, 90};
constexpr ValueRange possibleHeight{-1000, 50000};
constexpr ValueRange possibleFieldOfView{1e-3, 179.999};
constexpr ValueRange possibleFocalLength{1e-3, 1e5};
constexpr ValueRange possibleSlantRange{0, 5e6};

// What a turret's display can show: narrower, for a digit may have been misread.
constexpr ValueRange displayedAltitude{-499, 24999};
constexpr ValueRange displayedTargetElevation{-499, 8999};
constexpr ValueRange displayedFocalLength{1e-3, 19999};
constexpr ValueRange displayedSlantRange{0, 599999};  //!< the horizon from 25 km

}  // namespace sheen
