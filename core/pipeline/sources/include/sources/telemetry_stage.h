#pragma once

#include <QString>
#include <map>
#include <memory>
#include <vector>

#include "data/frame.h"
#include "data/issue.h"
#include "data/telemetry.h"
#include "flight/flight.h"
#include "settings/run_settings.h"

namespace sheen {

class FlightOverlay;

/** Stage 2 as a run uses it: whatever the telemetry comes from. Used by one thread. */
class TelemetryStage
{
public:
    /**
     * By the settings' `telemetry`. Throws Error: file unreadable, KLV wanted where there is none. The
     * overlay is borrowed; it has looked at a frame before that frame is read.
     */
    static std::unique_ptr<TelemetryStage> create(const Flight& flight, const RunSettings& settings,
                                                  FlightOverlay& overlay);
    virtual ~TelemetryStage() = default;

    /** Frames in ascending order; the newest as well as it can be told from what came before. */
    virtual TelemetryRecord read(const Frame& frame) = 0;

    /** Every frame read so far, with past and future. */
    virtual std::vector<TelemetryRecord> finish() const = 0;

    /** Of the frame that was read last. */
    virtual std::vector<Issue> takeFrameIssues() { return {}; }

    /** What was wrong with no single frame, counted by kind. */
    virtual std::map<QString, int> issues() const { return {}; }

    /** What is true of the whole flight, known once all frames are read. */
    virtual std::vector<Issue> notices() const { return {}; }
};

}  // namespace sheen
