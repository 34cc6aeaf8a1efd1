#include "data/track_settings.h"

#include <QJsonArray>
#include <algorithm>
#include <array>
#include <cmath>
#include "base/enum_names.h"
#include "base/error.h"
#include "geo/geodesy.h"

namespace sheen {

namespace {

constexpr auto completionNames = enumNames<Completion>("smooth", "interpolate", "hold");
constexpr auto altitudeReferenceNames = enumNames<AltitudeReference>("auto", "msl", "ellipsoid");

QJsonObject correctionToJson(const Correction& correction)
{
    QJsonObject json{{QStringLiteral("frame"), correction.frame},
                     {QStringLiteral("field"), overlayFieldName(correction.field)}};
    if (correction.value)
        json[QStringLiteral("value")] = *correction.value;
    if (!correction.text.isEmpty())
        json[QStringLiteral("text")] = correction.text;
    return json;
}

std::vector<Correction> correctionsFromJson(const QJsonArray& array)
{
    std::vector<Correction> corrections;
    for (const QJsonValue& entry : array) {
        const QJsonObject json = entry.toObject();
        const std::optional<OverlayField> field =
            overlayFieldFromName(json[QLatin1String("field")].toString());
        const QJsonValue frame = json[QLatin1String("frame")];
        if (!field || !frame.isDouble())
            continue;
        Correction correction{frame.toInt(), *field, std::nullopt, json[QLatin1String("text")].toString()};
        if (const QJsonValue value = json[QLatin1String("value")]; value.isDouble())
            correction.value = value.toDouble();
        corrections.push_back(correction);
    }
    return corrections;
}

}  // namespace

double horizontalFovDegrees(double focalLengthMillimetres, const QString& sensor,
                            const TrackSettings& settings)
{
    const auto found = settings.sensorWidthMillimetres.find(sensor);
    const double width = found != settings.sensorWidthMillimetres.end()
                             ? found->second
                             : settings.defaultSensorWidthMillimetres;
    if (focalLengthMillimetres <= 0 || width <= 0)
        return 0;
    return 2 * std::atan(width / (2 * focalLengthMillimetres)) / radiansPerDegree;
}

std::optional<Completion> completionFromName(const QString& name)
{
    return completionNames.find(name);
}

std::optional<AltitudeReference> altitudeReferenceFromName(const QString& name)
{
    return altitudeReferenceNames.find(name);
}

QJsonObject trackSettingsToJson(const TrackSettings& settings)
{
    QJsonObject widths;
    for (const auto& [sensor, width] : settings.sensorWidthMillimetres)
        widths[sensor] = width;
    QJsonObject json{
        {QStringLiteral("sensor_width_mm"), widths},
        {QStringLiteral("default_sensor_width_mm"), settings.defaultSensorWidthMillimetres},
        {QStringLiteral("clock_shift_s"), settings.clockShiftSeconds},
        {QStringLiteral("sea_level_m"), settings.seaLevelMetres},
        {QStringLiteral("display_period_s"), settings.displayPeriodSeconds},
        {QStringLiteral("completion"), completionNames.of(settings.completion)},
        {QStringLiteral("altitude_reference"), altitudeReferenceNames.of(settings.altitudeReference)}};
    if (!settings.elevationFile.isEmpty())
        json[QStringLiteral("elevation")] = settings.elevationFile;
    if (settings.clockZoneHours)
        json[QStringLiteral("clock_zone_h")] = *settings.clockZoneHours;
    if (const QJsonObject calibration = calibrationToJson(settings.calibration); !calibration.isEmpty())
        json[QStringLiteral("calibration")] = calibration;
    QJsonArray corrections;
    for (const Correction& correction : settings.corrections)
        corrections.append(correctionToJson(correction));
    if (!corrections.isEmpty())
        json[QStringLiteral("corrections")] = corrections;
    return json;
}

TrackSettings trackSettingsFromJson(const QJsonObject& json)
{
    TrackSettings settings;
    const auto read = [&json](const char* key, double& number) {
        number = json[QLatin1String(key)].toDouble(number);
    };
    const QJsonObject widths = json[QLatin1String("sensor_width_mm")].toObject();
    for (auto width = widths.begin(); width != widths.end(); ++width) {
        if (width.value().isDouble())
            settings.sensorWidthMillimetres[width.key()] = width.value().toDouble();
    }
    read("default_sensor_width_mm", settings.defaultSensorWidthMillimetres);
    read("clock_shift_s", settings.clockShiftSeconds);
    read("sea_level_m", settings.seaLevelMetres);
    read("display_period_s", settings.displayPeriodSeconds);
    settings.completion =
        completionFromName(json[QLatin1String("completion")].toString()).value_or(Completion::Smooth);
    settings.altitudeReference =
        altitudeReferenceFromName(json[QLatin1String("altitude_reference")].toString())
            .value_or(AltitudeReference::Automatic);
    settings.elevationFile = json[QLatin1String("elevation")].toString();
    if (const QJsonValue zone = json[QLatin1String("clock_zone_h")]; zone.isDouble())
        settings.clockZoneHours = zone.toDouble();
    try {
        settings.calibration = calibrationFromJson(json[QLatin1String("calibration")].toObject());
    } catch (const Error&) {
        settings.calibration = {};
    }
    settings.corrections = correctionsFromJson(json[QLatin1String("corrections")].toArray());
    return settings;
}

}  // namespace sheen
