#pragma once

#include <array>
#include <vector>

#include "corrections.h"
#include "data/telemetry.h"
#include "data/track_settings.h"
#include "plausibility.h"

namespace sheen {

/** A flight's readings, each field with what speaks against it. */
struct CheckedFlight
{
    std::vector<TelemetryReading> readings;  //!< as corrected by hand
    std::vector<double> times;               //!< seconds
    std::array<std::vector<CorrectionKind>, overlayFieldCount> corrections;
    std::array<std::vector<Doubt>, overlayFieldCount> doubts;
    std::array<Series, overlayFieldCount> series;  //!< of the fields with numbers, angles unwrapped

    bool isSet(OverlayField field, std::size_t at) const
    {
        return corrections[indexOf(field)][at] == CorrectionKind::Set;
    }
    /** There, and not doubted; what the analyst set is good. */
    bool isGood(OverlayField field, std::size_t at) const
    {
        const auto index = indexOf(field);
        return series[index].present[at] && (doubts[index][at] == Doubt::None || isSet(field, at));
    }
};

/**
 * Checks each number against its grammar and range, against what an aircraft and its turret can do, against
 * the line through its neighbours, and against the others of its frame: target minus aircraft, bearing and
 * range as displayed minus as computed from the positions. How far a value may be off is told by the step of
 * its display and by how its neighbours scatter. docs/telemetry.md
 *
 * @param times of the readings, seconds, ascending
 */
CheckedFlight checkFlight(const std::vector<TelemetryReading>& readings, const std::vector<double>& times,
                          const TrackSettings& settings);

}  // namespace sheen
