#pragma once

#include <memory>

#include "overlay/overlay_reader.h"
#include "reading_source.h"
#include "sources/flight_overlay.h"
#include "sources/look_check.h"

namespace sheen {

/** What the overlay in the pictures says, from the frame on in which it is recognised. */
class OverlaySource : public ReadingSource
{
public:
    /** The overlay is borrowed. */
    explicit OverlaySource(const FlightOverlay& overlay);

    TelemetryReading read(const Frame& frame) override;
    std::vector<Issue> check(const Frame& frame, const TelemetryRecord& record) override;

private:
    const FlightOverlay& m_overlay;
    std::unique_ptr<OverlayReader> m_reader;  //!< once it is recognised
    LookCheck m_looks;
};

}  // namespace sheen
