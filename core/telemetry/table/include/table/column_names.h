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
};
constexpr std::size_t columnMeaningCount = 30;

/** As `--columns` takes it and a workspace keeps it: "altitude", "gimbal_pitch", ...; "unused". */
QString meaningName(ColumnMeaning meaning);
std::optional<ColumnMeaning> meaningFromName(const QString& name);

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
