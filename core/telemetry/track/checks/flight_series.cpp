#include "checks/flight_series.h"

#include <algorithm>
#include <cmath>
#include <optional>

#include "base/median.h"
#include "field_limits.h"
#include "flight_check.h"
#include "geo/angles.h"
#include "geo/geodesy.h"
#include "grammar/overlay_grammar.h"

namespace sheen {

namespace {

using F = OverlayField;

constexpr double longestStepBack = 1;       // s; a recording's times may be a little out of order
constexpr std::size_t settledReadings = 5;  // that agree on each side of a jump between recordings
constexpr double fastestFlown = 350;        // m/s
constexpr double clockJumpSeconds = 10;
constexpr double clockToleranceSeconds = 1.6;  // a display of whole seconds and its age
constexpr std::size_t clockWitnesses = 15;     // on each side

double secondsOf(const QDateTime& utc)
{
    return static_cast<double>(utc.toMSecsSinceEpoch()) / 1000;
}

/** A value between, before or after the known ones, as the settings want it. */
double filledValue(const Series& series, const std::vector<std::size_t>& known, std::size_t at, F field,
                   Completion completion)
{
    const auto after = std::lower_bound(known.begin(), known.end(), at);
    if (after == known.begin())
        return series.values[*after];
    const std::size_t before = *std::prev(after);
    if (after == known.end() || completion == Completion::Hold)
        return series.values[before];
    const double gap = series.times[*after] - series.times[before];
    const double share = gap > 0 ? (series.times[at] - series.times[before]) / gap : 0;
    if (field == F::FocalLength || field == F::TargetElevation)
        return series.values[share < 0.5 ? before : *after];
    return series.values[before] + share * (series.values[*after] - series.values[before]);
}

/** What the field is in each record, where from, and what was doubted. */
void completeField(std::vector<TelemetryRecord>& records, const CheckedFlight& flight, F field,
                   Completion completion)
{
    const Series& own = flight.series[indexOf(field)];
    std::vector<std::size_t> known;
    for (std::size_t i = 0; i < records.size(); ++i) {
        if (flight.isGood(field, i))
            known.push_back(i);
    }
    for (std::size_t i = 0; i < records.size(); ++i) {
        auto& value = records[i].values[indexOf(field)];
        Quality& quality = records[i].qualities[indexOf(field)];
        const Doubt doubt = flight.doubts[indexOf(field)][i];
        records[i].doubts[indexOf(field)] = doubt;
        if (flight.isGood(field, i)) {
            value = *flight.readings[i][field].value;
            quality = flight.isSet(field, i) ? Quality::Set : flight.readings[i].source;
            continue;
        }
        if (known.empty())
            continue;
        quality = doubt != Doubt::None ? Quality::Rejected : Quality::Interpolated;
        double filled = filledValue(own, known, i, field, completion);
        if (field == F::PlatformHeading || field == F::TargetBearing)
            filled = wrappedTurn(filled);
        if (field == F::PlatformLongitude || field == F::TargetLongitude)
            filled = longitudeNear(filled, 0);
        value = filled;
    }
}

QDateTime utcOf(const TelemetryReading& reading, const TrackSettings& settings)
{
    QDateTime utc = reading.utc;
    const bool isLocal = reading.source == Quality::Read || !reading[F::Date].text.isEmpty();
    if (settings.clockZoneHours && isLocal)
        utc = overlayUtc(reading[F::Date].text, reading[F::Time].text, settings.clockZoneHours);
    return utc.isValid() ? utc.addMSecs(std::llround(settings.clockShiftSeconds * 1000)) : utc;
}

/** Doubts of date, time and zone that do not depend on other frames. */
void doubtClockTexts(std::vector<TelemetryRecord>& records, const CheckedFlight& flight)
{
    for (std::size_t i = 0; i < records.size(); ++i) {
        for (const F field : {F::Date, F::Time, F::Zone}) {
            const FieldReading& seen = flight.readings[i][field];
            Doubt& doubt = records[i].doubts[indexOf(field)];
            if (flight.corrections[indexOf(field)][i] != CorrectionKind::None)
                doubt = Doubt::Analyst;
            else if (!seen.text.isEmpty() && !readByGrammar(field, seen.text))
                doubt = Doubt::Unreadable;
        }
    }
}

/** Whether a clock shows one instant over a time in which it should have counted on. */
bool standsStill(const std::vector<double>& instants, const std::vector<double>& times)
{
    constexpr double longEnough = 4;  // s
    return times.size() > 2 && times.back() - times.front() > longEnough &&
           std::all_of(instants.begin(), instants.end(), [&](double t) { return t == instants.front(); });
}

/**
 * The clock counts with the recording: each instant is compared with those around it, less the recording's
 * time; ones that do not fit are replaced, missing ones filled in. A clock that stands still is right once.
 */
void completeClock(std::vector<TelemetryRecord>& records, const CheckedFlight& flight,
                   const TrackSettings& settings)
{
    doubtClockTexts(records, flight);
    std::vector<std::size_t> known;
    std::vector<double> instants, times;
    for (std::size_t i = 0; i < records.size(); ++i) {
        records[i].utc = utcOf(flight.readings[i], settings);
        if (!records[i].utc.isValid())
            continue;
        known.push_back(i);
        instants.push_back(secondsOf(records[i].utc));
        times.push_back(flight.times[i]);
    }
    if (known.empty())
        return;
    const bool still = standsStill(instants, times);
    for (std::size_t i = 0; i < records.size(); ++i) {
        const auto next =
            static_cast<std::size_t>(std::lower_bound(known.begin(), known.end(), i) - known.begin());
        const std::size_t from = next > clockWitnesses ? next - clockWitnesses : 0;
        const std::size_t to = std::min(known.size(), next + clockWitnesses + 1);
        std::vector<double> starts;  // the clock at the flight's time 0
        for (std::size_t k = from; k < to; ++k)
            starts.push_back(instants[k] - times[k]);
        const double start = still ? instants.front() - times.front() : median(starts);
        const double expected = start + flight.times[i];
        TelemetryRecord& record = records[i];
        const bool set = flight.isSet(F::Date, i) || flight.isSet(F::Time, i) || flight.isSet(F::Zone, i);
        if (record.utc.isValid() &&
            (set || std::abs(secondsOf(record.utc) - expected) <= clockToleranceSeconds))
            continue;
        if (record.utc.isValid() && record.doubts[indexOf(F::Time)] == Doubt::None)
            record.doubts[indexOf(F::Time)] = Doubt::Clock;
        record.utc = QDateTime::fromMSecsSinceEpoch(std::llround(1000 * expected)).toUTC();
    }
}

/** The sensor of the nearest frame that shows one; a single different one among equals is a misreading. */
void completeSensor(std::vector<TelemetryRecord>& records, const CheckedFlight& flight)
{
    const std::size_t at = indexOf(F::Sensor);
    std::vector<std::size_t> known;
    for (std::size_t i = 0; i < records.size(); ++i) {
        const FieldReading& seen = flight.readings[i][F::Sensor];
        const CorrectionKind correction = flight.corrections[at][i];
        if (correction != CorrectionKind::None)
            records[i].doubts[at] = Doubt::Analyst;
        else if (!seen.text.isEmpty() && seen.confidence <= 0)
            records[i].doubts[at] = Doubt::Unreadable;
        if (correction == CorrectionKind::Set ||
            (flight.readings[i].source != Quality::None && !seen.text.isEmpty() && seen.confidence > 0))
            known.push_back(i);
    }
    auto text = [&](std::size_t place) { return flight.readings[known[place]][F::Sensor].text; };
    std::vector<bool> brief(known.size(), false);
    for (std::size_t i = 1; i + 1 < known.size(); ++i) {
        brief[i] = text(i) != text(i - 1) && text(i - 1) == text(i + 1) && !flight.isSet(F::Sensor, known[i]);
    }
    for (std::size_t i = 0; i < records.size() && !known.empty(); ++i) {
        const auto after = std::lower_bound(known.begin(), known.end(), i);
        auto place = static_cast<std::size_t>(after - known.begin());
        const bool own = after != known.end() && *after == i;
        if (own && brief[place]) {
            records[i].doubts[at] = Doubt::Brief;
            --place;
        } else if (!own && (after == known.end() || (place > 0 && i - known[place - 1] <= *after - i))) {
            --place;
        }
        if (own && flight.isSet(F::Sensor, i))
            records[i].qualities[at] = Quality::Set;
        else if (records[i].doubts[at] != Doubt::None)
            records[i].qualities[at] = Quality::Rejected;
        else
            records[i].qualities[at] = own ? flight.readings[i].source : Quality::Interpolated;
        records[i].sensor = text(place);
    }
}

/** Seconds of the clock for one second of the recording's time; nothing where that cannot be told. */
std::optional<double> clockRate(const std::vector<TelemetryReading>& readings)
{
    std::vector<double> recordingTimes, clockTimes;
    for (const TelemetryReading& reading : readings) {
        if (reading.utc.isValid()) {
            recordingTimes.push_back(reading.timeSeconds);
            clockTimes.push_back(secondsOf(reading.utc));
        }
    }
    if (recordingTimes.size() < 4)
        return std::nullopt;
    // Over spans so long that whole seconds do not matter, yet most of them within one recording.
    std::vector<double> rates;
    const std::size_t quarter = std::max<std::size_t>(2, recordingTimes.size() / 4);
    for (std::size_t i = 0; i + quarter < recordingTimes.size(); ++i) {
        const double span = recordingTimes[i + quarter] - recordingTimes[i];
        if (span > 0)
            rates.push_back((clockTimes[i + quarter] - clockTimes[i]) / span);
    }
    const double span = recordingTimes.back() - recordingTimes.front();
    if (rates.empty() || span <= 0)
        return std::nullopt;
    const double rate = median(rates);
    const double doubt = 4 / span;
    return rate > 0 && std::abs(rate - 1) > std::max(0.1, doubt) ? std::optional(rate) : std::nullopt;
}

/** For frames that all have one time: the clock's, or without one a second each. */
std::vector<double> timesWithoutRecording(const std::vector<TelemetryReading>& readings)
{
    std::vector<double> times;
    std::optional<double> first;
    double latest = 0;
    for (const TelemetryReading& reading : readings) {
        if (reading.utc.isValid()) {
            if (!first)
                first = secondsOf(reading.utc);
            latest = std::max(latest, secondsOf(reading.utc) - *first);
        }
        times.push_back(latest);
    }
    if (latest == 0) {
        for (std::size_t i = 0; i < times.size(); ++i)
            times[i] = static_cast<double>(i);
    }
    return times;
}

/** Finds where a quantity leaps for good. */
class JumpFinder
{
public:
    JumpFinder(std::vector<double> jumpTimes, std::vector<double> jumpValues)
        : times(std::move(jumpTimes)), values(std::move(jumpValues))
    {}

