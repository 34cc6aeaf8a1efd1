#include "core/pipeline/recorded_telemetry.h"

#include <utility>

namespace sheen {

namespace {

TelemetryRecord unplaced(const TelemetryReading& reading)
{
    TelemetryRecord record;
    record.reading = reading;
    return record;
}

}  // namespace

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
    m_track.add(reading);
    TelemetryRecord record = m_track.live();
    if (!m_source->covers(frame)) {
        m_beyond.insert(frame.index);
        record = unplaced(reading);
    }
    m_frameIssues = m_source->check(frame, record);
    return record;
}

std::vector<TelemetryRecord> RecordedTelemetry::finish() const
{
    std::vector<TelemetryRecord> records = m_track.finish();
    for (TelemetryRecord& record : records) {
        if (m_beyond.count(record.reading.frame) > 0)
            record = unplaced(record.reading);
    }
    return records;
}

std::vector<FrameIssue> RecordedTelemetry::takeFrameIssues()
{
    return std::exchange(m_frameIssues, {});
}

}  // namespace sheen
