#include "ui/widgets/position_text.h"

#include <cmath>

#include "ui/widgets/notation.h"

namespace sheen {

namespace {

struct Axis
{
    int digits;  //!< of the whole degrees
    char positive;
    char negative;
};
constexpr Axis latitudeAxis{2, 'N', 'S'};
constexpr Axis longitudeAxis{3, 'E', 'W'};

double power(int decimals)
{
    return std::pow(10.0, decimals);
}

/** Rounded in its smallest unit first, so that 59.9996 minutes do not become 60.000. */
QString minutesText(double degrees, int digits, int decimals)
{
    const auto units = static_cast<long long>(std::llround(degrees * 60 * power(decimals)));
    const auto perDegree = static_cast<long long>(60 * power(decimals));
    return QStringLiteral("%1°%2′")
        .arg(units / perDegree, digits, 10, QLatin1Char('0'))
        .arg(double(units % perDegree) / power(decimals), decimals + 3, 'f', decimals, QLatin1Char('0'));
}

QString secondsText(double degrees, int digits, int decimals)
{
    const auto units = static_cast<long long>(std::llround(degrees * 3600 * power(decimals)));
    const auto perMinute = static_cast<long long>(60 * power(decimals));
    return QStringLiteral("%1°%2′%3″")
        .arg(units / perMinute / 60, digits, 10, QLatin1Char('0'))
        .arg(units / perMinute % 60, 2, 10, QLatin1Char('0'))
        .arg(double(units % perMinute) / power(decimals), decimals + 3, 'f', decimals, QLatin1Char('0'));
}

/** `finer`: with a digit more, where the notation has fewer than it takes to type the value again. */
QString coordinateText(double degrees, const Axis& axis, bool finer)
{
    const double size = std::abs(degrees);
    QString text;
    switch (Notation::current().units().place) {
        case PlaceNotation::Degrees:
            text = QStringLiteral("%1°").arg(size, 0, 'f', 5);
            break;
        case PlaceNotation::DegreesMinutes:
            text = minutesText(size, axis.digits, finer ? 4 : 3);
            break;
        case PlaceNotation::DegreesMinutesSeconds:
            text = secondsText(size, axis.digits, finer ? 2 : 1);
            break;
    }
    return text + QLatin1Char(degrees < 0 ? axis.negative : axis.positive);
}

}  // namespace

QString positionText(double latitudeDegrees, double longitudeDegrees)
{
    return coordinateText(latitudeDegrees, latitudeAxis, false) + QLatin1Char(' ') +
           coordinateText(std::remainder(longitudeDegrees, 360.0), longitudeAxis, false);
}

QString latitudeText(double degrees)
{
    return coordinateText(degrees, latitudeAxis, true);
}

QString longitudeText(double degrees)
{
    return coordinateText(std::remainder(degrees, 360.0), longitudeAxis, true);
}

}  // namespace sheen
