#pragma once

#include <vector>

#include "data/frame_record.h"
#include "data/track_settings.h"

namespace sheen {

/** The elevation model of the settings; nothing where they name none. Throws Error(Unreadable). */
std::shared_ptr<const ElevationModel> elevationOf(const TrackSettings& settings);

/** Gives all frames the settings' elevation model; one that cannot be read is none, as trackNotices() says.
 */
void setElevation(std::vector<FrameRecord>& frames, const TrackSettings& settings);

}  // namespace sheen