    /** Whether values leap between at - 1 and at by more than `fastest` a second and stay on their sides. */
    bool leaps(std::size_t at, double fastest, double slack) const
    {
        const auto possible = [&](std::size_t a, std::size_t b) {
            return std::abs(values[b] - values[a]) <= fastest * std::abs(times[b] - times[a]) + slack;
        };
        if (possible(at - 1, at))
            return false;
        const std::size_t from = at > settledReadings ? at - settledReadings : 0;
        const std::size_t to = std::min(values.size(), at + settledReadings);
        int unsettled = 0;
        for (std::size_t i = from + 1; i < to; ++i)
            unsettled += i != at && !possible(i - 1, i);
        // A misreading or two beside the jump may be; what comes back is one itself.
        for (std::size_t i = at; i < to; ++i) {
            for (std::size_t j = from; j < at; ++j) {
                if (possible(j, i))
                    return false;
            }
        }
        return unsettled <= 1 && at - from >= 3 && to - at >= 3;
    }

private:
    std::vector<double> times, values;
};

}  // namespace

std::vector<double> flightTimes(const std::vector<TelemetryReading>& readings)
{
    std::vector<double> times;
    for (const TelemetryReading& reading : readings)
        times.push_back(reading.timeSeconds);
    if (times.size() > 1 &&
        std::all_of(times.begin(), times.end(), [&](double time) { return time == times.front(); }))
        return timesWithoutRecording(readings);
    if (const auto rate = clockRate(readings)) {
        for (double& time : times)
            time *= *rate;
    }
    for (std::size_t i = 1; i < times.size(); ++i) {
        if (times[i] < times[i - 1] && times[i - 1] - times[i] <= longestStepBack)
            times[i] = times[i - 1];
    }
    return times;
}

std::vector<std::size_t> recordingStarts(const std::vector<TelemetryReading>& readings,
                                         const std::vector<double>& times)
{
    std::vector<std::size_t> starts = {0};
    std::vector<std::size_t> members;  // readings that tell position
    std::vector<double> memberTimes, latitudes, longitudes, clocks;
    double clock = 0;
    for (std::size_t i = 0; i < readings.size(); ++i) {
        if (!readings[i][F::PlatformLatitude].value || !readings[i][F::PlatformLongitude].value)
            continue;
        const double latitude = *readings[i][F::PlatformLatitude].value;
        const double longitude = *readings[i][F::PlatformLongitude].value;
        members.push_back(i);
        memberTimes.push_back(times[i]);
        latitudes.push_back(latitude * metresPerDegree);
        const double near = longitudes.empty() ? longitude : longitudeNear(longitude, longitudes.back());
        longitudes.push_back(near);
        if (readings[i].utc.isValid())
            clock = secondsOf(readings[i].utc) - times[i];
        clocks.push_back(clock);
    }
    const double cosine =
        latitudes.empty()
            ? 1
            : std::max(0.01, std::cos(latitudes[latitudes.size() / 2] / metresPerDegree * radiansPerDegree));
    for (double& longitude : longitudes)
        longitude *= metresPerDegree * cosine;
    const JumpFinder north(memberTimes, latitudes), east(memberTimes, longitudes), time(memberTimes, clocks);
    std::size_t member = 0;
    for (std::size_t i = 1; i < readings.size(); ++i) {
        while (member < members.size() && members[member] < i)
            ++member;
        bool starting = times[i] < times[i - 1] || readings[i].startsRecording;
        if (member > 0 && member < members.size() && members[member] == i) {
            const int leaping = int(north.leaps(member, fastestFlown, 200)) +
                                int(east.leaps(member, fastestFlown, 200)) +
                                int(time.leaps(member, 0, clockJumpSeconds));
            starting = starting || leaping >= 2;
        }
        if (starting)
            starts.push_back(i);
    }
    return starts;
}

std::vector<TelemetryRecord> completeRecords(const std::vector<TelemetryReading>& readings,
                                             const std::vector<double>& times, const TrackSettings& settings)
{
    std::vector<TelemetryRecord> records(readings.size());
    for (std::size_t i = 0; i < readings.size(); ++i)
        records[i].reading = readings[i];
    const CheckedFlight flight = checkFlight(readings, times, settings);
    for (std::size_t i = 0; i < overlayFieldCount; ++i) {
        if (isNumeric(static_cast<F>(i)))
            completeField(records, flight, static_cast<F>(i), settings.completion);
    }
    completeClock(records, flight, settings);
    completeSensor(records, flight);
    return records;
}

}  // namespace sheen
