#include "format1.h"

#include <ogrsf_frmts.h>

#include <QFile>
#include <QJsonDocument>
#include <algorithm>
#include <array>
#include <map>
#include <utility>
#include <vector>

#include "base/error.h"
#include "edit_features.h"
#include "facts_json.h"
#include "facts_rows.h"
#include "feature_fields.h"
#include "format1_slicks.h"
#include "frame_features.h"
#include "frame_rows.h"
#include "ogr/gdal_errors.h"
#include "ogr/ogr_shapes.h"
#include "slick_rows.h"
#include "telemetry_json.h"
#include "workspace_dataset.h"
#include "workspace_file.h"
#include "workspace_text.h"

namespace sheen {

namespace {

/** A pose as format 1 had it in a frame's telemetry. */
struct PoseKey
{
    const char* name;
    double CameraPose::*member;
};
constexpr std::array<PoseKey, 16> poseKeys = {{
    {"latitude_deg", &CameraPose::latitudeDegrees},
    {"longitude_deg", &CameraPose::longitudeDegrees},
    {"height_m", &CameraPose::heightMetres},
    {"bearing_deg", &CameraPose::bearingDegrees},
    {"depression_deg", &CameraPose::depressionDegrees},
    {"roll_deg", &CameraPose::rollDegrees},
    {"horizontal_fov_deg", &CameraPose::horizontalFovDegrees},
    {"horizontal_error_m", &CameraPose::horizontalErrorMetres},
    {"height_error_m", &CameraPose::heightErrorMetres},
    {"bearing_error_deg", &CameraPose::bearingErrorDegrees},
    {"depression_error_deg", &CameraPose::depressionErrorDegrees},
    {"fov_error_deg", &CameraPose::fovErrorDegrees},
    {"horizontal_rounding_share", &CameraPose::horizontalRoundingShare},
    {"bearing_rounding_share", &CameraPose::bearingRoundingShare},
    {"depression_rounding_share", &CameraPose::depressionRoundingShare},
    {"fov_rounding_share", &CameraPose::fovRoundingShare},
}};

TelemetryRecord telemetryOf(const QJsonObject& json)
{
    TelemetryRecord record = telemetryFromJson(json);
    record.seaLevelMetres = json.value(QLatin1String("sea_level_m")).toDouble();
    const QJsonValue value = json.value(QLatin1String("pose"));
    if (!value.isObject())
        return record;
    const QJsonObject pose = value.toObject();
    record.pose.emplace();
    record.pose->source = qualityFromName(pose.value(QLatin1String("source")).toString());
    for (const PoseKey& key : poseKeys)
        (*record.pose).*key.member = pose.value(QLatin1String(key.name)).toDouble();
    return record;
}

/** Reads the tables of format 1 by the names of their columns. */
class Format1
{
public:
    explicit Format1(const QString& path) : m_path(path), m_dataset(openWorkspaceFile(path)) {}
    ~Format1() { closeWorkspaceFile(std::move(m_dataset)); }
    Format1(const Format1&) = delete;
    Format1& operator=(const Format1&) = delete;

    /** Calls `take` with each feature of a table. */
    template <typename Take>
    void each(const char* table, const Take& take) const
    {
        OGRLayer* layer = m_dataset->GetLayerByName(table);
        if (!layer)
            throw Error(
                WorkspaceText::tr("The workspace \"%1\" cannot be opened: its table \"%2\" is missing.")
                    .arg(m_path, QLatin1String(table)),
                ErrorKind::Unreadable);
        layer->ResetReading();
        while (const OGRFeatureUniquePtr feature{layer->GetNextFeature()})
            take(*feature);
    }

    std::map<int, std::vector<Detection>> detections() const
    {
        std::map<int, std::vector<Detection>> all;
        each("detections", [&all](const OGRFeature& feature) {
            Detection detection = detectionFromFeature(feature);
            detection.outline = pixelOutlineFromWkb(bytesOf(feature, feature.GetFieldIndex("outline_px")));
            all[detection.frame].push_back(std::move(detection));
        });
        return all;
    }

