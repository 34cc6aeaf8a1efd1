#include "tables/telemetry_csv.h"

#include <QCoreApplication>
#include <QSaveFile>

#include "base/error.h"
#include "tables/csv_row.h"

namespace sheen {

namespace {

constexpr int degreeDecimals = 8;  // 1 mm
constexpr int angleDecimals = 5;
constexpr int metreDecimals = 3;

struct ValueColumn
{
    const char* name;
    OverlayField field;
    int decimals;
};

constexpr ValueColumn platformColumns[] = {
    {"platform_latitude_deg", OverlayField::PlatformLatitude, degreeDecimals},
    {"platform_longitude_deg", OverlayField::PlatformLongitude, degreeDecimals},
    {"platform_altitude_m", OverlayField::PlatformAltitude, metreDecimals},
    {"platform_heading_deg", OverlayField::PlatformHeading, angleDecimals},
};
constexpr ValueColumn focalColumn = {"focal_length_mm", OverlayField::FocalLength, metreDecimals};
constexpr ValueColumn targetColumns[] = {
    {"target_latitude_deg", OverlayField::TargetLatitude, degreeDecimals},
    {"target_longitude_deg", OverlayField::TargetLongitude, degreeDecimals},
    {"target_elevation_m", OverlayField::TargetElevation, metreDecimals},
    {"target_bearing_deg", OverlayField::TargetBearing, angleDecimals},
    {"slant_range_m", OverlayField::SlantRange, metreDecimals},
};

/** Standard errors of the pose (1 sigma), 0 there meaning not known. */
struct ErrorColumn
{
    const char* name;
    double CameraPose::*error;
};
constexpr ErrorColumn errorColumns[] = {
    {"position_standard_error_m", &CameraPose::horizontalErrorMetres},
    {"height_standard_error_m", &CameraPose::heightErrorMetres},
    {"bearing_standard_error_deg", &CameraPose::bearingErrorDegrees},
    {"depression_standard_error_deg", &CameraPose::depressionErrorDegrees},
    {"fov_standard_error_deg", &CameraPose::fovErrorDegrees},
};

QString qualityColumn(std::size_t field)
{
    return overlayFieldName(static_cast<OverlayField>(field)) + QStringLiteral("_quality");
}

constexpr auto firstNumber = indexOf(OverlayField::FocalLength);

QByteArray telemetryHeader()
{
    CsvRow row;
    for (const char* name : {"frame", "time_s", "utc", "quality"})
        row.text(QLatin1String(name));
    for (const ValueColumn& column : platformColumns)
        row.text(QLatin1String(column.name));
    for (const char* name : {"sensor", focalColumn.name, "horizontal_fov_deg"})
        row.text(QLatin1String(name));
    for (const ValueColumn& column : targetColumns)
        row.text(QLatin1String(column.name));
    for (const char* name : {"camera_bearing_deg", "camera_depression_deg"})
        row.text(QLatin1String(name));
    for (std::size_t i = 0; i < overlayFieldCount; ++i)
        row.text(overlayFieldName(static_cast<OverlayField>(i)) + QStringLiteral("_raw"));
    row.text(QStringLiteral("camera_roll_deg"));
    row.text(QStringLiteral("camera_latitude_deg"));
    row.text(QStringLiteral("camera_longitude_deg"));
    row.text(QStringLiteral("camera_height_m"));
    for (const ErrorColumn& column : errorColumns)
        row.text(QLatin1String(column.name));
    for (std::size_t i = firstNumber; i < overlayFieldCount; ++i)
        row.text(qualityColumn(i));
    row.text(QStringLiteral("file"));
    return row.line();
}

QByteArray rowOf(const FrameRecord& record)
{
    const TelemetryRecord& telemetry = record.telemetry;
    const std::optional<CameraPose>& pose = telemetry.pose;
    const auto posed = [&pose](double CameraPose::*member) {
        return pose ? std::optional((*pose).*member) : std::nullopt;
    };
    CsvRow row;
    const auto value = [&](const ValueColumn& column) {
        row.number(telemetry.values[indexOf(column.field)], column.decimals);
    };
    row.text(QString::number(record.frame));
    row.number(record.timeSeconds, 6);
    row.text(telemetry.utc.isValid() ? telemetry.utc.toUTC().toString(Qt::ISODateWithMs) : QString());
    row.text(qualityName(telemetry.quality));
    for (const ValueColumn& column : platformColumns)
        value(column);
    row.text(telemetry.sensor);
    value(focalColumn);
    row.number(telemetry.horizontalFovDegrees ? telemetry.horizontalFovDegrees
                                              : posed(&CameraPose::horizontalFovDegrees),
               angleDecimals);
    for (const ValueColumn& column : targetColumns)
        value(column);
    row.number(posed(&CameraPose::bearingDegrees), angleDecimals);
    row.number(posed(&CameraPose::depressionDegrees), angleDecimals);
    for (const FieldReading& field : telemetry.reading.fields)
        row.text(field.text);
    row.number(posed(&CameraPose::rollDegrees), angleDecimals);
    row.number(posed(&CameraPose::latitudeDegrees), degreeDecimals);
    row.number(posed(&CameraPose::longitudeDegrees), degreeDecimals);
    row.number(posed(&CameraPose::heightMetres), metreDecimals);
    for (const ErrorColumn& column : errorColumns) {
        const auto error = posed(column.error);
        row.number(error && *error > 0 ? error : std::nullopt, angleDecimals);
    }
    for (std::size_t i = firstNumber; i < overlayFieldCount; ++i)
        row.text(qualityName(telemetry.qualities[i]));
    row.text(record.fileName);
    return row.line();
}

}  // namespace

void writeTelemetryCsv(const std::vector<FrameRecord>& frames, const QString& path)
{
    QSaveFile file(path);
    bool written = file.open(QIODevice::WriteOnly) && file.write(telemetryHeader()) > 0;
    for (const FrameRecord& record : frames)
        written = written && file.write(rowOf(record)) > 0;
    // commit() alone overlooks a last write that was cut short.
    if (!written || !file.flush() || !file.commit())
        throw Error(QCoreApplication::translate("sheen::Output",
                                                "\"%1\" could not be written (%2). Make room on the disk or "
                                                "choose another folder; earlier files are kept.")
                        .arg(path, file.errorString()));
}

}  // namespace sheen
