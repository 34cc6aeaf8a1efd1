#include "ui/widgets/time_text.h"

#include <algorithm>
#include <cmath>

namespace sheen {

QString recordingTime(double seconds)
{
    const auto tenths = static_cast<long long>(std::llround(std::max(0.0, seconds) * 10));
    const long long whole = tenths / 10;
    const QString minutesAndSeconds = QStringLiteral("%1:%2.%3")
                                          .arg((whole / 60) % 60, 2, 10, QLatin1Char('0'))
                                          .arg(whole % 60, 2, 10, QLatin1Char('0'))
                                          .arg(tenths % 10);
    return whole >= 3600 ? QStringLiteral("%1:%2").arg(whole / 3600).arg(minutesAndSeconds)
                         : minutesAndSeconds;
}

}  // namespace sheen
