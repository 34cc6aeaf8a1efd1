#include "table_source.h"

#include <utility>

#include "sources/align_table.h"

namespace sheen {

namespace {

/** How a table that is longer than the recording was brought to its time. */
void addAlignment(const TelemetryTable& table, double recordingSeconds, std::vector<Issue>& found)
{
    const TableAlignment& alignment = *table.alignment();
    const double tableLength = roundedTo(alignment.tableSeconds, 0);
    const double recordingLength = roundedTo(recordingSeconds, 0);
    const double start = roundedTo(table.secondsBeforeRecording(), 0);
    switch (alignment.by) {
        case TableAlignment::By::TableBegin:
            found.push_back({IssueKind::TableBeginsWithRecording, {tableLength, recordingLength}});
            break;
        case TableAlignment::By::RecordingColumn:
            found.push_back({IssueKind::TableAlignedByRows, {tableLength, recordingLength, start}});
            break;
        case TableAlignment::By::CreationTime:
            found.push_back({IssueKind::TableAlignedByCreationTime, {tableLength, recordingLength, start}});
            break;
    }
    if (const auto& differs = alignment.creationTimeDiffersSeconds)
        found.push_back({IssueKind::CreationTimeDiffers, {roundedTo(*differs, 0)}});
}

}  // namespace

void align(TelemetryTable& table, const FlightInfo& flight)
{
    // A container's time may be that of its end, or in a zone that it does not say: by itself it is believed
    // of pictures only.
    if (flight.kind == FlightInfo::Kind::Folder)
        table.setRecordingStart(flight.recordedAt);
    else
        table.align(flight.recordedAt, flight.durationSeconds);
}

TableSource::TableSource(const QString& path, const FlightInfo& flight, const TableSettings& settings)
    : TableSource(TelemetryTable::load(path, settings), flight)
{}

TableSource::TableSource(TelemetryTable table, const FlightInfo& flight)
    : m_table(std::move(table)), m_recordingSeconds(flight.durationSeconds)
{
    align(m_table, flight);
}

TelemetryReading TableSource::read(const Frame& frame)
{
    return m_table.at(frame.index, frame.timeSeconds, frame.picture.size()).value_or(TelemetryReading());
}

bool TableSource::covers(const Frame& frame) const
{
    return m_table.covers(frame.index, frame.timeSeconds);
}

std::vector<Issue> TableSource::check(const Frame& frame, const TelemetryRecord&)
{
    std::vector<Issue> found;
    if (m_table.contradictsHeight(frame.index, frame.timeSeconds) && !std::exchange(m_saidHeights, true))
        found.push_back({IssueKind::HeightsContradict, {}});
    if (std::exchange(m_said, true))
        return found;
    for (Issue& issue : repairIssues(m_table.repairs()))
        found.push_back(std::move(issue));
    if (m_table.alignment())
        addAlignment(m_table, m_recordingSeconds, found);
    if (m_table.assumesStraightDown())
        found.push_back({IssueKind::AssumedStraightDown, {}});
    if (m_table.assumesTakeOffAtSea())
        found.push_back({IssueKind::AssumedTakeOffAtSea, {}});
    return found;
}

std::vector<Issue> repairIssues(const TableRepairs& repairs)
{
    std::vector<Issue> issues;
    if (repairs.rowsLeftOut > 0)
        issues.push_back({IssueKind::TableRowsLeftOut, {repairs.rowsLeftOut, repairs.firstFault}});
    if (repairs.cellsLeftOut > 0)
        issues.push_back({IssueKind::TableCellsLeftOut, {repairs.cellsLeftOut, repairs.firstFault}});
    if (repairs.rowsMisplaced > 0)
        issues.push_back({IssueKind::TableRowsSorted, {repairs.rowsMisplaced}});
    if (repairs.rowsRepeated > 0)
        issues.push_back({IssueKind::TableRowsRepeated, {repairs.rowsRepeated}});
    if (repairs.isSpread)
        issues.push_back({IssueKind::TableClockCoarse, {}});
    return issues;
}

}  // namespace sheen
