#include "core/telemetry/flight_series.h"

#include <algorithm>
#include <array>
#include <cmath>

#include "core/data/geodesy.h"
#include "core/telemetry/corrections.h"
#include "core/telemetry/overlay_grammar.h"
#include "core/telemetry/plausibility.h"

namespace sheen {

namespace {

constexpr double metresPerDegree = 111320;
constexpr double fastestAircraft = 350;      // m/s
constexpr double fastestClimb = 100;         // m/s
constexpr double fastestTurn = 60;           // degrees/s
constexpr double fastestTarget = 5000;       // m/s on the sea: a turret slews quickly
constexpr std::size_t briefestReadings = 2;  // a step seen no longer than this is a misreading

std::size_t indexOf(OverlayField field)
{
    return static_cast<std::size_t>(field);
}

bool isNumeric(OverlayField field)
{
    return field != OverlayField::Date && field != OverlayField::Time && field != OverlayField::Zone &&
           field != OverlayField::Sensor;
}

bool isAngle(OverlayField field)
{
    return field == OverlayField::PlatformLongitude || field == OverlayField::TargetLongitude ||
           field == OverlayField::PlatformHeading || field == OverlayField::TargetBearing;
}

double median(std::vector<double> values)
{
    const auto middle = values.begin() + static_cast<std::ptrdiff_t>(values.size() / 2);
    std::nth_element(values.begin(), middle, values.end());
    return *middle;
}

/** Whether any turret can show such a value; what the grammar does not tell already. */
bool isPossible(OverlayField field, double value)
{
    switch (field) {
        case OverlayField::PlatformLatitude:
        case OverlayField::TargetLatitude:
            return std::abs(value) <= 90;
        case OverlayField::PlatformLongitude:
        case OverlayField::TargetLongitude:
            return std::abs(value) <= 360;
        case OverlayField::PlatformAltitude:
            return value > -500 && value < 25000;
        case OverlayField::TargetElevation:
            return value > -500 && value < 9000;
        case OverlayField::FocalLength:
            return value > 0 && value < 20000;
        case OverlayField::SlantRange:
            return value >= 0 && value < 600e3;  // the horizon from 25 km
        default:
            return std::isfinite(value);
    }
}

Series seriesOf(const std::vector<TelemetryReading>& readings, const std::vector<double>& times,
                OverlayField field)
{
    Series series;
    series.times = times;
    for (const TelemetryReading& reading : readings) {
        series.present.push_back(reading[field].value.has_value());
        series.values.push_back(reading[field].value.value_or(0));
    }
    if (isAngle(field))
        unwrapDegrees(series);
    return series;
}

/** The largest step that a field's display shows in this flight. */
double displayStep(const std::vector<TelemetryReading>& readings, OverlayField field)
{
    for (const TelemetryReading& reading : readings) {
        if (const double step = overlayStep(field, reading[field].text); step > 0)
            return step;
    }
    return 0;
}

/** How a field may change, in its own unit. */
Limits limitsOf(OverlayField field, double step, double period, double latitudeDegrees)
{
    const double metresOfLongitude =
        metresPerDegree * std::max(0.01, std::cos(latitudeDegrees * radiansPerDegree));
    auto limits = [&](double fastest, double acceleration, double unit) {
        const double age = fastest == fastestTarget ? 500 : 100;  // speed that the age of the display hides
        return Limits{fastest / unit, acceleration / unit, 2.5 * step + age * period / unit};
    };
    switch (field) {
        case OverlayField::PlatformLatitude:
            return limits(fastestAircraft, 10, metresPerDegree);
        case OverlayField::PlatformLongitude:
            return limits(fastestAircraft, 10, metresOfLongitude);
        case OverlayField::PlatformAltitude:
            return {fastestClimb, 10, 2.5 * step + 10};
        case OverlayField::PlatformHeading:
            return {fastestTurn, 10, 2.5 * step + 5};
        case OverlayField::TargetLatitude:
            return limits(fastestTarget, 0, metresPerDegree);
        case OverlayField::TargetLongitude:
            return limits(fastestTarget, 0, metresOfLongitude);
        case OverlayField::TargetElevation:
            return {500, 0, 2.5 * step + 100};
        case OverlayField::SlantRange:
            return {fastestTarget, 0, 2.5 * step + 100};
        default:
            return {1e9, 0, 1e9};
    }
}

/** Where a place lies as seen from another, on the sphere's tangent: enough for checks of a kilometre. */
cv::Point2d offsetMetres(double fromLatitude, double fromLongitude, double toLatitude, double toLongitude)
{
    const double north = (toLatitude - fromLatitude) * metresPerDegree;
    const double east = (longitudeNear(toLongitude, fromLongitude) - fromLongitude) * metresPerDegree *
                        std::cos(fromLatitude * radiansPerDegree);
    return {east, north};
}

/** The flight as fields of samples, each with what was rejected. */
class Flight
{
public:
    Flight(CorrectedReadings corrected, const TrackSettings& trackSettings)
        : readings(std::move(corrected.readings)),
          verdicts(std::move(corrected.verdicts)),
          settings(trackSettings),
          times(flightTimes(readings))
    {
        for (std::size_t i = 0; i < overlayFieldCount; ++i) {
            const auto field = static_cast<OverlayField>(i);
            doubts[i].assign(readings.size(), Doubt::None);
            if (!isNumeric(field))
                continue;
            series[i] = seriesOf(readings, times, field);
            doubtUnread(field);
        }
    }

