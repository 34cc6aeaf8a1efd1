#pragma once

#include <map>
#include <vector>

#include "data/telemetry.h"
#include "written_values.h"

namespace sheen {

/** Which written value is which field, and what bears it out. */
struct ValueRoles
{
    std::map<OverlayField, std::size_t> fields;  //!< of the values, by their index; a grid reference has a
                                                 //!< latitude alone
    bool positionMoves = false;                  //!< as aircraft do
    bool directionFits = false;  //!< the course, or the way from aircraft to target, or its label alone where
                                 //!< nothing speaks against it
    bool heightFits = false;     //!< its label, or range and positions, or nothing else could be it

    bool has(OverlayField field) const { return fields.count(field) > 0; }
};

/**
 * Tells values apart by their labels and by what they are like over the frames: aircraft fly on steadily,
 * headings follow their course, bearings and ranges lead to the target, clocks count with the recording. What
 * may be two things is none.
 *
 * @param times of the frames that the values are from, seconds
 */
ValueRoles rolesOf(const std::vector<WrittenValue>& values, const std::vector<double>& times);

}  // namespace sheen
