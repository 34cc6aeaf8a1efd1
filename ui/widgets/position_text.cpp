#include "ui/widgets/position_text.h"

#include <cmath>

namespace sheen {

namespace {

QString degreesMinutes(double degrees, int digits, QLatin1Char positive, QLatin1Char negative)
{
    // Rounded first, so that 59.9996 minutes do not become 60.000.
    const auto thousandths = static_cast<long long>(std::llround(std::abs(degrees) * 60000));
    return QStringLiteral("%1°%2′%3")
        .arg(thousandths / 60000, digits, 10, QLatin1Char('0'))
        .arg(double(thousandths % 60000) / 1000, 6, 'f', 3, QLatin1Char('0'))
        .arg(degrees < 0 ? negative : positive);
}

}  // namespace

QString positionText(double latitudeDegrees, double longitudeDegrees)
{
    const double longitude = std::remainder(longitudeDegrees, 360.0);
    return degreesMinutes(latitudeDegrees, 2, QLatin1Char('N'), QLatin1Char('S')) + QLatin1Char(' ') +
           degreesMinutes(longitude, 3, QLatin1Char('E'), QLatin1Char('W'));
}

}  // namespace sheen
