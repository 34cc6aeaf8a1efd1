#pragma once

#include <array>
#include <vector>

#include "data/telemetry.h"
#include "data/track_settings.h"

namespace sheen {

/** What an analyst did to a field of a frame. */
enum class CorrectionKind { None, Set, StruckOut };

/** The flight's readings as the analyst wants them read. */
struct CorrectedReadings
{
    std::vector<TelemetryReading> readings;
    std::array<std::vector<CorrectionKind>, overlayFieldCount> corrections;  //!< one for each reading
};

/**
 * Applies corrections: a value, or a text (sensor, date, time, zone), takes the reading's place; one without
 * either strikes the reading out. Of several for one field of a frame the last counts. A date, time or zone
 * sets the instant anew.
 */
CorrectedReadings applyCorrections(const std::vector<TelemetryReading>& readings,
                                   const std::vector<Correction>& corrections);

}  // namespace sheen
