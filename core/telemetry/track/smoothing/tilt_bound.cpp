#include "tilt_bound.h"

#include <algorithm>
#include <cmath>

namespace sheen {

void TiltBound::add(double aircraftMetres, double offMetres)
{
    if (m_count > 0)
        m_flown += std::min(std::abs(aircraftMetres - m_last), m_step);
    m_last = aircraftMetres;
    ++m_count;
    m_sum += offMetres;
    m_squares += offMetres * offMetres;
}

double TiltBound::independentFrames() const
{
    return std::max(1.0, std::min(double(m_count), m_step > 0 ? m_flown / m_step : 1.0));
}

double TiltBound::variance() const
{
    if (m_count == 0)
        return std::numeric_limits<double>::infinity();
    const double counting = independentFrames();
    const double mean = std::abs(m_sum / m_count);
    // Rounding alone makes the differences scatter so; what is beyond it is a turret that moves.
    const double rounding = mean < m_step ? mean * (m_step - mean) : m_step * m_step / 6;
    const double moving = std::max(0.0, m_squares / m_count - mean * mean - rounding);
    // The pose looks straight down all the same: what the mean says is its error too.
    return mean * mean + moving + rounding / counting + std::pow(1.5 * m_step / counting, 2);
}

}  // namespace sheen
