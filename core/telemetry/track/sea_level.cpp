#include "track/sea_level.h"

#include <algorithm>
#include <cmath>

#include "base/median.h"
#include "geo/geoid.h"

namespace sheen {

namespace {

using F = OverlayField;

std::optional<GroundPoint> cleanedPlace(const TelemetryRecord& record)
{
    const auto& latitude = record.values[indexOf(F::PlatformLatitude)];
    const auto& longitude = record.values[indexOf(F::PlatformLongitude)];
    return latitude && longitude ? std::optional(GroundPoint{*latitude, *longitude}) : std::nullopt;
}

/** The middle of all latitudes, and of all longitudes: no misreading moves it far. */
std::optional<GroundPoint> usualPlace(const std::vector<TelemetryReading>& readings)
{
    std::vector<double> latitudes, longitudes;
    for (const TelemetryReading& reading : readings) {
        if (reading[F::PlatformLatitude].value && reading[F::PlatformLongitude].value) {
            latitudes.push_back(*reading[F::PlatformLatitude].value);
            longitudes.push_back(*reading[F::PlatformLongitude].value);
        }
    }
    if (latitudes.empty())
        return std::nullopt;
    return GroundPoint{median(std::move(latitudes)), median(std::move(longitudes))};
}

/** Whether the altitude still is one above the ellipsoid once its reading was made. */
bool isEllipsoidal(const std::optional<double>& reduction, const TrackSettings& settings)
{
    if (settings.altitudeReference == AltitudeReference::SeaLevel)
        return false;
    const bool said = settings.altitudeReference == AltitudeReference::Ellipsoid;
    return reduction ? *reduction == 0 : said;
}

double seaLevelMetres(const std::optional<double>& reduction, const std::optional<GroundPoint>& place,
                      const TrackSettings& settings)
{
    // The source took the geoid off, but the analyst knows that its altitude meant sea level.
    if (settings.altitudeReference == AltitudeReference::SeaLevel)
        return settings.seaLevelMetres - reduction.value_or(0);
    const Geoid* geoid = isEllipsoidal(reduction, settings) && place ? Geoid::installed() : nullptr;
    const double undulation = geoid ? geoid->heightMetres(*place) : 0;
    return settings.seaLevelMetres + (std::isfinite(undulation) ? undulation : 0);
}

}  // namespace

void setSeaLevels(std::vector<TelemetryRecord>& records, const TrackSettings& settings)
{
    std::optional<double> reduction;  // of the last frame that told it, for those that do not
    const auto first = std::find_if(records.begin(), records.end(), [](const TelemetryRecord& record) {
        return record.reading.geoidReductionMetres.has_value();
    });
    if (first != records.end())
        reduction = first->reading.geoidReductionMetres;
    for (TelemetryRecord& record : records) {
        const bool told = record.reading[F::PlatformAltitude].value.has_value();
        if (told)
            reduction = record.reading.geoidReductionMetres;
        record.seaLevelMetres = seaLevelMetres(reduction, cleanedPlace(record), settings);
    }
}

double usualSeaLevelMetres(const std::vector<TelemetryReading>& readings, const TrackSettings& settings)
{
    const auto told = std::find_if(readings.begin(), readings.end(), [](const TelemetryReading& reading) {
        return reading[F::PlatformAltitude].value.has_value();
    });
    return seaLevelMetres(told != readings.end() ? told->geoidReductionMetres : std::nullopt,
                          usualPlace(readings), settings);
}

bool lacksGeoid(const TelemetryReading& reading, const TrackSettings& settings)
{
    return reading[F::PlatformAltitude].value && isEllipsoidal(reading.geoidReductionMetres, settings) &&
           !Geoid::installed();
}

}  // namespace sheen