    void rejectImpossible();
    void rejectContradictions();
    void fill(std::vector<TelemetryRecord>& records, OverlayField field) const;
    void completeClock(std::vector<TelemetryRecord>& records) const;
    void completeSensor(std::vector<TelemetryRecord>& records) const;

private:
    bool isSet(OverlayField field, std::size_t at) const
    {
        return verdicts[indexOf(field)][at] == Verdict::Set;
    }
    bool good(OverlayField field, std::size_t at) const
    {
        return series[indexOf(field)].present[at] &&
               (doubts[indexOf(field)][at] == Doubt::None || isSet(field, at));
    }
    double value(OverlayField field, std::size_t at) const { return series[indexOf(field)].values[at]; }
    void doubtUnread(OverlayField field);
    /** The first doubt stays; what the analyst set is not doubted. */
    void reject(OverlayField field, std::size_t at, Doubt doubt)
    {
        if (!isSet(field, at) && doubts[indexOf(field)][at] == Doubt::None)
            doubts[indexOf(field)][at] = doubt;
    }
    void reject(OverlayField field, const std::vector<bool>& members, Doubt doubt)
    {
        for (std::size_t i = 0; i < members.size(); ++i) {
            if (members[i])
                reject(field, i, doubt);
        }
    }
    /** What checks go by: neither what is doubted already nor what stands by the analyst's word. */
    Series checkable(OverlayField field) const;
    QDateTime utcOf(std::size_t at) const;

