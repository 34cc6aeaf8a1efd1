#pragma once

#include <QDateTime>

namespace sheen {

/**
 * Tells whether an instant can be one of a flight: a clock that was never set stands at the begin of its
 * count (1904, 1970, 1980), or far in the future.
 */
inline bool canBeFlightTime(const QDateTime& time)
{
    constexpr int firstYear = 2000;
    constexpr int yearsAhead = 10;  // this computer's clock may itself be wrong
    const int year = time.date().year();
    return time.isValid() && year >= firstYear && year <= QDate::currentDate().year() + yearsAhead;
}

}  // namespace sheen
