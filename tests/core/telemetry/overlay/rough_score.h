#pragma once

#include <algorithm>

#include "rough_recording.h"

namespace sheen::test {

/** What became of rough recordings: found, read, and checked over time. */
struct RoughScore
{
    int recordings = 0;
    int recognised = 0;
    int shown = 0;       //!< fields, those of recordings that were not recognised among them
    int shownFound = 0;  //!< fields of recordings that were recognised
    int exact = 0;
    int wrong = 0;  //!< read as something else
    int wrongAfterChecks = 0;
    int placed = 0;  //!< frames
    int frames = 0;
    int framesRead = 0;
    double readMilliseconds = 0;       //!< processor time, of all frames read
    double recogniseMilliseconds = 0;  //!< of all recordings

    void add(const RoughRecording& recording, bool verbose);
    void add(const RoughScore& other);
    double recognisedPercent() const { return 100.0 * recognised / std::max(1, recordings); }
    double exactPercent() const { return 100.0 * exact / std::max(1, shown); }
    double exactOfFoundPercent() const { return 100.0 * exact / std::max(1, shownFound); }
    double wrongPercent() const { return 100.0 * wrong / std::max(1, shown); }
    double placedPercent() const { return 100.0 * placed / std::max(1, frames); }
};

}  // namespace sheen::test
