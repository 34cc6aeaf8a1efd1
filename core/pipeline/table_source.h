#pragma once

#include "core/flight/flight.h"
#include "core/pipeline/reading_source.h"
#include "core/telemetry/telemetry_table.h"

namespace sheen {

/** A table of telemetry beside the recording. */
class TableSource : public ReadingSource
{
public:
    /** Throws Error as TelemetryTable::load() does. */
    TableSource(const QString& path, const FlightInfo& flight, const TableSettings& settings);
    TableSource(TelemetryTable table, const FlightInfo& flight);

    TelemetryReading read(const Frame& frame) override;
    bool covers(const Frame& frame) const override;
    std::vector<FrameIssue> check(const Frame& frame, const TelemetryRecord& record) override;

private:
    TelemetryTable m_table;
    bool m_said = false;
    bool m_saidHeights = false;
    double m_recordingSeconds = 0;
};

/** What is taken for granted where telemetry does not say where the camera looks, or how high the take-off
 * is. */
FrameIssue assumedStraightDown();
FrameIssue assumedTakeOffAtSea();
/** Said of each frame, and once of the whole flight. */
FrameIssue contradictingHeights(bool isFirst);

/** Brings a table to the recording's time: by the clock of a folder's first picture, and where it is much
 * longer than a video by what marks the recording in it. */
void align(TelemetryTable& table, const FlightInfo& flight);

/** What had to be done to a table before it could be used, one issue each. */
std::vector<FrameIssue> repairIssues(const TableRepairs& repairs);

}  // namespace sheen
