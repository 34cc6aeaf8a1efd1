#pragma once

#include <QString>
#include <map>
#include <vector>

#include "data/frame.h"
#include "data/telemetry.h"
#include "sources/telemetry_stage.h"

namespace sheen {

/** Where a recording's own telemetry is read from. Frames in ascending order, from one thread. */
class ReadingSource
{
public:
    virtual ~ReadingSource() = default;

    /** Source None where the frame tells nothing. */
    virtual TelemetryReading read(const Frame& frame) = 0;

    /** Whether the source reaches to a frame at all: one beyond it gets no place, however near its
     * neighbours. */
    virtual bool covers(const Frame&) const { return true; }

    /** Earlier frames of which more is known since the last read(). */
    virtual std::vector<TelemetryReading> takeAmended() { return {}; }

    /** What is doubtful about the frame that was read last, given what the track made of it. */
    virtual std::vector<Issue> check(const Frame&, const TelemetryRecord&) { return {}; }

    /** What was wrong with no single frame, counted by kind. */
    virtual std::map<QString, int> issues() const { return {}; }

    /** What is true of the whole flight, known once all frames are read. */
    virtual std::vector<Issue> notices() const { return {}; }
};

}  // namespace sheen
