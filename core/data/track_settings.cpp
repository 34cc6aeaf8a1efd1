#include "data/track_settings.h"

#include <QCoreApplication>
#include <QJsonArray>
#include <algorithm>
#include <array>
#include <cmath>
#include "base/enum_names.h"
#include "base/error.h"
#include "geo/geodesy.h"

namespace sheen {

namespace {

struct TrackSettingsText
{
    Q_DECLARE_TR_FUNCTIONS(sheen::TrackSettings)
};

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

double sensorWidthMillimetres(const QString& sensor, const TrackSettings& settings)
{
    const auto own = settings.sensorWidthMillimetres.find(sensor);
    return own != settings.sensorWidthMillimetres.end() ? own->second
                                                        : settings.defaultSensorWidthMillimetres;
}

double horizontalFovDegrees(double focalLengthMillimetres, const QString& sensor,
                            const TrackSettings& settings)
{
    const double width = sensorWidthMillimetres(sensor, settings);
    if (focalLengthMillimetres <= 0 || width <= 0)
        return 0;
    return 2 * std::atan(width / (2 * focalLengthMillimetres)) / radiansPerDegree;
}

const std::vector<Setting<TrackSettings>>& trackSettingList()
{
    using Kind = SettingDescription::Kind;
    using Track = Setting<TrackSettings>;
    const auto numberOf = [](const char* key, const char* unit, double minimum, double maximum) {
        SettingDescription number;
        number.group = QStringLiteral("track");
        number.key = QLatin1String(key);
        number.kind = Kind::Number;
        number.unit = QLatin1String(unit);
        number.minimum = minimum;
        number.maximum = maximum;
        return number;
    };
    const auto named = [](SettingDescription setting, const char* option, const char* placeholder,
                          QString (*help)()) {
        setting.option = QLatin1String(option);
        setting.placeholder = QLatin1String(placeholder);
        setting.help = help;
        return setting;
    };
    constexpr double longestShiftSeconds = 1e9;
    constexpr double farthestMetres = 1e4;
    static const std::vector<Track> list = {
        Track::ofEnum(
            named({.group = QStringLiteral("track"), .key = QStringLiteral("completion")}, "track", "HOW",
                  [] {
                      return TrackSettingsText::tr(
                          "smooth (unless given), interpolate or hold: how telemetry "
                          "is completed over time.");
                  }),
            [](auto& track) -> auto& { return track.completion; }, completionNames),
        Track::of(
            named(numberOf("clock_zone_h", "h", -14, 14), "zone", "HOURS",
                  [] {
                      return TrackSettingsText::tr(
                          "Zone of the overlay's clock in hours ahead of UTC, instead of "
                          "the one displayed.");
                  }),
            [](auto& track) -> auto& { return track.clockZoneHours; }),
        Track::of(
            named(numberOf("clock_shift_s", "s", -longestShiftSeconds, longestShiftSeconds), "clock-shift",
                  "SECONDS",
                  [] { return TrackSettingsText::tr("Seconds that are added to the overlay's clock."); }),
            [](auto& track) -> auto& { return track.clockShiftSeconds; }),
        Track::ofEnum(
            named({.group = QStringLiteral("track"), .key = QStringLiteral("altitude_reference")},
                  "altitude-reference", "REFERENCE",
                  [] {
                      return TrackSettingsText::tr(
                          "auto (as the telemetry says; an overlay means sea level), msl or "
                          "ellipsoid: what altitudes are counted from.");
                  }),
            [](auto& track) -> auto& { return track.altitudeReference; }, altitudeReferenceNames),
        Track::of(
            named({.group = QStringLiteral("track"), .key = QStringLiteral("elevation")}, "elevation", "FILE",
                  [] {
                      return TrackSettingsText::tr(
                          "Heights of the land, a raster in any coordinate system; without "
                          "it all is sea.");
                  }),
            [](auto& track) -> auto& { return track.elevationFile; }),
        Track::of(
            numberOf("sea_level_m", "m", -farthestMetres, farthestMetres),
            [](auto& track) -> auto& { return track.seaLevelMetres; }),
        Track::of(
            numberOf("default_sensor_width_mm", "mm", 0, 1000),
            [](auto& track) -> auto& { return track.defaultSensorWidthMillimetres; }),
        Track::of(
            numberOf("display_period_s", "s", 0, 60),
            [](auto& track) -> auto& { return track.displayPeriodSeconds; }),
    };
    return list;
}

QJsonObject trackSettingsToJson(const TrackSettings& settings)
{
    QJsonObject widths;
    for (const auto& [sensor, width] : settings.sensorWidthMillimetres)
        widths[sensor] = width;
    QJsonObject json{{QStringLiteral("sensor_width_mm"), widths}};
    for (const Setting<TrackSettings>& setting : trackSettingList())
        setting.write(settings, json);
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
    for (const Setting<TrackSettings>& setting : trackSettingList())
        setting.read(settings, json);
    const QJsonObject widths = json[QLatin1String("sensor_width_mm")].toObject();
    for (auto width = widths.begin(); width != widths.end(); ++width) {
        if (width.value().isDouble())
            settings.sensorWidthMillimetres[width.key()] = width.value().toDouble();
    }
    try {
        settings.calibration = calibrationFromJson(json[QLatin1String("calibration")].toObject());
    } catch (const Error&) {
        settings.calibration = {};
    }
    settings.corrections = correctionsFromJson(json[QLatin1String("corrections")].toArray());
    return settings;
}

}  // namespace sheen
