#include "workspace_layers.h"

#include <cpl_string.h>
#include <ogrsf_frmts.h>

#include <QCoreApplication>
#include <QJsonArray>
#include <QJsonDocument>
#include <cmath>

#include "base/error.h"
#include "data/issue_json.h"
#include "ogr/ogr_shapes.h"
#include "telemetry_json.h"
#include "workspace/slick_fields.h"

namespace sheen {

namespace {

struct Column
{
    const char* name;
    OGRFieldType type;
};

// The enums count the columns in the order in which the tables list them. Large columns come last: a reader
// who does not ask for them never touches their pages.
enum FrameColumn {
    FrameNumber,
    FrameTime,
    FrameUtc,
    FrameQuality,
    FramePositionError,
    FrameGsd,
    FrameCentreLatitude,
    FrameCentreLongitude,
    FrameWidth,
    FrameHeight,
    FrameFile,
    FrameIssues,
    FrameTelemetry,
    FrameMask,
};
constexpr Column frameColumns[] = {
    {"frame", OFTInteger},     {"time_s", OFTReal},           {"utc", OFTString},
    {"quality", OFTString},    {"position_error_m", OFTReal}, {"gsd_m", OFTReal},
    {"centre_lat", OFTReal},   {"centre_lon", OFTReal},       {"width_px", OFTInteger},
    {"height_px", OFTInteger}, {"file", OFTString},           {"issues", OFTString},
    {"telemetry", OFTString},  {"mask", OFTBinary},
};

enum DetectionColumn {
    DetectionFrame,
    DetectionClass,
    DetectionClassName,
    DetectionConfidence,
    DetectionArea,
    DetectionOutline,
};
constexpr Column detectionColumns[] = {
    {"frame", OFTInteger},   {"class", OFTInteger}, {"class_name", OFTString},
    {"confidence", OFTReal}, {"area_m2", OFTReal},  {"outline_px", OFTBinary},
};

enum TrackColumn {
    TrackFrame,
    TrackTime,
    TrackUtc,
    TrackHeight,
    TrackHeading,
    TrackBearing,
    TrackDepression,
    TrackFov,
    TrackQuality,
};
constexpr Column trackColumns[] = {
    {"frame", OFTInteger},
    {"time_s", OFTReal},
    {"utc", OFTString},
    {"height_m", OFTReal},
    {"heading_deg", OFTReal},
    {"camera_bearing_deg", OFTReal},
    {"camera_depression_deg", OFTReal},
    {"horizontal_fov_deg", OFTReal},
    {"quality", OFTString},
};

enum EditColumn { EditTime, EditPerson, EditAction, EditSlicks, EditDescription, EditRemoved };
constexpr Column editColumns[] = {
    {"time", OFTString},   {"person", OFTString},      {"action", OFTString},
    {"slicks", OFTString}, {"description", OFTString}, {"removed", OFTString},
};

constexpr Column factColumns[] = {{"name", OFTString}, {"value", OFTString}};
constexpr Column counterColumns[] = {{"name", OFTString}, {"value", OFTInteger64}};

OGRLayer* createLayer(GDALDataset& dataset, const char* name, OGRwkbGeometryType type, const QString& path)
{
    CPLStringList options;
    if (type != wkbNone)
        options.SetNameValue("GEOMETRY_NAME", "geom");
    const auto reference = wgs84Reference();
    OGRLayer* layer =
        dataset.CreateLayer(name, type == wkbNone ? nullptr : reference.get(), type, options.List());
    if (!layer)
        throw Error(QCoreApplication::translate("sheen::Workspace", "\"%1\" cannot be created.").arg(path));
    return layer;
}

template <std::size_t count>
OGRLayer* createLayer(GDALDataset& dataset, const char* name, OGRwkbGeometryType type,
                      const Column (&columns)[count], const QString& path)
{
    OGRLayer* layer = createLayer(dataset, name, type, path);
    for (const Column& column : columns) {
        OGRFieldDefn field(column.name, column.type);
        if (layer->CreateField(&field) != OGRERR_NONE)
            throw Error(
                QCoreApplication::translate("sheen::Workspace", "\"%1\" cannot be created.").arg(path));
    }
    return layer;
}

/** Nullptr where it is missing or has other columns. */
template <std::size_t count>
OGRLayer* findLayer(GDALDataset& dataset, const char* name, const Column (&columns)[count])
{
    OGRLayer* layer = dataset.GetLayerByName(name);
    for (std::size_t i = 0; layer && i < count; ++i) {
        if (layer->GetLayerDefn()->GetFieldIndex(columns[i].name) != static_cast<int>(i))
            return nullptr;
    }
    return layer;
}

void setText(OGRFeature& feature, int column, const QString& text)
{
    feature.SetField(column, text.toUtf8().constData());
}

void setNumber(OGRFeature& feature, int column, double value)
{
    if (std::isfinite(value))
        feature.SetField(column, value);
    else
        feature.SetFieldNull(column);
}

void setMaybe(OGRFeature& feature, int column, const std::optional<double>& value)
{
    if (value)
        setNumber(feature, column, *value);
    else
        feature.SetFieldNull(column);
}

void setBytes(OGRFeature& feature, int column, const QByteArray& bytes)
{
    feature.SetField(column, static_cast<int>(bytes.size()), bytes.constData());
}

QString textOf(const OGRFeature& feature, int column)
{
    return QString::fromUtf8(feature.GetFieldAsString(column));
}

QByteArray bytesOf(const OGRFeature& feature, int column)
{
    if (!feature.IsFieldSetAndNotNull(column))
        return {};
    int size = 0;
    const GByte* bytes = feature.GetFieldAsBinary(column, &size);
    return QByteArray(reinterpret_cast<const char*>(bytes), size);
}

QString toText(const QJsonArray& array)
{
    return QString::fromUtf8(QJsonDocument(array).toJson(QJsonDocument::Compact));
}

QJsonArray arrayFromText(const QString& text)
{
    return QJsonDocument::fromJson(text.toUtf8()).array();
}

}  // namespace

WorkspaceLayers createLayers(GDALDataset& dataset, const QString& path)
{
    WorkspaceLayers layers;
    layers.slicks = createLayer(dataset, "slicks", wkbMultiPolygon, path);
    defineSlickFields(*layers.slicks, SlickForm::Workspace, path);
    layers.detections = createLayer(dataset, "detections", wkbMultiPolygon, detectionColumns, path);
    layers.frames = createLayer(dataset, "frames", wkbPolygon, frameColumns, path);
    layers.track = createLayer(dataset, "track", wkbPoint, trackColumns, path);
    layers.edits = createLayer(dataset, "edits", wkbNone, editColumns, path);
    layers.facts = createLayer(dataset, "facts", wkbNone, factColumns, path);
    layers.counters = createLayer(dataset, "counters", wkbNone, counterColumns, path);
    return layers;
}

std::optional<WorkspaceLayers> findLayers(GDALDataset& dataset)
{
    WorkspaceLayers layers;
    layers.slicks = dataset.GetLayerByName("slicks");
    layers.detections = findLayer(dataset, "detections", detectionColumns);
    layers.frames = findLayer(dataset, "frames", frameColumns);
    layers.track = findLayer(dataset, "track", trackColumns);
    layers.edits = findLayer(dataset, "edits", editColumns);
    layers.facts = findLayer(dataset, "facts", factColumns);
    layers.counters = findLayer(dataset, "counters", counterColumns);
    const bool complete = layers.slicks && hasSlickFields(*layers.slicks) && layers.detections &&
                          layers.frames && layers.track && layers.edits && layers.facts && layers.counters;
    return complete ? std::optional(layers) : std::nullopt;
}

void fillFrame(OGRFeature& feature, const FrameRecord& record)
{
    feature.SetField(FrameNumber, record.frame);
    setNumber(feature, FrameTime, record.timeSeconds);
    setText(feature, FrameUtc, utcToText(record.telemetry.utc));
    setText(feature, FrameQuality, qualityName(record.telemetry.quality));
    setNumber(feature, FramePositionError, record.positionErrorMetres);
    setNumber(feature, FrameGsd, record.groundSampleDistanceMetres);
    if (record.centre) {
        setNumber(feature, FrameCentreLatitude, record.centre->latitudeDegrees);
        setNumber(feature, FrameCentreLongitude, record.centre->longitudeDegrees);
    }
    feature.SetField(FrameWidth, record.pictureSize.width);
    feature.SetField(FrameHeight, record.pictureSize.height);
    setText(feature, FrameFile, record.fileName);
    setText(feature, FrameIssues, toText(issuesToJson(record.issues)));
    setText(
        feature, FrameTelemetry,
        QString::fromUtf8(QJsonDocument(telemetryToJson(record.telemetry)).toJson(QJsonDocument::Compact)));
    setBytes(feature, FrameMask, record.maskPng);
    feature.SetGeometryDirectly(ogrPolygon(record.footprint).release());
}

FrameRecord frameFromFeature(const OGRFeature& feature)
{
    FrameRecord record;
    record.frame = feature.GetFieldAsInteger(FrameNumber);
    record.timeSeconds = feature.GetFieldAsDouble(FrameTime);
    record.positionErrorMetres = feature.GetFieldAsDouble(FramePositionError);
    record.groundSampleDistanceMetres = feature.GetFieldAsDouble(FrameGsd);
    if (feature.IsFieldSetAndNotNull(FrameCentreLatitude) &&
        feature.IsFieldSetAndNotNull(FrameCentreLongitude))
        record.centre = GroundPoint{feature.GetFieldAsDouble(FrameCentreLatitude),
                                    feature.GetFieldAsDouble(FrameCentreLongitude)};
    record.pictureSize = {feature.GetFieldAsInteger(FrameWidth), feature.GetFieldAsInteger(FrameHeight)};
    record.fileName = textOf(feature, FrameFile);
    record.issues = issuesFromJson(arrayFromText(textOf(feature, FrameIssues)));
    record.telemetry = telemetryFromJson(
        QJsonDocument::fromJson(QByteArray(feature.GetFieldAsString(FrameTelemetry))).object());
    record.maskPng = bytesOf(feature, FrameMask);
    record.footprint = outerRingFromOgr(feature.GetGeometryRef());
    return record;
}

void fillDetection(OGRFeature& feature, const Detection& detection, const QString& className)
{
    feature.SetField(DetectionFrame, detection.frame);
    feature.SetField(DetectionClass, detection.classValue);
    setText(feature, DetectionClassName, className);
    setNumber(feature, DetectionConfidence, detection.confidence);
    setNumber(feature, DetectionArea, detection.areaSquareMetres);
    setBytes(feature, DetectionOutline, pixelOutlineToWkb(detection.outline));
    feature.SetGeometryDirectly(ogrMultiPolygon(detection.ground).release());
}

Detection detectionFromFeature(const OGRFeature& feature)
{
    Detection detection;
    detection.frame = feature.GetFieldAsInteger(DetectionFrame);
    detection.classValue = feature.GetFieldAsInteger(DetectionClass);
    detection.confidence = feature.GetFieldAsDouble(DetectionConfidence);
    detection.areaSquareMetres = feature.GetFieldAsDouble(DetectionArea);
    detection.outline = pixelOutlineFromWkb(bytesOf(feature, DetectionOutline));
    detection.ground = multiPolygonFromOgr(feature.GetGeometryRef());
    return detection;
}

void fillTrackPoint(OGRFeature& feature, const FrameRecord& record)
{
    const CameraPose& pose = *record.telemetry.pose;
    feature.SetField(TrackFrame, record.frame);
    setNumber(feature, TrackTime, record.timeSeconds);
    setText(feature, TrackUtc, utcToText(record.telemetry.utc));
    setNumber(feature, TrackHeight, pose.heightMetres);
    setMaybe(feature, TrackHeading, record.telemetry.values[indexOf(OverlayField::PlatformHeading)]);
    setNumber(feature, TrackBearing, pose.bearingDegrees);
    setNumber(feature, TrackDepression, pose.depressionDegrees);
    setNumber(feature, TrackFov, pose.horizontalFovDegrees);
    setText(feature, TrackQuality, qualityName(record.telemetry.quality));
    feature.SetGeometryDirectly(new OGRPoint(pose.longitudeDegrees, pose.latitudeDegrees));
}

void fillEdit(OGRFeature& feature, const Edit& edit, const QString& removedGeoJson)
{
    setText(feature, EditTime, utcToText(edit.time));
    setText(feature, EditPerson, edit.person);
    setText(feature, EditAction, edit.action);
    QJsonArray ids;
    for (const std::int64_t id : edit.slickIds)
        ids << static_cast<qint64>(id);
    setText(feature, EditSlicks, toText(ids));
    setText(feature, EditDescription, edit.description);
    if (!removedGeoJson.isEmpty())
        setText(feature, EditRemoved, removedGeoJson);
}

Edit editFromFeature(const OGRFeature& feature)
{
    Edit edit;
    edit.time = utcFromText(textOf(feature, EditTime));
    edit.person = textOf(feature, EditPerson);
    edit.action = textOf(feature, EditAction);
    const QJsonArray ids = arrayFromText(textOf(feature, EditSlicks));
    for (const QJsonValue& id : ids)
        edit.slickIds.push_back(static_cast<std::int64_t>(id.toDouble()));
    edit.description = textOf(feature, EditDescription);
    return edit;
}

QString removedFromFeature(const OGRFeature& feature)
{
    return textOf(feature, EditRemoved);
}

}  // namespace sheen
