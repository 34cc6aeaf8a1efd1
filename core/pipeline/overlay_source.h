#pragma once

#include <memory>

#include "core/pipeline/flight_overlay.h"
#include "core/pipeline/look_check.h"
#include "core/pipeline/reading_source.h"
#include "core/telemetry/overlay_reader.h"

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
