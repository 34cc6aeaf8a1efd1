#pragma once

#include <array>
#include <vector>

#include "smoothing/displayed_flight.h"
#include "smoothing/nadir_tilt.h"

namespace sheen {

/** What the pose of each frame is made of; a quantity that was never measured is empty. */
struct SmoothedFlight
{
    double originLatitude = 0;
    double originLongitude = 0;
    std::vector<SmoothedValue> north, east;       //!< metres from the origin, in lengths of its degrees
    std::vector<SmoothedValue> height;            //!< metres, as displayed
    std::vector<SmoothedValue> heading, bearing;  //!< degrees, unwrapped
    std::vector<SmoothedValue> groundRange;       //!< metres from aircraft to target
    std::vector<bool> straightDown;  //!< the target lies beneath, as far as a frame's display can tell
    NadirTilt nadirTilt;             //!< of these frames
    std::array<double, overlayFieldCount> steps{};  //!< of the displays, in the values' units
};

/**
 * Position, height, heading and line of sight of one recording at every frame, with standard errors: smoothed
 * over past and future, corrected for the age of the display; or as displayed and filled in, where the
 * settings say so. docs/telemetry.md tells what goes into the errors.
 *
 * @param records complete (completeRecords)
 * @param times of the records, seconds, ascending
 */
SmoothedFlight smoothFlight(const std::vector<TelemetryRecord>& records, const std::vector<double>& times,
                            const TrackSettings& settings);

}  // namespace sheen
