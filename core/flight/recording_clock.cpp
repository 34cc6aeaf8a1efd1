#include "recording_clock.h"

#include <algorithm>
#include <limits>

namespace sheen {

namespace {
constexpr double stepBackSeconds = 1.0;  //!< backwards by more than this is a jump
constexpr double gapSeconds = 10.0;      //!< forwards likewise
}  // namespace

RecordingClock::RecordingClock(double framesPerSecond)
    : m_periodSeconds(framesPerSecond > 0 ? 1 / framesPerSecond : assumedPeriodSeconds)
{}

double RecordingClock::advance(std::optional<double> containerSeconds)
{
    const double next = m_started ? m_lastSeconds + m_periodSeconds : 0;
    double time = next;
    if (containerSeconds) {
        if (!m_origin)
            m_origin = *containerSeconds - next;
        const double told = *containerSeconds - *m_origin;
        const double largestGap = std::max(gapSeconds, 10 * m_periodSeconds);
        const bool isJump =
            m_started && (told < m_lastSeconds - stepBackSeconds || told > m_lastSeconds + largestGap);
        const bool isBorneOut = m_suspect && *containerSeconds > *m_suspect;
        if (isJump && isBorneOut && told < m_lastSeconds)
            m_origin = *containerSeconds - next;
        else if (!m_started || (told > m_lastSeconds && (!isJump || isBorneOut)))
            time = told;
        m_suspect = isJump ? containerSeconds : std::nullopt;
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
