#pragma once

#include <QString>
#include <vector>

#include "data/frame_record.h"

namespace sheen {

/** Writes a line of telemetry for every frame. Throws Error. */
void writeTelemetryCsv(const std::vector<FrameRecord>& frames, const QString& path);

}  // namespace sheen
