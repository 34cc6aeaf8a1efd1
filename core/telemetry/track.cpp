#include "core/telemetry/track.h"

#include <algorithm>
#include <cmath>

#include "core/data/geodesy.h"
#include "core/telemetry/flight_series.h"
#include "core/telemetry/instrument_errors.h"
#include "core/telemetry/overlay_pose.h"

namespace sheen {

namespace {
/** live() looks back so many readings: enough to tell what is impossible, few enough to cost nothing. */
constexpr std::size_t liveWindow = 40;
}  // namespace

Track::Track(const TrackSettings& settings) : m_settings(settings)
{}

void Track::add(const TelemetryReading& reading)
{
    m_readings.push_back(reading);
}

void Track::amend(const TelemetryReading& reading)
{
    const auto found = std::find_if(m_readings.rbegin(), m_readings.rend(),
                                    [&](const TelemetryReading& one) { return one.frame == reading.frame; });
    if (found != m_readings.rend())
        *found = reading;
}

TelemetryRecord Track::live() const
{
    if (m_readings.empty())
        return {};
    const std::size_t count = std::min(liveWindow, m_readings.size());
    const std::vector<TelemetryReading> recent(m_readings.end() - static_cast<std::ptrdiff_t>(count),
                                               m_readings.end());
    std::vector<TelemetryRecord> records = completeRecords(recent, m_settings);
    addPoses(records, m_settings);
    addInstrumentErrors(records);
    records.back().calibration = m_settings.calibration;
    return records.back();
}

std::vector<TelemetryRecord> Track::finish() const
{
    std::vector<TelemetryRecord> records = completeRecords(m_readings, m_settings);
    addPoses(records, m_settings);
    addInstrumentErrors(records);
    for (TelemetryRecord& record : records)
        record.calibration = m_settings.calibration;
    return records;
}

double horizontalFovDegrees(double focalLengthMillimetres, const QString& sensor,
                            const TrackSettings& settings)
{
    const auto found = settings.sensorWidthMillimetres.find(sensor);
    const double width = found != settings.sensorWidthMillimetres.end()
                             ? found->second
                             : settings.defaultSensorWidthMillimetres;
    if (focalLengthMillimetres <= 0 || width <= 0)
        return 0;
    return 2 * std::atan(width / (2 * focalLengthMillimetres)) / radiansPerDegree;
}

}  // namespace sheen
