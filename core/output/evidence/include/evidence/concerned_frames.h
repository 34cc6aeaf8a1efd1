// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>
#include <vector>

#include "base/cancel.h"
#include "data/frame_record.h"
#include "data/slick.h"

namespace sheen {

class Flight;

/**
 * Writes the frames that findings rest on into a folder, without any change: first, best and last of each
 * accepted slick, and the best of each other one. Files of a folder of pictures are copied byte for byte; of
 * a video, frames are written as decoded, without loss (PNG). "frames.csv" says which is which: file, frame,
 * time, UTC, name in the recording. Returns how many could not be read again. Throws Error where the folder
 * cannot be written, Error(Cancelled) soon after `cancel`.
 */
int writeConcernedFrames(const std::vector<FrameRecord>& frames, const std::vector<Slick>& slicks,
                         const Flight& flight, const QString& folder, const Cancel* cancel = nullptr);

}  // namespace sheen
