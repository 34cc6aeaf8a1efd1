#pragma once

#include "data/telemetry.h"
#include "klv/klv_packet.h"

namespace sheen {

/**
 * What a packet tells of a frame; position, attitude and field of view as they stand. The height is that
 * above mean sea level (15) where it is sent, else that above the ellipsoid (104, 75) less the height of the
 * geoid as the packet tells it (78 less 25) or a grid that PROJ has.
 * What was taken off stands in geoidReductionMetres.
 */
TelemetryReading readingOf(const KlvPacket& packet);

}  // namespace sheen
