#include "field_limits.h"

#include <algorithm>
#include <cmath>

#include "data/possible_values.h"
#include "geo/angles.h"
#include "geo/geodesy.h"

namespace sheen {

namespace {

using F = OverlayField;

constexpr double fastestAircraft = 350;  // m/s
constexpr double fastestClimb = 100;     // m/s
constexpr double fastestTurn = 60;       // degrees/s
constexpr double fastestTarget = 5000;   // m/s on the sea: a turret slews quickly

}  // namespace

bool isNumeric(OverlayField field)
{
    return field != OverlayField::Date && field != OverlayField::Time && field != OverlayField::Zone &&
           field != OverlayField::Sensor;
}

bool isPossible(F field, double value, bool isDisplayed)
{
    switch (field) {
        case F::PlatformLatitude:
        case F::TargetLatitude:
            return possibleLatitude.holds(value);
        case F::PlatformLongitude:
        case F::TargetLongitude:
            return possibleLongitude.holds(value);
        case F::PlatformAltitude:
            return (isDisplayed ? displayedAltitude : possibleHeight).holds(value);
        case F::TargetElevation:
            return (isDisplayed ? displayedTargetElevation : possibleHeight).holds(value);
        case F::FocalLength:
            return (isDisplayed ? displayedFocalLength : possibleFocalLength).holds(value);
        case F::SlantRange:
            return (isDisplayed ? displayedSlantRange : possibleSlantRange).holds(value);
        default:
            return std::isfinite(value);
    }
}

Limits limitsOf(F field, double step, double period, double latitudeDegrees)
{
    const double metresOfLongitude =
        metresPerDegree * std::max(0.01, std::cos(latitudeDegrees * radiansPerDegree));
    auto limits = [&](double fastest, double unit) {
        const double age = fastest == fastestTarget ? 500 : 100;  // speed that the age of the display hides
        return Limits{fastest / unit, 2.5 * step + age * period / unit};
    };
    switch (field) {
        case F::PlatformLatitude:
            return limits(fastestAircraft, metresPerDegree);
        case F::PlatformLongitude:
            return limits(fastestAircraft, metresOfLongitude);
        case F::PlatformAltitude:
            return {fastestClimb, 2.5 * step + 10};
        case F::PlatformHeading:
            return {fastestTurn, 2.5 * step + 5};
        case F::TargetLatitude:
            return limits(fastestTarget, metresPerDegree);
        case F::TargetLongitude:
            return limits(fastestTarget, metresOfLongitude);
        case F::TargetElevation:
            return {500, 2.5 * step + 100};
        case F::SlantRange:
            return {fastestTarget, 2.5 * step + 100};
        default:
            return {1e9, 1e9};
    }
}

}  // namespace sheen
