#pragma once

#include <QString>

namespace sheen {

/** Writes a time in the recording as "1:02:03.4", hours only where there are some; below zero as zero. */
QString recordingTime(double seconds);

}  // namespace sheen
