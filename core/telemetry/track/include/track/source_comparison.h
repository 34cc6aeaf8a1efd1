#pragma once

#include <vector>

#include "data/telemetry.h"
#include "data/track_settings.h"

namespace sheen {

/** A quantity that KLV and the overlay both tell, and tell differently. */
struct Disagreement
{
    enum class Quantity { Position, Height, Heading, Bearing, FieldOfView };

    Quantity quantity = Quantity::Position;
    double difference = 0;  //!< metres or degrees
    double tolerance = 0;   //!< likewise
};

/**
 * What the overlay shows against what KLV said over the last seconds: the display is up to a refresh old, and
 * neither stream is in step with the pictures, so the overlay may show whatever KLV passed through in that
 * time. Tolerances: the display's step, and what honest sources differ by (position 30 m and the way of a
 * refresh at 100 m/s; height 15 m; heading 2 degrees; bearing of the line of sight 3 degrees, more when it is
 * steep; field of view 5 %). Not compared: the bearing straight down, where it means nothing, and the field
 * of view of a sensor whose width is not set.
 */
std::vector<Disagreement> disagreements(const std::vector<TelemetryReading>& klv,
                                        const TelemetryReading& overlay, const TrackSettings& settings);

}  // namespace sheen
