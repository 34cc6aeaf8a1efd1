#pragma once

#include <QByteArray>

namespace sheen {

/** Whether a text is a file of subtitles (SRT). */
bool isSubtitles(const QByteArray& text);

/**
 * Returns the telemetry that DJI's cameras write as subtitles beside a video, `[latitude: 24.1] [rel_alt: 1.2
 * abs_alt: 4.5]` or in one line, `GPS (129.45, 35.2, 900), H 900.00m, G.PRY (-90.0°, 0.0°, 40.0°)`, as a
 * comma separated table: a row for each subtitle, with the time it is shown at in `time_s` and the camera's
 * own clock in `local_time`. Fields that are not named in the first subtitle are left out. Without fields the
 * table has no rows.
 */
QByteArray tableFromSubtitles(const QByteArray& text);

}  // namespace sheen
