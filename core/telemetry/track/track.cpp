#include "track/track.h"

#include <algorithm>
#include <iterator>

#include "checks/flight_series.h"
#include "checks/incomplete_readings.h"
#include "smoothing/instrument_errors.h"
#include "smoothing/overlay_pose.h"
#include "track/sea_level.h"

namespace sheen {

namespace {
/** live() looks back so many readings: enough to tell what is impossible, few enough to cost nothing. */
constexpr std::size_t liveWindow = 40;

/** What is known of a frame that its source does not cover. */
TelemetryRecord withoutPlace(const TelemetryReading& reading)
{
    TelemetryRecord record;
    record.reading = reading;
    return record;
}

bool isCancelled(const Cancel* cancel)
{
    return cancel && cancel->requested();
}

/** Recordings in one folder are flights of their own. Nothing where it was cancelled. */
std::vector<TelemetryRecord> completed(const std::vector<TelemetryReading>& seen,
                                       const TrackSettings& settings, const Cancel* cancel)
{
    const std::vector<double> times = flightTimes(seen);
    const std::vector<TelemetryReading> readings =
        completeTexts(seen, times, usualSeaLevelMetres(seen, settings)).readings;
    std::vector<std::size_t> starts = recordingStarts(readings, times);
    starts.push_back(readings.size());
    std::vector<TelemetryRecord> all;
    for (std::size_t i = 0; i + 1 < starts.size(); ++i) {
        const auto from = static_cast<std::ptrdiff_t>(starts[i]);
        const auto to = static_cast<std::ptrdiff_t>(starts[i + 1]);
        const std::vector<double> ownTimes(times.begin() + from, times.begin() + to);
        const std::vector<TelemetryReading> own(readings.begin() + from, readings.begin() + to);
        TrackSettings checking = settings;
        checking.seaLevelMetres = usualSeaLevelMetres(own, settings);
        std::vector<TelemetryRecord> records = completeRecords(own, ownTimes, checking);
        if (isCancelled(cancel))
            return {};
        setSeaLevels(records, settings);
        addPoses(records, ownTimes, settings);
        if (isCancelled(cancel))
            return {};
        addInstrumentErrors(records);
        if (all.empty())
            all = std::move(records);  // of most flights these are all there are
        else
            std::move(records.begin(), records.end(), std::back_inserter(all));
    }
    for (TelemetryRecord& record : all) {
        record.calibration = settings.calibration;
        if (record.reading.outsideSource)
            record = withoutPlace(record.reading);
    }
    return all;
}

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
    if (found == m_readings.rend())
        return;
    const bool startsRecording = found->startsRecording;
    *found = reading;
    found->startsRecording = startsRecording;
}

TelemetryRecord Track::live() const
{
    if (m_readings.empty())
        return {};
    const std::size_t count = std::min(liveWindow, m_readings.size());
    const std::vector<TelemetryReading> recent(m_readings.end() - static_cast<std::ptrdiff_t>(count),
                                               m_readings.end());
    return completed(recent, m_settings, nullptr).back();
}

std::vector<TelemetryRecord> Track::finish(const Cancel* cancel) const
{
    return completed(m_readings, m_settings, cancel);
}

std::vector<Issue> Track::notices() const
{
    std::vector<Issue> found;
    const double seaLevel = usualSeaLevelMetres(m_readings, m_settings);
    for (const CompletedField& each : completeTexts(m_readings, flightTimes(m_readings), seaLevel).fields)
        found.push_back({IssueKind::OverlayTextCompleted,
                         {overlayFieldName(each.field), each.seen, each.frames, each.taken}});
    return found;
}

}  // namespace sheen
