// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <optional>
#include <vector>

#include "ships/ship_track.h"

namespace sheen {

/** One message of AIS, as far as it is used. */
struct AisMessage
{
    int type = 0;
    ShipTrack facts;                          //!< mmsi, and what messages 5, 19 and 24 say
    bool describes = false;                   //!< whether it says more of the ship than its number
    std::optional<ShipPosition> position;     //!< without its time
    std::optional<int> second;                //!< of the minute in which the position was taken
    std::optional<qint64> clockMilliseconds;  //!< a base station's UTC (message 4)
};

/**
 * Decodes the letters of a message, six bits each (ITU-R M.1371). Returns std::nullopt where they are no such
 * letters, or too few for the message's kind. Kinds that are not used come with their type alone.
 */
std::optional<AisMessage> decodeAisMessage(const QByteArray& letters, int fillBits);

}  // namespace sheen
