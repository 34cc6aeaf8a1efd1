#pragma once

#include <QString>
#include <vector>

#include "data/frame_record.h"

namespace sheen::test {

constexpr int wildFrame = 20;        //!< its latitude reads a degree too much
constexpr int firstBlankFrame = 30;  //!< from here on four frames show no overlay

/**
 * A flight of 40 frames as a run leaves it, straight down over the sea and due north: the readings of an
 * overlay, the track they give, and its places.
 */
std::vector<FrameRecord> overlayFlight();

/** Results of that flight, whose recording is not at hand. Returns the workspace's path. */
QString writeOverlayResults(const QString& folder);

}  // namespace sheen::test
