// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QDateTime>
#include <QString>
#include <optional>
#include <vector>

#include "geo/ground.h"

namespace sheen {

/** Where a ship said that it was. */
struct ShipPosition
{
    qint64 utcMilliseconds = 0;  //!< since 1970
    GroundPoint place;
    std::optional<double> courseDegrees;  //!< over ground, true
    std::optional<double> speedKnots;     //!< over ground
};

/** What a ship said of itself by AIS; nothing of it was checked. */
struct ShipTrack
{
    quint32 mmsi = 0;
    QString name, callSign;
    QString imo;   //!< seven digits, or empty
    QString type;  //!< "tanker", "cargo ship", ...: shipTypeOf(), or what a table says; empty: not known
    std::optional<double> lengthMetres;
    std::vector<ShipPosition> positions;  //!< in order of time, one at most for each moment
};

/** Names a type of ship by its number in AIS (ITU-R M.1371, table 53); empty where it says nothing. */
QString shipTypeOf(int number);
/** In the language of the application; what is no name of shipTypeOf() as it is. */
QString shipTypeInWords(const QString& type);

/** "EXAMPLE", or "MMSI 257123456" of a ship without a name. */
QString shipTitle(const ShipTrack& ship);

}  // namespace sheen
