#pragma once

#include <QString>
#include <vector>

#include "data/frame_record.h"

namespace sheen {

/**
 * Says why no frame has a place, and what would mend it: in how many frames telemetry was read, which of
 * position, height, line of sight and field of view were told in how many, and which value was not believed.
 * For a flight of which nothing was placed.
 */
QString whyNothingIsPlaced(const std::vector<FrameRecord>& frames);

}  // namespace sheen
