#pragma once

#include "data/telemetry.h"
#include "plausibility.h"

namespace sheen {

/** Tells whether a field is a number: not date, time, zone and sensor. */
bool isNumeric(OverlayField field);

/** Tells whether a value can be at all and, where a display showed it, whether a turret can show it; what the
 * grammar does not tell already. */
bool isPossible(OverlayField field, double value, bool isDisplayed);

/**
 * Returns how a field may change, in its own unit.
 *
 * @param step of the field's display, in its unit
 * @param periodSeconds between two refreshes of the display
 * @param latitudeDegrees of the flight
 */
Limits limitsOf(OverlayField field, double step, double periodSeconds, double latitudeDegrees);

}  // namespace sheen
