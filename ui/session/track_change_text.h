#pragma once

#include <QString>
#include <vector>

#include "data/frame_record.h"
#include "placing/placing_again.h"

namespace sheen {

/**
 * What was changed, for the history: "Sea level 0 m → 2.5 m; Aircraft heading in frame 12: 306.0° → 312.0°".
 * `frames`: as they were before, by number, for the values that were held true then.
 */
QString trackChangeText(const PlacingSettings& from, const PlacingSettings& to,
                        const std::vector<FrameRecord>& frames);

}  // namespace sheen
