#pragma once

#include <QJsonObject>
#include <QString>
#include <map>
#include <optional>
#include <vector>

#include "data/setting.h"
#include "data/telemetry.h"

namespace sheen {

/** What is done about values that are missing, rejected, or coarser than the motion. */
enum class Completion {
    Smooth,       //!< the whole flight's motion, past and future, with standard errors
    Interpolate,  //!< gaps filled between their neighbours, held at the ends
    Hold,         //!< gaps filled with the last value before them; at the start, the first after
};

/** What altitudes are counted from. */
enum class AltitudeReference {
    Automatic,  //!< as the source says: KLV's tag, a table's column; an overlay means sea level
    SeaLevel,   //!< mean sea level
    Ellipsoid,  //!< WGS84; the geoid's height is taken off, where PROJ has a grid of it
};

/** A value that the analyst set by hand, or struck out. */
struct Correction
{
    int frame = 0;
    OverlayField field = OverlayField::PlatformLatitude;
    std::optional<double> value;  //!< degrees, metres, millimetres; nothing: what was read is wrong
    QString text;                 //!< instead of a value: the sensor

    bool operator==(const Correction&) const = default;
};

/** What the analyst may know better than the overlay. */
struct TrackSettings
{
    /** Width that a focal length in mm refers to, by sensor: HFOV = 2 atan(w / 2f). */
    std::map<QString, double> sensorWidthMillimetres = {{"EOW", 9.6}, {"IR", 12.8}};
    double defaultSensorWidthMillimetres = 9.6;  //!< for a sensor that is not in the map
    std::optional<double> clockZoneHours;        //!< instead of the zone displayed
    double clockShiftSeconds = 0;                //!< added to the clock
    AltitudeReference altitudeReference = AltitudeReference::Automatic;
    double seaLevelMetres = 0;  //!< height of the sea in the altitudes' reference, the geoid taken off
    QString elevationFile;      //!< heights of the land, see ElevationModel; empty: all is sea
    /** The display repeats a value until the next refresh: on average it is half a period old. */
    double displayPeriodSeconds = 1.0 / 4.4;
    CameraCalibration calibration;
    Completion completion = Completion::Smooth;
    std::vector<Correction> corrections;

    bool operator==(const TrackSettings&) const = default;
};

/** The width that is set for a sensor. */
double sensorWidthMillimetres(const QString& sensor, const TrackSettings& settings);

/** Horizontal field of view in degrees behind a displayed focal length. */
double horizontalFovDegrees(double focalLengthMillimetres, const QString& sensor,
                            const TrackSettings& settings);

/** Those that are one number, text or choice. */
const std::vector<Setting<TrackSettings>>& trackSettingList();

QJsonObject trackSettingsToJson(const TrackSettings& settings);
/** What is missing or unreadable keeps its default. */
TrackSettings trackSettingsFromJson(const QJsonObject& json);

}  // namespace sheen
