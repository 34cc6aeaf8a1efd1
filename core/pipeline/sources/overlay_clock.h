#pragma once

#include <vector>

#include "overlay_source.h"
#include "track/track.h"

namespace sheen {

/** Date, time and sensor that the overlay shows, for poses that come from elsewhere. */
class OverlayClock
{
public:
    /** The overlay is borrowed. */
    OverlayClock(const FlightOverlay& overlay, const TrackSettings& settings);

    /** Adds them to what is known of the frame, as well as they can be told from what came before it. Frames
     * in ascending order. */
    void addTo(TelemetryRecord& record, const Frame& frame);

    /** The same with all frames known, for those that were given, in the same order. */
    void complete(std::vector<TelemetryRecord>& records) const;

private:
    OverlaySource m_overlay;
    Track m_track;
};

}  // namespace sheen
