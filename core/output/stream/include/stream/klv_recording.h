// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>
#include <QStringList>
#include <functional>
#include <vector>

#include "base/cancel.h"
#include "base/part_folder.h"
#include "data/entered_facts.h"
#include "data/frame_record.h"
#include "flight/flight.h"

namespace sheen {

/** "FLIGHT_klv.ts"; what is no name of a file in the flight's name is replaced. */
QString klvRecordingName(const QString& flightName);

/**
 * Writes a recording again with what was read and smoothed of its telemetry as MISB ST 0601 beside it: the
 * pictures as they are coded, a set at the time of each frame that has a place. Returns sentences on what is
 * missing, or why there is no file (a folder of pictures, a coding that no transport stream holds, no frame
 * with a place). Cancelled: writes nothing. Throws Error where the folder cannot be written.
 */
QStringList writeKlvRecording(const std::vector<FrameRecord>& frames, const EnteredFacts& entered,
                              const Flight& flight, const QString& flightName, const PartFolder& parts,
                              const std::function<void(double)>& listener = {},
                              const Cancel* cancel = nullptr);

}  // namespace sheen
