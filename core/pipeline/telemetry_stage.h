#pragma once

#include <QString>
#include <QStringList>
#include <map>
#include <memory>
#include <vector>

#include "core/data/frame.h"
#include "core/data/telemetry.h"
#include "core/flight/flight.h"
#include "core/pipeline/run.h"

namespace sheen {

class FlightOverlay;

/** What is doubtful about a frame. */
struct FrameIssue
{
    QString kind;              //!< under which it is counted
    QString sentence;          //!< for the frame's issues
    bool wholeFlight = false;  //!< said once, and true of all that follows
    int count = 1;             //!< how often it was found
};

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
    virtual std::vector<FrameIssue> takeFrameIssues() { return {}; }

    /** What was wrong with no single frame, counted by kind. */
    virtual std::map<QString, int> issues() const { return {}; }

    /** Sentences that are true of the whole flight, known once all frames are read. */
    virtual QStringList notices() const { return {}; }
};

}  // namespace sheen
