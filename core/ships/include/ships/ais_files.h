// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QStringList>
#include <vector>

#include "base/cancel.h"
#include "ships/ship_track.h"

namespace sheen {

/** When and where positions matter; files hold a whole country's day. */
struct AisWindow
{
    qint64 firstMilliseconds = 0;  //!< since 1970, UTC
    qint64 lastMilliseconds = 0;
    GroundPoint centre;
    double northMetres = 0;  //!< how far to the north and south of it
    double eastMetres = 0;   //!< likewise to the east and west

    bool holds(const GroundPoint& place) const;
    bool holds(qint64 utcMilliseconds) const
    {
        return utcMilliseconds >= firstMilliseconds && utcMilliseconds <= lastMilliseconds;
    }
};

/** What of the files was left out because it is broken. */
struct AisFaults
{
    int badChecksums = 0;  //!< sentences whose checksum is not that of their letters
    int broken = 0;        //!< sentences or rows that follow no form, groups that lack a sentence
    int withoutTime = 0;   //!< positions of NMEA files that do not say when they were received
    qint64 positions = 0;  //!< that were understood, also outside of the window
};

struct AisShips
{
    std::vector<ShipTrack> ships;  //!< with a position in the window, by their number
    AisFaults faults;
};

/**
 * Reads AIS: tables with the columns of the Danish Maritime Authority or of MarineCadastre, and NMEA files
 * with sentences !AIVDM (messages 1 to 3, 5, 18, 19, 24; their time from a tag block, from what stands before
 * or after the sentence, or from base stations' messages 4). Which of them a file is, it says itself.
 * Streams: no file is held as a whole. Only ships are kept, no base stations, buoys or aircraft.
 *
 * Throws Error(Unreadable) with a sentence that names the file where it cannot be read or is none of these;
 * Error(Cancelled) soon after `cancel` was requested.
 */
AisShips readAisFiles(const QStringList& paths, const AisWindow& window, const Cancel* cancel = nullptr);

/**
 * Looks at the beginning of a file alone. Throws Error(Unreadable) with a sentence that names it where it
 * cannot be read or is no AIS.
 */
void checkAisFile(const QString& path);

}  // namespace sheen
