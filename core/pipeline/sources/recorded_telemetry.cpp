#include "recorded_telemetry.h"

#include <utility>

namespace sheen {

RecordedTelemetry::RecordedTelemetry(std::unique_ptr<ReadingSource> source, const TrackSettings& settings)
    : m_source(std::move(source)), m_track(settings)
{}

TelemetryRecord RecordedTelemetry::read(const Frame& frame)
{
    TelemetryReading reading = m_source->read(frame);
    reading.frame = frame.index;
    reading.timeSeconds = frame.timeSeconds;
    for (const TelemetryReading& earlier : m_source->takeAmended())
        m_track.amend(earlier);
    reading.startsRecording = frame.isAfterJoin;
    reading.outsideSource = !m_source->covers(frame);
    m_track.add(reading);
    const TelemetryRecord record = m_track.live();
    m_frameIssues = m_source->check(frame, record);
    if (frame.isAfterJoin)
        m_frameIssues.push_back({IssueKind::RecordingJoined, {}});
    return record;
}

std::vector<TelemetryRecord> RecordedTelemetry::finish() const
{
    return m_track.finish();
}

std::vector<Issue> RecordedTelemetry::notices() const
{
    std::vector<Issue> found = m_notices;
    for (const Issue& issue : m_source->notices())
        found.push_back(issue);
    for (const Issue& issue : m_track.notices())
        found.push_back(issue);
    return found;
}

std::vector<Issue> RecordedTelemetry::takeFrameIssues()
{
    return std::exchange(m_frameIssues, {});
}

}  // namespace sheen
