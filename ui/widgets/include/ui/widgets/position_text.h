#pragma once

#include <QString>

namespace sheen {

/**
 * A place in the window's notation: "41°05.881′N 104°50.353′W" in degrees and minutes as used at sea,
 * "41.09802°N 104.83922°W", or "41°05′52.9″N 104°50′21.2″W".
 */
QString positionText(double latitudeDegrees, double longitudeDegrees);

/** One coordinate in the same notation, with a digit more: it can be typed again. */
QString latitudeText(double degrees);
QString longitudeText(double degrees);

}  // namespace sheen
