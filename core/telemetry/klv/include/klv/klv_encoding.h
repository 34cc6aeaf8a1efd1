// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>

#include "klv/klv_packet.h"

namespace sheen {

/**
 * Writes a packet as MISB ST 0601 has it: key, length, the time stamp first where there is one, the items
 * that the packet has, the checksum last. What the packet does not have, or an item's range does not hold, is
 * left out. Corners are written in full (82 to 89) and, where they are near enough, as offsets from the
 * frame's centre too (26 to 33); texts are cut at 127 bytes. Written are the packet's values, not its
 * checksum.
 */
QByteArray encodeKlvPacket(const KlvPacket& packet);

/** Rounds a heading to what item 5 can say: angles relative to it make up for the rest. */
double headingAsSent(double degrees);

}  // namespace sheen
