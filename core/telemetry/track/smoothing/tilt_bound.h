#pragma once

#include <limits>

namespace sheen {

/**
 * How far from straight down a turret may look that displays straight down, along one axis of the ground.
 * Aircraft and target round to one number then. A tilt too small for the display would still show: as the
 * aircraft moves on, the two round to different numbers in that share of the frames which the distance is of
 * the step. So the mean of their differences tells the tilt of a steadied turret; and if n of them are all 0,
 * it is below 3 / n of a step with 95 % (the rule of three), 1.5 / n being its standard error. Only as many
 * count as the aircraft has flown steps, for a place that stands still rounds the same way again and again.
 */
class TiltBound
{
public:
    explicit TiltBound(double stepMetres) : m_step(stepMetres) {}

    /** Frames in order. @param off target less aircraft, as displayed */
    void add(double aircraftMetres, double offMetres);

    /** Of the distance of the place looked at from the one beneath, m2; infinite without frames. */
    double variance() const;

    /** How many of the frames were rounded anew, at least 1. */
    double independentFrames() const;

private:
    double m_step;
    double m_last = 0;
    double m_flown = 0;  //!< at most a step from one frame to the next
    int m_count = 0;
    double m_sum = 0;
    double m_squares = 0;
};

}  // namespace sheen
