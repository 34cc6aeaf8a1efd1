#pragma once

#include <array>
#include <initializer_list>
#include <vector>

#include "data/telemetry.h"
#include "data/track_settings.h"
#include "smoothing/courses.h"

namespace sheen {

/** Whether a value was read, given or set in its frame, and not filled in. */
bool isMeasured(const TelemetryRecord& record, OverlayField field);

/** One recording's values as they were displayed, and how the settings want their gaps and noise treated. */
class DisplayedFlight
{
public:
    /** Refers to all three; @param times of the records, seconds, ascending */
    DisplayedFlight(const std::vector<TelemetryRecord>& records, const std::vector<double>& times,
                    const TrackSettings& settings);

    std::size_t size() const { return m_records.size(); }
    const TelemetryRecord& record(std::size_t at) const { return m_records[at]; }
    const std::vector<double>& times() const { return m_times; }
    bool isSmoothing() const { return m_settings.completion == Completion::Smooth; }

    /** Between refreshes of the display, seconds; 0 where nothing was displayed. */
    double period() const { return m_period; }

    /** Of the display of a field, in its value's unit; 0 where not known. */
    double step(OverlayField field) const { return m_steps[indexOf(field)]; }
    const std::array<double, overlayFieldCount>& steps() const { return m_steps; }

    /** Filled values serve where nothing is smoothed; a smoother bridges gaps better by itself. */
    bool isUsed(std::size_t at, OverlayField field) const;
    bool areUsed(std::size_t at, std::initializer_list<OverlayField> fields) const;
    bool areMeasured(std::size_t at, std::initializer_list<OverlayField> fields) const;
    /** Of a field that is used. */
    double value(std::size_t at, OverlayField field) const;

    /** For each frame whether any displayed value differs from the frame before. */
    std::vector<bool> changes() const;

    /** Smoothed, or as displayed and filled in (courses.h), as the settings say. */
    std::vector<std::vector<SmoothedValue>> overTime(const std::vector<Samples>& axes,
                                                     const MotionBounds& bounds,
                                                     const std::vector<Rounding>& roundings) const;

private:
    const std::vector<TelemetryRecord>& m_records;
    const std::vector<double>& m_times;
    const TrackSettings& m_settings;
    std::array<double, overlayFieldCount> m_steps{};
    double m_period = 0;
};

}  // namespace sheen
