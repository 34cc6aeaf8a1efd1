#include "table_source.h"

#include <utility>

namespace sheen {

TableSource::TableSource(const QString& path, const FlightInfo& flight, const TableSettings& settings)
    : m_table(TelemetryTable::load(path, settings))
{
    // A container's time may be that of its end, or in a zone that it does not say: only pictures are
    // believed.
    if (flight.kind == FlightInfo::Kind::Folder)
        m_table.setRecordingStart(flight.recordedAt);
}

TelemetryReading TableSource::read(const Frame& frame)
{
    return m_table.at(frame.index, frame.timeSeconds, frame.picture.size()).value_or(TelemetryReading());
}

bool TableSource::covers(const Frame& frame) const
{
    return m_table.covers(frame.index, frame.timeSeconds);
}

std::vector<Issue> TableSource::check(const Frame&, const TelemetryRecord&)
{
    std::vector<Issue> found;
    if (std::exchange(m_said, true))
        return found;
    if (m_table.assumesStraightDown())
        found.push_back({IssueKind::AssumedStraightDown, {}});
    if (m_table.assumesTakeOffAtSea())
        found.push_back({IssueKind::AssumedTakeOffAtSea, {}});
    return found;
}

}  // namespace sheen
