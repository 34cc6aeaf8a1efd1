#pragma once

#include <QString>

namespace sheen {

/** Degrees and minutes as used at sea: 41°05.881′N 104°50.353′W. */
QString positionText(double latitudeDegrees, double longitudeDegrees);

}  // namespace sheen
