// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <optional>

#include "data/entered_facts.h"
#include "data/frame_record.h"
#include "klv/klv_packet.h"

namespace sheen {

/**
 * Tells as MISB ST 0601 what is held true of a frame; nothing where it has no place. Heights are above the
 * sea of the frame, as those of its pose. Azimuth, elevation and roll are those of the picture as it was
 * placed, calibration included, against a level platform: its pitch and roll are not known and not sent.
 * Without a heading there is no azimuth either. What lies at or above the horizon has no frame centre, no
 * corner.
 */
std::optional<KlvPacket> klvPacketOf(const FrameRecord& record, const EnteredFacts& entered);

}  // namespace sheen
