#pragma once

#include <optional>

namespace sheen {

/** Between frames of a recording that does not tell its rate. */
inline constexpr double assumedPeriodSeconds = 1.0 / 25;

/**
 * Time in the recording from the presentation times of its pictures: counted from the first picture, rising
 * from picture to picture. Where a presentation time is missing or runs backwards the rate fills in. A jump
 * is believed when the picture after it bears it out: forwards it is a gap in the recording; backwards
 * another recording was joined on, and the time goes on from there.
 */
class RecordingClock
{
public:
    explicit RecordingClock(double framesPerSecond);

    /** The time of the next picture, from its presentation time on the container's clock. */
    double advance(std::optional<double> containerSeconds);

    /** Some other moment of the container's clock; NaN before the first picture with a time. */
    double at(double containerSeconds) const;

private:
    double m_periodSeconds;
    std::optional<double> m_origin;   //!< the container's clock at time 0
    std::optional<double> m_suspect;  //!< the container's time of a picture before, when it jumped
    double m_lastSeconds = 0;
    bool m_started = false;
};

}  // namespace sheen
