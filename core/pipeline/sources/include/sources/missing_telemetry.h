#pragma once

#include <QString>
#include <vector>

#include "data/frame_record.h"

namespace sheen {

/**
 * Says why no frame has a place, and what would mend it: in how many frames telemetry was read, which of
 * position, height, line of sight and field of view were told in how many, which value was not believed, and
 * what the overlay's fields were read as. For a flight of which nothing was placed.
 *
 * @param overlayLayout name of the layout that was recognised; empty: none was
 */
QString whyNothingIsPlaced(const std::vector<FrameRecord>& frames, const QString& overlayLayout = {});

}  // namespace sheen
