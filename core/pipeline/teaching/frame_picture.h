#pragma once

#include <opencv2/core.hpp>

#include "data/frame.h"

namespace sheen {

class Flight;

/** A frame of a flight by its number; nothing where it has no such frame. */
std::optional<Frame> frameOf(const Flight& flight, int number);

}  // namespace sheen