    static FrameRecord frame(const OGRFeature& feature)
    {
        FrameRecord record = frameFromFeature(feature);
        record.telemetry =
            telemetryOf(QJsonDocument::fromJson(QByteArray(feature.GetFieldAsString("telemetry"))).object());
        return record;
    }

private:
    QString m_path;
    GDALDatasetUniquePtr m_dataset;
};

void copyRows(const Format1& from, WorkspaceDataset& to, const char* table, OGRLayer& layer)
{
    from.each(table, [&](OGRFeature& earlier) {
        to.add(layer, [&earlier](OGRFeature& feature) {
            feature.SetFrom(&earlier);
            feature.SetFID(earlier.GetFID());
        });
    });
}

ModelCard copyFacts(const Format1& from, WorkspaceDataset& to)
{
    ModelCard card;
    from.each("facts", [&](const OGRFeature& earlier) {
        const QString name = textOf(earlier, 0);
        const QJsonObject value =
            name == formatFact ? formatToJson()
                               : QJsonDocument::fromJson(QByteArray(earlier.GetFieldAsString(1))).object();
        if (name == QLatin1String("model"))
            card = modelFromJson(value);
        to.add(*to.layers().facts, [&](OGRFeature& feature) {
            setText(feature, 0, name);
            feature.SetField(1, QJsonDocument(value).toJson(QJsonDocument::Compact).constData());
        });
    });
    return card;
}

void copySlicks(const Format1& from, WorkspaceDataset& to)
{
    std::vector<Format1Slick> regions;
    from.each("slicks",
              [&regions](const OGRFeature& feature) { regions.push_back(format1SlickFromFeature(feature)); });
    const Format1Bodies bodies = bodiesOf(std::move(regions));
    for (const Slick& slick : bodies.slicks)
        writeSlick(to, slick);
    for (const QString& sentence : bodies.history) {
        Edit edit;
        edit.time = QDateTime::currentDateTimeUtc();
        edit.action = QStringLiteral("format");
        edit.description = sentence;
        to.add(*to.layers().edits, [&edit](OGRFeature& feature) { fillEdit(feature, edit, QString()); });
    }
}

void copyAll(const Format1& from, WorkspaceDataset& to)
{
    const ModelCard card = copyFacts(from, to);
    std::map<int, std::vector<Detection>> detections = from.detections();
    from.each("frames", [&](const OGRFeature& feature) {
        FrameRecord record = Format1::frame(feature);
        record.detections = std::move(detections[record.frame]);
        const QByteArray mask = bytesOf(feature, feature.GetFieldIndex("mask"));
        insertFrames(to, {record}, {mask}, card);
    });
    copyRows(from, to, "edits", *to.layers().edits);
    copySlicks(from, to);
}

/** The last id of a slick that was given. */
std::int64_t lastSlickId(const Format1& from)
{
    std::int64_t last = 0;
    from.each("counters", [&last](const OGRFeature& feature) {
        last = std::max<std::int64_t>(last, feature.GetFieldAsInteger64(1));
    });
    return last;
}

void writeConverted(const QString& path, const QString& target)
{
    const Format1 from(path);
    WorkspaceDataset to;
    to.create(target, [&] { copyAll(from, to); });
    to.change([&] { to.raiseSlickId(lastSlickId(from)); });
}

}  // namespace

QString convertFormat1(const QString& path)
{
    const QString part = path + QStringLiteral(".part");
    try {
        QFile::remove(part);
        writeConverted(path, part);
        const QString aside = moveAside(path);
        if (!QFile::rename(part, path)) {
            QFile::rename(aside, path);
            throw Error(WorkspaceText::tr("\"%1\" cannot be renamed.").arg(part));
        }
        return aside;
    } catch (const Error& error) {
        QFile::remove(part);
        throw Error(WorkspaceText::tr(
                        "The workspace \"%1\" is of an earlier version of Sheen and could not be brought "
                        "to the present one beside it. It was left as it is. %2")
                        .arg(path, error.sentence()),
                    ErrorKind::Unreadable);
    }
}

}  // namespace sheen
