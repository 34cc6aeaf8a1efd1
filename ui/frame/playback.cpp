#include "playback.h"

#include <algorithm>

#include "ui/frame/timeline.h"

namespace sheen {

namespace {

constexpr int tickMilliseconds = 30;
constexpr double longestWaitSeconds = 3;  //!< for a frame that does not come

}  // namespace

Playback::Playback(Timeline* timeline) : QObject(timeline), m_timeline(timeline)
{
    m_timer.setInterval(tickMilliseconds);
    connect(&m_timer, &QTimer::timeout, this, &Playback::advance);
}

void Playback::setSpeed(int times)
{
    m_speed = std::clamp(times, 1, 16);
}

void Playback::play()
{
    if (isPlaying() || m_timeline->isEmpty())
        return;
    const Timeline::Range span = m_timeline->span();
    m_seconds =
        m_timeline->currentFrame() < 0 ? span.first : m_timeline->secondsOf(m_timeline->currentFrame());
    if (m_seconds >= span.second)
        m_seconds = span.first;  // from the end: once more
    m_wanted = -1;
    m_clock.start();
    m_timer.start();
    Q_EMIT playingChanged(true);
}

void Playback::pause()
{
    if (!isPlaying())
        return;
    m_timer.stop();
    Q_EMIT playingChanged(false);
}

void Playback::arrived(int frame)
{
    if (frame == m_wanted)
        m_wanted = -1;
}

void Playback::advance()
{
    const double passed = double(m_clock.elapsed()) / 1000;
    if (m_wanted >= 0 && passed < longestWaitSeconds)
        return;  // what passes meanwhile is made up for with the next one
    m_clock.restart();
    m_seconds += passed * m_speed;
    const Timeline::Range span = m_timeline->span();
    const Timeline::Range part = m_loops ? m_timeline->range().value_or(span) : span;
    if (m_loops && (m_seconds < part.first || m_seconds > part.second))
        m_seconds = part.first;
    const bool over = m_seconds >= span.second && !m_loops;
    const int frame = m_timeline->frameAt(std::min(m_seconds, span.second));
    if (frame != m_timeline->currentFrame()) {
        m_wanted = frame;
        Q_EMIT wanted(frame);
    }
    if (over)
        pause();
}

}  // namespace sheen
