#pragma once

#include <QString>
#include <QStringList>
#include <optional>
#include <vector>

#include "table/table_settings.h"

namespace sheen {

class TableText;

/** What a column of a telemetry table says. */
enum class ColumnMeaning {
    Unused,
    Frame,
    Time,      //!< seconds of the recording
    Utc,       //!< an instant: ISO 8601, or seconds, milliseconds or microseconds since 1970
    Latitude,  //!< of the camera, as all that follows
    Longitude,
    Altitude,         //!< above mean sea level
    EllipsoidHeight,  //!< above the WGS84 ellipsoid
    Height,           //!< above the place of take-off
    Heading,          //!< of the aircraft, true
    Pitch,
    Roll,
    GimbalYaw,  //!< true, as DJI gives it
    GimbalPitch,
    GimbalRoll,
    RelativeAzimuth,  //!< of the camera to the aircraft, as ST 0601 gives it
    RelativeElevation,
    RelativeRoll,
    CameraBearing,  //!< as in CameraPose
    CameraDepression,
    CameraRoll,
    HorizontalFov,
    FocalLength,            //!< millimetres
    EquivalentFocalLength,  //!< of a 35 mm film with the same diagonal field of view
    Sensor,
    TargetLatitude,
    TargetLongitude,
    TargetElevation,
    TargetBearing,
    SlantRange,
    Recording,  //!< whether the camera recorded: 1 or true, 0 or false
    LocalTime,  //!< an instant of a clock whose zone is not known
};
constexpr std::size_t columnMeaningCount = 32;

/** As `--columns` takes it and a workspace keeps it: "altitude", "gimbal_pitch", ...; "unused". */
QString meaningName(ColumnMeaning meaning);
std::optional<ColumnMeaning> meaningFromName(const QString& name);

/** Tells whether the name of a column is known, so that it has a meaning without being told. */
bool isKnownColumnName(const QString& name);

/**
 * Tells whether a table's columns are those of exact poses: all of frame, t, lat, lon, alt, hdg, az, brg,
 * dep, focal and hfov, in any order and case (degrees, metres, seconds, millimetres; brg the camera's true
 * bearing, dep its depression). Others beside them are not used.
 */
bool areExactPoses(const QStringList& names);

/** Units that a column of this meaning may be in, the one of Sheen's own first; empty where it has none. */
QStringList unitsOf(ColumnMeaning meaning);

/** What a value in this unit is multiplied with for degrees, metres, millimetres or seconds. */
std::optional<double> unitFactor(ColumnMeaning meaning, const QString& unit);

struct TableColumn
{
    QString name;
    ColumnMeaning meaning = ColumnMeaning::Unused;
    QString unit;  //!< as in unitsOf(); empty where it has none, or where it is not known

    bool lacksUnit() const { return unit.isEmpty() && !unitsOf(meaning).isEmpty(); }
};

/**
 * What the columns of a table mean, by their names: those of MISB ST 0601, of DJI's and AirData's exports, of
 * Sheen's own telemetry.csv, and plain ones; upper and lower case, blanks and punctuation do not matter. A
 * unit stands in brackets or at the end of the name ("altitude (ft)", "heading_deg"). Angles are degrees and
 * focal lengths millimetres unless the name says otherwise; lengths and times need a unit. Of several columns
 * for the same thing the best is taken, and the others are unused. The settings have the last word. Throws
 * Error(Usage) where they name a column, a meaning or a unit that there is not.
 */
std::vector<TableColumn> recogniseColumns(const TableText& table, const TableSettings& settings = {});

}  // namespace sheen
