#pragma once

#include <vector>

#include "base/cancel.h"
#include "data/issue.h"
#include "data/telemetry.h"
#include "data/track_settings.h"

namespace sheen {

/**
 * Stage 2, over time: turns what single frames tell into a checked and complete flight. Live while frames
 * come in, final when all are known. No threads of its own.
 */
class Track
{
public:
    explicit Track(const TrackSettings& settings = {});

    /** Frames in ascending order. */
    void add(const TelemetryReading& reading);
    /** A frame that was added is known better now. */
    void amend(const TelemetryReading& reading);

    /** The newest frame as well as it can be told from what came before it. */
    TelemetryRecord live() const;

    /**
     * Completes every frame added so far with past and future: gaps filled and marked, impossible values
     * replaced. Returns nothing if it was cancelled before it was done.
     */
    std::vector<TelemetryRecord> finish(const Cancel* cancel = nullptr) const;

    /** What was taken for granted of all frames: which texts lack their sign or unit, and were completed. */
    std::vector<Issue> notices() const;

private:
    TrackSettings m_settings;
    std::vector<TelemetryReading> m_readings;
};

}  // namespace sheen
