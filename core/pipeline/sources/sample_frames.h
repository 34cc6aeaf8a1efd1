#pragma once

#include <vector>

#include "base/cancel.h"
#include "flight/flight.h"

namespace sheen {

/**
 * `count` frames spread evenly over what was selected of a flight, each in the middle of its share, for a
 * first look at it. Fewer where the flight is shorter or frames cannot be decoded.
 */
std::vector<Frame> sampleFrames(const Flight& flight, const FrameSelection& selection, int count,
                                const Cancel& cancel);

/** The same, but `each` frames, so many seconds apart, from the beginning of each share on. */
std::vector<Frame> burstsOfFrames(const Flight& flight, const FrameSelection& selection, int bursts, int each,
                                  double secondsApart, const Cancel& cancel);

}  // namespace sheen
