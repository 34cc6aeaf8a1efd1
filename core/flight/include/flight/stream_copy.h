// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QString>
#include <functional>
#include <vector>

#include "base/cancel.h"
#include "flight/flight.h"

namespace sheen {

/** A piece of metadata and when in the flight it holds. */
struct StreamData
{
    double timeSeconds = 0;  //!< as Frame::timeSeconds
    QByteArray bytes;
};

/**
 * Writes a flight's video again as an MPEG transport stream with a stream of KLV beside it (asynchronous,
 * registered as KLVA, each piece with its presentation time; `data` in order of time). Pictures are copied as
 * they are coded; their times stay as they are but for one shift of all of them, where they begin too early
 * for a transport stream. Of a recording in parts all parts are written one after another. Sound, subtitles
 * and metadata of the recording are left out.
 *
 * Returns false where it was cancelled. Throws Error(Unreadable) with a sentence that says why these pictures
 * cannot stand in a transport stream, and what to do; Error where the file cannot be written.
 */
bool copyAsTransportStream(const Flight& flight, const std::vector<StreamData>& data, const QString& path,
                           const std::function<void(double)>& listener = {}, const Cancel* cancel = nullptr);

}  // namespace sheen
