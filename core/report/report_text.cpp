#include "report_text.h"

#include <QLocale>
#include <algorithm>
#include <cmath>

#include "geo/geodesy.h"

namespace sheen {

namespace {

QString degreesAndMinutes(double degrees, int width, const char* letters)
{
    // Rounded first, so that no 60.000 minutes appear.
    const double minutes = std::round(std::abs(degrees) * 60 * 1000) / 1000;
    const int whole = static_cast<int>(minutes / 60);
    return QStringLiteral("%1\u00b0%2\u2032\u00a0%3")
        .arg(whole, width, 10, QLatin1Char('0'))
        .arg(minutes - 60 * whole, 6, 'f', 3, QLatin1Char('0'))
        .arg(QLatin1Char(degrees < 0 ? letters[1] : letters[0]));
}

}  // namespace

QString ReportText::area(double squareMetres)
{
    return QLocale().toString(squareMetres, 'f', 0);
}

QString ReportText::number(double value, int significantDigits)
{
    if (value == 0 || !std::isfinite(value))
        return QLocale().toString(0);
    const int magnitude = static_cast<int>(std::floor(std::log10(std::abs(value))));
    return QLocale().toString(value, 'f', std::clamp(significantDigits - 1 - magnitude, 0, 6));
}

QString ReportText::volume(const std::optional<double>& least, const std::optional<double>& most)
{
    if (!least)
        return tr("not known");
    if (!most)
        return tr("more than %1").arg(number(*least));
    return tr("%1 to %2").arg(number(*least), number(*most));
}

QString ReportText::position(const GroundPoint& place)
{
    const double longitude = longitudeNear(place.longitudeDegrees, 0);
    return degreesAndMinutes(place.latitudeDegrees, 2, "NS") + QStringLiteral("  ") +
           degreesAndMinutes(longitude, 3, "EW");
}

}  // namespace sheen
