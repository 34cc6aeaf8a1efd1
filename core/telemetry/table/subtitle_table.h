#pragma once

#include <QByteArray>

namespace sheen {

/** Whether a text is a file of subtitles (SRT). */
bool isSubtitles(const QByteArray& text);

/**
 * The telemetry that DJI's cameras write as subtitles beside a video, `[latitude: 24.1] [rel_alt: 1.2
 * abs_alt: 4.5]`, as a comma separated table: a row for each subtitle, with the time it is shown at in
 * `time_s`. Fields that are not named once in the first subtitle are left out. Without fields the table has
 * no rows.
 */
QByteArray tableFromSubtitles(const QByteArray& text);

}  // namespace sheen
