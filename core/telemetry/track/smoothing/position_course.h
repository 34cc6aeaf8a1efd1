#pragma once

#include <vector>

#include "display_age.h"
#include "smoothing/displayed_flight.h"

namespace sheen {

/** Where the aircraft was at every frame, and how old the display was. */
struct PositionCourse
{
    double originLatitude = 0;
    double originLongitude = 0;
    std::vector<SmoothedValue> north, east;  //!< metres from the origin, in lengths of its degrees; or empty
    std::vector<DisplayAge> ages;
    double commonAgeVariance = 0;  //!< of what all ages err by together, s2; not yet in north and east

    /** Median, metres a second; 0 where no position was displayed. */
    double usualSpeed() const;
};

/**
 * Smoothed over past and future, each displayed place at the instant from which it was shown: a frame is as
 * old as its refresh, from when values change and, where the display is fine enough, from how far the
 * displayed places lie behind the smoothed path. Or as displayed, where the settings say so.
 */
PositionCourse positionCourse(const DisplayedFlight& flight);

}  // namespace sheen
