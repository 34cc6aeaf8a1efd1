#pragma once

#include <QDateTime>
#include <QRectF>
#include <QString>
#include <array>
#include <optional>
#include <vector>

#include "data/camera_calibration.h"

namespace sheen {

/** Where a value comes from. */
enum class Quality {
    None,          //!< nothing known
    Read,          //!< read from the overlay
    Klv,           //!< from KLV, or given by a table beside the recording
    Interpolated,  //!< filled in from other frames (interpolated inside a gap, held at the ends)
    Rejected,      //!< read, but impossible, and replaced
    Set,           //!< set by the analyst
};
QString qualityName(Quality quality);          //!< as in telemetry.csv: none, read, klv, ...
Quality qualityFromName(const QString& name);  //!< None for an unknown name

/** Why a value is not taken as it was seen. */
enum class Doubt {
    None,
    Unreadable,  //!< a text stands there, but not as the field has it, or so faint that nothing confirms it
    Range,       //!< no turret shows such a value
    Motion,      //!< it would have flown, climbed, turned or swept faster than can be
    Brief,       //!< differs for a moment from equal neighbours
    Contradiction,  //!< positions, bearing, range and heights that are displayed do not fit each other
    Clock,          //!< does not count with the recording's time
    Analyst,        //!< the analyst said so
};
QString doubtName(Doubt doubt);            //!< none, unreadable, range, ...
Doubt doubtFromName(const QString& name);  //!< None for an unknown name

/** The fields of the overlay, in the order of telemetry.csv's _raw columns. */
enum class OverlayField {
    Date,
    Time,
    Zone,
    Sensor,
    FocalLength,
    PlatformLatitude,
    PlatformLongitude,
    PlatformAltitude,
    PlatformHeading,
    TargetLatitude,
    TargetLongitude,
    TargetElevation,
    TargetBearing,
    SlantRange,
};
constexpr std::size_t overlayFieldCount = 14;
/** The place of a field in arrays that have one entry for each. */
constexpr std::size_t indexOf(OverlayField field)
{
    return static_cast<std::size_t>(field);
}
QString overlayFieldName(OverlayField field);  //!< snake case as in telemetry.csv, e.g. "platform_latitude"
std::optional<OverlayField> overlayFieldFromName(const QString& name);

/** One field as it was seen in one frame. */
struct FieldReading
{
    QString text;  //!< as read; empty where nothing was
    std::optional<double>
        value;              //!< degrees, metres, millimetres; nothing for texts and what the grammar refuses
    double confidence = 0;  //!< 0 to 1
    QRectF box;             //!< where in the picture, in pixels; null when not from a picture
};

/** What one frame tells of the flight, before anything is checked against other frames. */
struct TelemetryReading
{
    int frame = 0;
    double timeSeconds = 0;
    Quality source = Quality::None;  //!< None, Read (overlay) or Klv (KLV, table)
    std::array<FieldReading, overlayFieldCount> fields;
    QDateTime utc;                 //!< date, time and zone together; invalid where they are not readable
    bool startsRecording = false;  //!< another recording was joined on before this frame
    bool outsideSource = false;  //!< beyond what a table covers: nothing is filled in, the frame has no place
    /**
     * The altitude was given above the ellipsoid, and this height of the geoid was taken off it; 0 where none
     * was known. Nothing where the source means sea level.
     */
    std::optional<double> geoidReductionMetres;

    // What only KLV or a pose file knows; angles in degrees.
    std::optional<double> horizontalFovDegrees;
    std::optional<double> cameraBearingDegrees;     //!< true bearing of the optical axis
    std::optional<double> cameraDepressionDegrees;  //!< below the horizon; 90 = straight down
    std::optional<double> cameraRollDegrees;        //!< clockwise about the optical axis

    FieldReading& operator[](OverlayField field) { return fields[indexOf(field)]; }
    const FieldReading& operator[](OverlayField field) const { return fields[indexOf(field)]; }
};

/** Where the camera was and where it looked. */
struct CameraPose
{
    double latitudeDegrees = 0;
    double longitudeDegrees = 0;
    double heightMetres = 0;       //!< above the sea
    double bearingDegrees = 0;     //!< of the optical axis, true; straight down: of the picture's upper edge
    double depressionDegrees = 0;  //!< of the optical axis below the horizon, 90 = straight down
    double rollDegrees = 0;        //!< clockwise about the optical axis
    double horizontalFovDegrees = 0;
    Quality source = Quality::None;

    // Standard errors (1 sigma); 0 where not known.
    double horizontalErrorMetres = 0;
    double heightErrorMetres = 0;
    double bearingErrorDegrees = 0;
    double depressionErrorDegrees = 0;
    double fovErrorDegrees = 0;

    // The share of an error's variance that is one single rounding: uniform, never more than half a step. The
    // rest, averages and instruments, is taken as normal.
    double horizontalRoundingShare = 0;
    double bearingRoundingShare = 0;
    double depressionRoundingShare = 0;
    double fovRoundingShare = 0;
};

/** One row of telemetry.csv: what is held true of a frame once the whole flight was looked at. */
struct TelemetryRecord
{
    TelemetryReading reading;  //!< as seen in this frame
    QDateTime utc;
    Quality quality = Quality::None;  //!< the worst of the values that the pose needs
    std::array<std::optional<double>, overlayFieldCount>
        values;  //!< cleaned; nothing for Date, Time, Zone, Sensor
    std::array<Quality, overlayFieldCount> qualities{};
    std::array<Doubt, overlayFieldCount> doubts{};  //!< why a value was replaced or left out
    QString sensor;                                 //!< "EOW", "EON", "IR", ... or empty
    std::optional<double> horizontalFovDegrees;
    std::optional<CameraPose> pose;  //!< nothing where the frame cannot be placed
    CameraCalibration calibration;   //!< of the turret, beyond the pose
    double seaLevelMetres = 0;       //!< height of the sea in the reference of this frame's altitude
};

}  // namespace sheen
