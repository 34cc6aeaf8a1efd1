#include "frame_features.h"

#include <ogrsf_frmts.h>

#include <QJsonDocument>
#include <array>

#include "data/issue_json.h"
#include "feature_fields.h"
#include "ogr/ogr_shapes.h"
#include "telemetry_json.h"
#include "workspace_columns.h"

namespace sheen {

namespace {

/** One table for writing and reading a pose; its place is the geometry. */
struct PoseColumn
{
    TrackColumn column;
    double CameraPose::*member;
};
constexpr std::array<PoseColumn, 14> poseColumns = {{
    {TrackHeight, &CameraPose::heightMetres},
    {TrackBearing, &CameraPose::bearingDegrees},
    {TrackDepression, &CameraPose::depressionDegrees},
    {TrackRoll, &CameraPose::rollDegrees},
    {TrackFov, &CameraPose::horizontalFovDegrees},
    {TrackHorizontalError, &CameraPose::horizontalErrorMetres},
    {TrackHeightError, &CameraPose::heightErrorMetres},
    {TrackBearingError, &CameraPose::bearingErrorDegrees},
    {TrackDepressionError, &CameraPose::depressionErrorDegrees},
    {TrackFovError, &CameraPose::fovErrorDegrees},
    {TrackHorizontalRounding, &CameraPose::horizontalRoundingShare},
    {TrackBearingRounding, &CameraPose::bearingRoundingShare},
    {TrackDepressionRounding, &CameraPose::depressionRoundingShare},
    {TrackFovRounding, &CameraPose::fovRoundingShare},
}};

}  // namespace

void fillFrame(OGRFeature& feature, const FrameRecord& record)
{
    feature.SetField(FrameNumber, record.frame);
    setNumber(feature, FrameTime, record.timeSeconds);
    setText(feature, FrameUtc, utcToText(record.telemetry.utc));
    setText(feature, FrameQuality, qualityName(record.telemetry.quality));
    setNumber(feature, FramePositionError, record.positionErrorMetres);
    setNumber(feature, FrameGsd, record.groundSampleDistanceMetres);
    const auto centre = [&record](double GroundPoint::*member) {
        return record.centre ? std::optional((*record.centre).*member) : std::nullopt;
    };
    setMaybe(feature, FrameCentreLatitude, centre(&GroundPoint::latitudeDegrees));
    setMaybe(feature, FrameCentreLongitude, centre(&GroundPoint::longitudeDegrees));
    feature.SetField(FrameWidth, record.pictureSize.width);
    feature.SetField(FrameHeight, record.pictureSize.height);
    setText(feature, FrameFile, record.fileName);
    setText(feature, FrameIssues, toText(issuesToJson(record.issues)));
    setNumber(feature, FrameSeaLevel, record.telemetry.seaLevelMetres);
    feature.SetGeometryDirectly(ogrPolygon(record.footprint).release());
}

FrameRecord frameFromFeature(const OGRFeature& feature)
{
    FrameRecord record;
    record.frame = feature.GetFieldAsInteger(FrameNumber);
    record.timeSeconds = feature.GetFieldAsDouble(FrameTime);
    record.positionErrorMetres = feature.GetFieldAsDouble(FramePositionError);
    record.groundSampleDistanceMetres = feature.GetFieldAsDouble(FrameGsd);
    const std::optional<double> latitude = maybeOf(feature, FrameCentreLatitude);
    const std::optional<double> longitude = maybeOf(feature, FrameCentreLongitude);
    if (latitude && longitude)
        record.centre = GroundPoint{*latitude, *longitude};
    record.pictureSize = {feature.GetFieldAsInteger(FrameWidth), feature.GetFieldAsInteger(FrameHeight)};
    record.fileName = textOf(feature, FrameFile);
    record.issues = issuesFromJson(arrayFromText(textOf(feature, FrameIssues)));
    record.telemetry.seaLevelMetres = maybeOf(feature, FrameSeaLevel).value_or(0);
    record.footprint = outerRingFromOgr(feature.GetGeometryRef());
    return record;
}

void fillTelemetry(OGRFeature& feature, const TelemetryRecord& telemetry)
{
    feature.SetField(0, QJsonDocument(telemetryToJson(telemetry)).toJson(QJsonDocument::Compact).constData());
}

TelemetryRecord telemetryFromFeature(const OGRFeature& feature)
{
    return telemetryFromJson(QJsonDocument::fromJson(QByteArray(feature.GetFieldAsString(0))).object());
}

void fillTrackPoint(OGRFeature& feature, const FrameRecord& record)
{
    const CameraPose& pose = *record.telemetry.pose;
    feature.SetField(TrackFrame, record.frame);
    setNumber(feature, TrackTime, record.timeSeconds);
    setText(feature, TrackUtc, utcToText(record.telemetry.utc));
    setMaybe(feature, TrackHeading, record.telemetry.values[indexOf(OverlayField::PlatformHeading)]);
    setText(feature, TrackQuality, qualityName(record.telemetry.quality));
    setText(feature, TrackSource, qualityName(pose.source));
    for (const auto& [column, member] : poseColumns)
        setNumber(feature, column, pose.*member);
    feature.SetGeometryDirectly(new OGRPoint(pose.longitudeDegrees, pose.latitudeDegrees));
}

CameraPose poseFromFeature(const OGRFeature& feature)
{
    CameraPose pose;
    const OGRGeometry* place = feature.GetGeometryRef();
    if (place && wkbFlatten(place->getGeometryType()) == wkbPoint) {
        pose.longitudeDegrees = place->toPoint()->getX();
        pose.latitudeDegrees = place->toPoint()->getY();
    }
    pose.source = qualityFromName(textOf(feature, TrackSource));
    for (const auto& [column, member] : poseColumns)
        pose.*member = maybeOf(feature, column).value_or(0);
    return pose;
}

void fillDetection(OGRFeature& feature, const Detection& detection, const QString& className)
{
    feature.SetField(DetectionFrame, detection.frame);
    feature.SetField(DetectionClass, detection.classValue);
    setText(feature, DetectionClassName, className);
    setNumber(feature, DetectionConfidence, detection.confidence);
    setNumber(feature, DetectionArea, detection.areaSquareMetres);
    feature.SetGeometryDirectly(ogrMultiPolygon(detection.ground).release());
}

Detection detectionFromFeature(const OGRFeature& feature)
{
    Detection detection;
    detection.frame = feature.GetFieldAsInteger(DetectionFrame);
    detection.classValue = feature.GetFieldAsInteger(DetectionClass);
    detection.confidence = feature.GetFieldAsDouble(DetectionConfidence);
    detection.areaSquareMetres = feature.GetFieldAsDouble(DetectionArea);
    detection.ground = multiPolygonFromOgr(feature.GetGeometryRef());
    return detection;
}

void fillOutline(OGRFeature& feature, const PixelPolygon& outline)
{
    setBytes(feature, 0, pixelOutlineToWkb(outline));
}

PixelPolygon outlineFromFeature(const OGRFeature& feature)
{
    return pixelOutlineFromWkb(bytesOf(feature, 0));
}

}  // namespace sheen
