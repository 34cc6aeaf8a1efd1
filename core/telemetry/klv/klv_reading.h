#pragma once

#include <optional>

#include "data/telemetry.h"
#include "klv/klv_packet.h"

namespace sheen {

/**
 * Tells what a packet says of a frame; position, attitude and field of view as they stand. A field of view
 * that is not sent is the one given, else that of the target's width at the slant range (22 or 96 with 21, or
 * with the frame's centre), else that between the picture's corners on the ground (26 to 33, 82 to 89), which
 * also tell where the camera looks where nothing else does. The height is that above mean sea level (15)
 * where it is sent, else that above the ellipsoid (104, 75) less the height of the geoid as the packet tells
 * it (78 less 25) or a grid that PROJ has. What was taken off stands in geoidReductionMetres.
 */
TelemetryReading readingOf(const KlvPacket& packet, std::optional<double> horizontalFovDegrees = {});

}  // namespace sheen
