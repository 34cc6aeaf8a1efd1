#pragma once

#include <QString>
#include <utility>
#include <vector>

#include "ui/session/session.h"

namespace sheen {

/** The fields of the overlay for people. */
QString fieldName(OverlayField field);

/** "Video, h264, 1280 x 720, 1:23, 2075 frames at 25 a second" over a few lines. */
QString flightFacts(const FlightInfo& info);

/** Whether telemetry was recognised, in a sentence. */
QString telemetrySummary(const FlightPreview& preview);

/** The fields that were read, with names and values for people. */
std::vector<std::pair<QString, QString>> telemetryFields(const TelemetryReading& reading);

}  // namespace sheen
