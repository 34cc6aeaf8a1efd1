#include "track/source_comparison.h"

#include <algorithm>
#include <cmath>
#include <functional>

#include "geo/angles.h"
#include "geo/geodesy.h"
#include "grammar/overlay_grammar.h"
#include "track/track.h"

namespace sheen {

namespace {

using F = OverlayField;
using Quantity = Disagreement::Quantity;

constexpr double steepestDegrees = 85;  //!< steeper than this the line of sight has no bearing

/** What a field shows, and the step in which it counts. */
struct Shown
{
    double value = 0;
    double step = 0;
};

std::optional<Shown> shown(const TelemetryReading& overlay, F field)
{
    const FieldReading& reading = overlay[field];
    if (!reading.value || reading.confidence <= 0)
        return std::nullopt;
    return Shown{*reading.value, overlayStep(field, reading.text)};
}

/** How far 0 is from the span of some differences; nothing where there are none. */
std::optional<double> distanceFromSpan(const std::vector<double>& differences)
{
    if (differences.empty())
        return std::nullopt;
    const auto [least, most] = std::minmax_element(differences.begin(), differences.end());
    return std::max({0.0, *least, -*most});
}

using Value = std::function<std::optional<double>(const TelemetryReading&)>;

/** The differences of what was told from what is shown, as far as something was told. */
std::vector<double> differencesFrom(double shownValue, const std::vector<TelemetryReading>& klv,
                                    const Value& told, bool isAngle)
{
    std::vector<double> differences;
    for (const TelemetryReading& reading : klv) {
        const std::optional<double> value = told(reading);
        if (!value)
            continue;
        if (!isAngle)
            differences.push_back(*value - shownValue);
        else if (differences.empty())
            differences.push_back(shortestTurn(shownValue, *value));
        else  // a turn goes on where it was, also through south of what is shown
            differences.push_back(differences.back() + shortestTurn(shownValue + differences.back(), *value));
    }
    return differences;
}

class Comparison
{
public:
    Comparison(const std::vector<TelemetryReading>& klv, const TelemetryReading& overlay,
               const TrackSettings& settings)
        : m_klv(klv), m_overlay(overlay), m_settings(settings)
    {}

    std::vector<Disagreement> run()
    {
        comparePosition();
        compareHeight();
        compareHeading();
        compareBearing();
        compareFieldOfView();
        return m_found;
    }

private:
    std::optional<double> distance(double shownValue, const Value& told, bool isAngle = false) const
    {
        return distanceFromSpan(differencesFrom(shownValue, m_klv, told, isAngle));
    }

    void judge(Quantity quantity, std::optional<double> difference, double tolerance)
    {
        if (difference && *difference > tolerance)
            m_found.push_back({quantity, *difference, tolerance});
    }

    void comparePosition()
    {
        const auto latitude = shown(m_overlay, F::PlatformLatitude);
        const auto longitude = shown(m_overlay, F::PlatformLongitude);
        if (!latitude || !longitude)
            return;
        const double eastDegree =
            metresPerDegree * std::max(0.01, std::cos(latitude->value * radiansPerDegree));
        const auto north = distance(
            latitude->value, [](const TelemetryReading& told) { return told[F::PlatformLatitude].value; });
        const auto east = distance(
            longitude->value, [](const TelemetryReading& told) { return told[F::PlatformLongitude].value; },
            true);
        if (north && east)
            judge(Quantity::Position, std::hypot(*north * metresPerDegree, *east * eastDegree),
                  30 + 100 * m_settings.displayPeriodSeconds +
                      std::hypot(latitude->step * metresPerDegree, longitude->step * eastDegree));
    }

    void compareHeight()
    {
        if (const auto height = shown(m_overlay, F::PlatformAltitude))
            judge(Quantity::Height,
                  distance(height->value,
                           [](const TelemetryReading& told) { return told[F::PlatformAltitude].value; }),
                  15 + height->step);
    }

    void compareHeading()
    {
        if (const auto heading = shown(m_overlay, F::PlatformHeading))
            judge(Quantity::Heading,
                  distance(
                      heading->value,
                      [](const TelemetryReading& told) { return told[F::PlatformHeading].value; }, true),
                  2 + heading->step);
    }

    void compareBearing()
    {
        const auto bearing = shown(m_overlay, F::TargetBearing);
        double steepest = 0;
        for (const TelemetryReading& told : m_klv)
            steepest = std::max(steepest, told.cameraDepressionDegrees.value_or(0));
        if (!bearing || steepest > steepestDegrees)
            return;
        judge(
            Quantity::Bearing,
            distance(
                bearing->value, [](const TelemetryReading& told) { return told.cameraBearingDegrees; }, true),
            3 / std::cos(steepest * radiansPerDegree) + bearing->step);
    }

    void compareFieldOfView()
    {
        const auto focal = shown(m_overlay, F::FocalLength);
        const QString& sensor = m_overlay[F::Sensor].text;
        if (!focal || m_settings.sensorWidthMillimetres.count(sensor) == 0)
            return;
        const double fov = sheen::horizontalFovDegrees(focal->value, sensor, m_settings);
        if (fov <= 0)
            return;
        judge(Quantity::FieldOfView,
              distance(fov, [](const TelemetryReading& told) { return told.horizontalFovDegrees; }),
              fov * (0.05 + focal->step / focal->value));
    }

    const std::vector<TelemetryReading>& m_klv;
    const TelemetryReading& m_overlay;
    const TrackSettings& m_settings;
    std::vector<Disagreement> m_found;
};

}  // namespace

std::vector<Disagreement> disagreements(const std::vector<TelemetryReading>& klv,
                                        const TelemetryReading& overlay, const TrackSettings& settings)
{
    return Comparison(klv, overlay, settings).run();
}

}  // namespace sheen
