#pragma once

#include <vector>

#include "data/telemetry.h"

namespace sheen {

/** A field whose texts lack a sign, a unit or a letter, and what they were taken for. */
struct CompletedField
{
    OverlayField field = OverlayField::PlatformHeading;
    QString seen;  //!< an example
    QString taken;
    int frames = 0;
};

struct CompletedReadings
{
    std::vector<TelemetryReading> readings;
    std::vector<CompletedField> fields;
};

/**
 * Gives texts that lack a degree sign, a unit or a letter (possibleReadings; confidence, but no value) the
 * value that the rest of the flight bears out, with the text that says so: 306 becomes 306°.
 *
 * Letters and units: as the field shows them in other frames, else as its counterpart does (target and
 * aircraft; elevation and altitude), else the units with which height, slant range and positions fit each
 * other in seven of ten frames. Directions: within 20 degrees of the field's own whole readings, else, over
 * the flight, within 50 degrees of the course or 10 of the bearing that the positions give; without any of
 * them as they stand, unless all numbers end alike, which is then the sign. What nothing bears out keeps no
 * value.
 *
 * @param times of the readings, seconds, ascending
 * @param seaLevelMetres height of the sea in the altitudes' reference
 */
CompletedReadings completeTexts(const std::vector<TelemetryReading>& readings,
                                const std::vector<double>& times, double seaLevelMetres);

}  // namespace sheen