    std::vector<TelemetryReading> readings;
    std::array<std::vector<Verdict>, overlayFieldCount> verdicts;
    const TrackSettings& settings;
    std::vector<double> times;
    std::array<Series, overlayFieldCount> series;
    std::array<std::vector<Doubt>, overlayFieldCount> doubts;
};

void Flight::doubtUnread(OverlayField field)
{
    for (std::size_t i = 0; i < readings.size(); ++i) {
        Doubt& doubt = doubts[indexOf(field)][i];
        if (verdicts[indexOf(field)][i] != Verdict::None)
            doubt = Doubt::Analyst;
        else if (!readings[i][field].value)
            doubt = readings[i][field].text.isEmpty() ? Doubt::None : Doubt::Unreadable;
        else if (!isPossible(field, *readings[i][field].value))
            doubt = Doubt::Range;
    }
}

Series Flight::checkable(OverlayField field) const
{
    Series own = series[indexOf(field)];
    for (std::size_t i = 0; i < own.present.size(); ++i)
        own.present[i] = own.present[i] && doubts[indexOf(field)][i] == Doubt::None;
    return own;
}

void Flight::rejectImpossible()
{
    std::vector<double> latitudes;
    for (std::size_t i = 0; i < readings.size(); ++i) {
        if (const auto& latitude = readings[i][OverlayField::PlatformLatitude].value)
            latitudes.push_back(*latitude);
    }
    const double latitude = latitudes.empty() ? 0 : median(latitudes);
    for (std::size_t i = 0; i < overlayFieldCount; ++i) {
        const auto field = static_cast<OverlayField>(i);
        if (!isNumeric(field))
            continue;
        const double step = displayStep(readings, field);
        const Limits limits = limitsOf(field, step, settings.displayPeriodSeconds, latitude);
        reject(field, impossibleMembers(checkable(field), limits), Doubt::Motion);
    }
    for (const OverlayField field : {OverlayField::FocalLength, OverlayField::TargetElevation})
        reject(field, briefDeviations(checkable(field), briefestReadings), Doubt::Brief);
}

/**
 * Bearing and range from aircraft to target are displayed as well as both positions: where the range that the
 * positions give is far from the one displayed, one of them is wrong. The one that disagrees with its own
 * neighbours goes; if none does, the target goes, for the aircraft's place moves everything.
 */
void Flight::rejectContradictions()
{
    using F = OverlayField;
    const double rangeStep = displayStep(readings, F::SlantRange);
    auto distance = [&](std::size_t at) {
        return offsetMetres(value(F::PlatformLatitude, at), value(F::PlatformLongitude, at),
                            value(F::TargetLatitude, at), value(F::TargetLongitude, at));
    };
    auto contradicts = [&](std::size_t at) {
        for (const F field : {F::PlatformLatitude, F::PlatformLongitude, F::PlatformAltitude,
                              F::TargetLatitude, F::TargetLongitude, F::SlantRange}) {
            if (!good(field, at))
                return false;
        }
        const cv::Point2d offset = distance(at);
        const double ground = std::hypot(offset.x, offset.y);
        const double slant = std::hypot(ground, value(F::PlatformAltitude, at) - settings.seaLevelMetres);
        return std::abs(slant - value(F::SlantRange, at)) > 1.5 * rangeStep + 100 + 0.03 * slant;
    };
    std::vector<std::size_t> doubtful;
    for (std::size_t i = 0; i < readings.size(); ++i) {
        if (contradicts(i))
            doubtful.push_back(i);
    }
    for (const std::size_t at : doubtful) {
        // Against the nearest frame where all agree: which of target and range has jumped?
        std::size_t agreed = readings.size();
        for (std::size_t away = 1; away < readings.size() && agreed == readings.size(); ++away) {
            for (const std::size_t other : {at - away, at + away}) {
                if (other < readings.size() && good(F::SlantRange, other) && good(F::TargetLatitude, other) &&
                    good(F::TargetLongitude, other) && good(F::PlatformLatitude, other) &&
                    good(F::PlatformLongitude, other) &&
                    !std::binary_search(doubtful.begin(), doubtful.end(), other))
                    agreed = other;
            }
        }
        bool rangeJumped = false;
        if (agreed < readings.size()) {
            const double rangeJump = std::abs(value(F::SlantRange, at) - value(F::SlantRange, agreed));
            const cv::Point2d jump =
                offsetMetres(value(F::TargetLatitude, agreed), value(F::TargetLongitude, agreed),
                             value(F::TargetLatitude, at), value(F::TargetLongitude, at));
            rangeJumped = rangeJump > std::hypot(jump.x, jump.y);
        }
        if (rangeJumped) {
            reject(F::SlantRange, at, Doubt::Contradiction);
        } else {
            reject(F::TargetLatitude, at, Doubt::Contradiction);
            reject(F::TargetLongitude, at, Doubt::Contradiction);
        }
    }
}

/** Between its neighbours in time; steps (focal length) from the nearer one. */
void Flight::fill(std::vector<TelemetryRecord>& records, OverlayField field) const
{
    const Series& own = series[indexOf(field)];
    std::vector<std::size_t> known;
    for (std::size_t i = 0; i < records.size(); ++i) {
        if (good(field, i))
            known.push_back(i);
    }
    for (std::size_t i = 0; i < records.size(); ++i) {
        std::optional<double>& value = records[i].values[indexOf(field)];
        Quality& quality = records[i].qualities[indexOf(field)];
        records[i].doubts[indexOf(field)] = doubts[indexOf(field)][i];
        if (good(field, i)) {
            value = *readings[i][field].value;
            quality = isSet(field, i) ? Quality::Set : readings[i].source;
            continue;
        }
        if (known.empty())
            continue;
        quality = doubts[indexOf(field)][i] != Doubt::None ? Quality::Rejected : Quality::Interpolated;
        const auto after = std::lower_bound(known.begin(), known.end(), i);
        double filled = 0;
        if (after == known.end()) {
            filled = own.values[known.back()];
        } else if (after == known.begin()) {
            filled = own.values[*after];
        } else {
            const std::size_t before = *std::prev(after);
            const double gap = times[*after] - times[before];
            const double share = gap > 0 ? (times[i] - times[before]) / gap : 0;
            if (field == OverlayField::FocalLength || field == OverlayField::TargetElevation)
                filled = own.values[share < 0.5 ? before : *after];
            else
                filled = own.values[before] + share * (own.values[*after] - own.values[before]);
        }
        if (field == OverlayField::PlatformHeading || field == OverlayField::TargetBearing)
            filled -= 360 * std::floor(filled / 360);
        if (field == OverlayField::PlatformLongitude || field == OverlayField::TargetLongitude)
            filled = longitudeNear(filled, 0);
        value = filled;
    }
}

QDateTime Flight::utcOf(std::size_t at) const
{
    using F = OverlayField;
    const TelemetryReading& reading = readings[at];
    QDateTime utc = reading.utc;
    if (settings.clockZoneHours && reading.source == Quality::Read)
        utc = overlayUtc(reading[F::Date].text, reading[F::Time].text, settings.clockZoneHours);
    return utc.isValid() ? utc.addMSecs(std::llround(settings.clockShiftSeconds * 1000)) : utc;
}

/** The clock counts with the recording: instants that do not are replaced, missing ones filled in. */
void Flight::completeClock(std::vector<TelemetryRecord>& records) const
{
    using F = OverlayField;
    std::vector<double> starts;  // ms since the epoch at the flight's time 0
    for (std::size_t i = 0; i < records.size(); ++i) {
        records[i].utc = utcOf(i);
        if (records[i].utc.isValid())
            starts.push_back(static_cast<double>(records[i].utc.toMSecsSinceEpoch()) - 1000 * times[i]);
        for (const F field : {F::Date, F::Time, F::Zone}) {
            const FieldReading& seen = readings[i][field];
            Doubt& doubt = records[i].doubts[indexOf(field)];
            if (verdicts[indexOf(field)][i] != Verdict::None)
                doubt = Doubt::Analyst;
            else if (!seen.text.isEmpty() && !readByGrammar(field, seen.text))
                doubt = Doubt::Unreadable;
        }
    }
    if (starts.empty())
        return;
    const double start = median(starts);
    constexpr double tolerance = 2500;  // ms; a display of whole seconds and its age
    for (std::size_t i = 0; i < records.size(); ++i) {
        TelemetryRecord& record = records[i];
        const double expected = start + 1000 * times[i];
        const bool set = isSet(F::Date, i) || isSet(F::Time, i) || isSet(F::Zone, i);
        const bool counts =
            record.utc.isValid() &&
            (set || std::abs(static_cast<double>(record.utc.toMSecsSinceEpoch()) - expected) <= tolerance);
        if (counts)
            continue;
        if (record.utc.isValid())
            record.doubts[indexOf(F::Time)] = Doubt::Clock;
        record.utc = QDateTime::fromMSecsSinceEpoch(std::llround(expected)).toUTC();
    }
}

/** The sensor of the nearest frame that shows one; a single different one among equals is a misreading. */
void Flight::completeSensor(std::vector<TelemetryRecord>& records) const
{
    const std::size_t at = indexOf(OverlayField::Sensor);
    std::vector<std::size_t> known;
    for (std::size_t i = 0; i < records.size(); ++i) {
        const FieldReading& seen = readings[i][OverlayField::Sensor];
        const Verdict verdict = verdicts[at][i];
        if (verdict != Verdict::None)
            records[i].doubts[at] = Doubt::Analyst;
        else if (!seen.text.isEmpty() && seen.confidence <= 0)
            records[i].doubts[at] = Doubt::Unreadable;
        if (verdict == Verdict::Set ||
            (readings[i].source != Quality::None && !seen.text.isEmpty() && seen.confidence > 0))
            known.push_back(i);
    }
    auto text = [&](std::size_t place) { return readings[known[place]][OverlayField::Sensor].text; };
    std::vector<bool> brief(known.size(), false);
    for (std::size_t i = 1; i + 1 < known.size(); ++i) {
        brief[i] =
            text(i) != text(i - 1) && text(i - 1) == text(i + 1) && !isSet(OverlayField::Sensor, known[i]);
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
        if (own && isSet(OverlayField::Sensor, i))
            records[i].qualities[at] = Quality::Set;
        else if (records[i].doubts[at] != Doubt::None)
            records[i].qualities[at] = Quality::Rejected;
        else
            records[i].qualities[at] = own ? readings[i].source : Quality::Interpolated;
        records[i].sensor = text(place);
    }
}

}  // namespace

std::vector<double> flightTimes(const std::vector<TelemetryReading>& readings)
{
    std::vector<double> times;
    std::vector<double> recordingTimes;
    std::vector<double> clockTimes;
    for (const TelemetryReading& reading : readings) {
        times.push_back(reading.timeSeconds);
        if (reading.utc.isValid()) {
            recordingTimes.push_back(reading.timeSeconds);
            clockTimes.push_back(static_cast<double>(reading.utc.toMSecsSinceEpoch()) / 1000);
        }
    }
    if (recordingTimes.size() < 4)
        return times;
    // The clock's rate over spans of at least half of what there is: whole seconds do not matter then.
    std::vector<double> rates;
    const std::size_t half = recordingTimes.size() / 2;
    for (std::size_t i = 0; i + half < recordingTimes.size(); ++i) {
        const double span = recordingTimes[i + half] - recordingTimes[i];
        if (span > 0)
            rates.push_back((clockTimes[i + half] - clockTimes[i]) / span);
    }
    const double rate = rates.empty() ? 1 : median(rates);
    const double span = recordingTimes.back() - recordingTimes.front();
    // Short spans of a clock with whole seconds say nothing.
    const double doubt = span > 0 ? 4 / span : 1;
    if (rate > 0 && std::abs(rate - 1) > std::max(0.1, doubt)) {
        for (double& time : times)
            time *= rate;
    }
    return times;
}

std::vector<TelemetryRecord> completeRecords(const std::vector<TelemetryReading>& readings,
                                             const TrackSettings& settings)
{
    std::vector<TelemetryRecord> records(readings.size());
    for (std::size_t i = 0; i < readings.size(); ++i)
        records[i].reading = readings[i];
    Flight flight(applyCorrections(readings, settings.corrections), settings);
    flight.rejectImpossible();
    flight.rejectContradictions();
    for (std::size_t i = 0; i < overlayFieldCount; ++i) {
        if (isNumeric(static_cast<OverlayField>(i)))
            flight.fill(records, static_cast<OverlayField>(i));
    }
    flight.completeClock(records);
    flight.completeSensor(records);
    return records;
}

}  // namespace sheen
