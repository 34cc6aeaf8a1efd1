#pragma once

#include <vector>

#include "data/telemetry.h"
#include "plausibility.h"

namespace sheen {

/** Tells whether a field's values turn: a longitude, a heading or a bearing. */
bool isAngle(OverlayField field);

/** What a field says over a flight, in its unit; angles unwrapped. `times`: of the readings, seconds. */
Series seriesOf(const std::vector<TelemetryReading>& readings, const std::vector<double>& times,
                OverlayField field);

/** The step that a field's display shows in this flight, in its unit; 0 where no text tells it. */
double displayStep(const std::vector<TelemetryReading>& readings, OverlayField field);

}  // namespace sheen
