// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>
#include <vector>

#include "base/part_folder.h"
#include "data/frame_record.h"

namespace sheen {

/**
 * track.gpx: where the aircraft flew, as one track of the frames that have a pose, with times and heights
 * above the sea; a new segment where another recording was joined on. Valid and empty where none has one.
 * Throws Error.
 */
void writeTrackGpx(const std::vector<FrameRecord>& frames, const QString& name, const PartFolder& parts);

}  // namespace sheen
