#pragma once

#include <QByteArray>
#include <QString>

namespace sheen {

/** Returns the path of the subtitles (SRT) beside a video that bear its name, in any case; empty if there is
 * none. */
QString subtitlesBeside(const QString& videoPath);

/**
 * Returns the first text track within a video (mov_text, SubRip) as a file of subtitles (SRT), for cameras
 * write their telemetry there. Empty if there is none or nothing can be read.
 */
QByteArray subtitlesWithin(const QString& videoPath);

}  // namespace sheen
