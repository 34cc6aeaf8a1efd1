#pragma once

#include "flight_truth.h"

namespace acceptance {

/**
 * Square metres of the slicks that Sheen's geometry makes of perfect detections: the true outlines are drawn
 * into each frame's mask with its true pose, outlined, carried to the sea and merged, as a run does. What is
 * lost or won is lost or won by outlines, places and merging alone. Throws std::runtime_error where files
 * are missing.
 */
double mergedAreaOfTrueMasks(const FlightTruth& flight, const std::vector<int>& frames);

}  // namespace acceptance
