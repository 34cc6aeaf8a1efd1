#pragma once

#include "flight/flight.h"
#include "reading_source.h"
#include "table/telemetry_table.h"

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
    std::vector<Issue> check(const Frame& frame, const TelemetryRecord& record) override;

private:
    TelemetryTable m_table;
    bool m_said = false;
    bool m_saidHeights = false;
    double m_recordingSeconds = 0;
};

/** What had to be done to a table before it could be used, one issue each. */
std::vector<Issue> repairIssues(const TableRepairs& repairs);

}  // namespace sheen
