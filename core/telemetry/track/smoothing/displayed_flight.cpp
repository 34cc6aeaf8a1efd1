#include "smoothing/displayed_flight.h"

#include <algorithm>
#include <cmath>

#include "grammar/overlay_grammar.h"

namespace sheen {

namespace {

using F = OverlayField;

double stepOf(const std::vector<TelemetryRecord>& records, F field)
{
    for (const TelemetryRecord& record : records) {
        if (!isMeasured(record, field))
            continue;
        if (const double found = overlayStep(field, record.reading[field].text); found > 0)
            return found;
    }
    return 0;
}

}  // namespace

bool isMeasured(const TelemetryRecord& record, OverlayField field)
{
    const Quality quality = record.qualities[indexOf(field)];
    return quality == Quality::Read || quality == Quality::Klv || quality == Quality::Set;
}

DisplayedFlight::DisplayedFlight(const std::vector<TelemetryRecord>& records,
                                 const std::vector<double>& times, const TrackSettings& settings)
    : m_records(records), m_times(times), m_settings(settings)
{
    for (std::size_t i = 0; i < overlayFieldCount; ++i)
        m_steps[i] = stepOf(records, static_cast<F>(i));
    if (std::any_of(records.begin(), records.end(),
                    [](const TelemetryRecord& record) { return record.reading.source == Quality::Read; }))
        m_period = settings.displayPeriodSeconds;
}

bool DisplayedFlight::isUsed(std::size_t at, OverlayField field) const
{
    return isSmoothing() ? isMeasured(m_records[at], field)
                         : m_records[at].values[indexOf(field)].has_value();
}

bool DisplayedFlight::areUsed(std::size_t at, std::initializer_list<OverlayField> fields) const
{
    return std::all_of(fields.begin(), fields.end(), [&](F field) { return isUsed(at, field); });
}

bool DisplayedFlight::areMeasured(std::size_t at, std::initializer_list<OverlayField> fields) const
{
    return std::all_of(fields.begin(), fields.end(),
                       [&](F field) { return isMeasured(m_records[at], field); });
}

double DisplayedFlight::value(std::size_t at, OverlayField field) const
{
    return *m_records[at].values[indexOf(field)];
}

std::vector<bool> DisplayedFlight::changes() const
{
    std::vector<bool> changed(size(), true);
    for (std::size_t i = 1; i < size(); ++i) {
        changed[i] = false;
        for (std::size_t index = 0; index < overlayFieldCount; ++index) {
            const auto field = static_cast<F>(index);
            if (field != F::Time && isMeasured(m_records[i], field) && isMeasured(m_records[i - 1], field) &&
                m_records[i].values[index] != m_records[i - 1].values[index])
                changed[i] = true;
        }
    }
    return changed;
}

std::vector<std::vector<SmoothedValue>> DisplayedFlight::overTime(
    const std::vector<Samples>& axes, const MotionBounds& bounds,
    const std::vector<Rounding>& roundings) const
{
    return isSmoothing() ? smoothedCourses(axes, m_times, bounds, roundings)
                         : displayedCourses(axes, m_times, bounds, roundings, m_period);
}

}  // namespace sheen
