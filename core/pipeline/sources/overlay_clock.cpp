#include "overlay_clock.h"

#include <algorithm>

namespace sheen {

namespace {

constexpr OverlayField clockFields[] = {OverlayField::Date, OverlayField::Time, OverlayField::Zone,
                                        OverlayField::Sensor};

/** Of a reading only what tells time and sensor: the place comes from elsewhere. */
TelemetryReading clockOf(const TelemetryReading& seen, const Frame& frame)
{
    TelemetryReading clock;
    clock.frame = frame.index;
    clock.timeSeconds = frame.timeSeconds;
    clock.source = seen.source;
    clock.utc = seen.utc;
    clock.startsRecording = frame.isAfterJoin;
    for (const OverlayField field : clockFields)
        clock[field] = seen[field];
    return clock;
}

void take(const TelemetryRecord& clock, TelemetryRecord& record)
{
    record.utc = clock.utc;
    record.sensor = clock.sensor;
    for (const OverlayField field : clockFields) {
        record.reading[field] = clock.reading[field];
        record.qualities[indexOf(field)] = clock.qualities[indexOf(field)];
        record.doubts[indexOf(field)] = clock.doubts[indexOf(field)];
    }
}

}  // namespace

OverlayClock::OverlayClock(const FlightOverlay& overlay, const TrackSettings& settings)
    : m_overlay(overlay), m_track(settings)
{}

void OverlayClock::addTo(TelemetryRecord& record, const Frame& frame)
{
    m_track.add(clockOf(m_overlay.read(frame), frame));
    take(m_track.live(), record);
}

void OverlayClock::complete(std::vector<TelemetryRecord>& records) const
{
    const std::vector<TelemetryRecord> clock = m_track.finish();
    for (std::size_t i = 0; i < std::min(clock.size(), records.size()); ++i)
        take(clock[i], records[i]);
}

}  // namespace sheen
