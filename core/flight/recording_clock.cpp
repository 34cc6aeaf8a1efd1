#include "core/flight/recording_clock.h"

#include <limits>

namespace sheen {

namespace {
constexpr double usualPeriodSeconds = 1.0 / 25;
constexpr double jumpSeconds = 1.0;  //!< backwards by more than this is another recording
}  // namespace

RecordingClock::RecordingClock(double framesPerSecond)
    : m_periodSeconds(framesPerSecond > 0 ? 1 / framesPerSecond : usualPeriodSeconds)
{}

double RecordingClock::advance(std::optional<double> containerSeconds)
{
    const double next = m_started ? m_lastSeconds + m_periodSeconds : 0;
    double time = next;
    if (containerSeconds) {
        if (!m_origin)
            m_origin = *containerSeconds - next;
        time = *containerSeconds - *m_origin;
        if (m_started && time <= m_lastSeconds) {
            if (time < m_lastSeconds - jumpSeconds)
                m_origin = *containerSeconds - next;
            time = next;
        }
    }
    m_started = true;
    m_lastSeconds = time;
    return time;
}

double RecordingClock::at(double containerSeconds) const
{
    return m_origin ? containerSeconds - *m_origin : std::numeric_limits<double>::quiet_NaN();
}

}  // namespace sheen
