#include "frame_rows.h"

#include <ogrsf_frmts.h>

#include <algorithm>

#include "feature_fields.h"
#include "frame_features.h"
#include "row_update.h"
#include "workspace_dataset.h"

namespace sheen {

namespace {

// A detection has its frame's number and its own within the frame as its id.
constexpr int detectionBits = 20;

GIntBig detectionFid(int frame, std::size_t index)
{
    return (static_cast<GIntBig>(frame) << detectionBits) | static_cast<GIntBig>(index);
}

int frameOfDetection(GIntBig fid)
{
    return static_cast<int>(fid >> detectionBits);
}

// The rows of each table that holds something of frames. They borrow the frames and the card.

std::vector<Row> frameRows(const std::vector<FrameRecord>& frames)
{
    std::vector<Row> rows;
    for (const FrameRecord& record : frames)
        rows.push_back({record.frame, [&record](OGRFeature& feature) { fillFrame(feature, record); }});
    return rows;
}

std::vector<Row> telemetryRows(const std::vector<FrameRecord>& frames)
{
    std::vector<Row> rows;
    for (const FrameRecord& record : frames)
        rows.push_back(
            {record.frame, [&record](OGRFeature& feature) { fillTelemetry(feature, record.telemetry); }});
    return rows;
}

std::vector<Row> trackRows(const std::vector<FrameRecord>& frames)
{
    std::vector<Row> rows;
    for (const FrameRecord& record : frames) {
        if (record.telemetry.pose)
            rows.push_back(
                {record.frame, [&record](OGRFeature& feature) { fillTrackPoint(feature, record); }});
    }
    return rows;
}

std::vector<Row> detectionRows(const std::vector<FrameRecord>& frames, const ModelCard& card)
{
    std::vector<Row> rows;
    for (const FrameRecord& record : frames) {
        for (std::size_t i = 0; i < record.detections.size(); ++i)
            rows.push_back({detectionFid(record.frame, i),
                            [&detection = record.detections[i], &card](OGRFeature& feature) {
                                const ModelClass* found = card.findClass(detection.classValue);
                                fillDetection(feature, detection, found ? found->name : QString());
                            }});
    }
    return rows;
}

std::vector<Row> outlineRows(const std::vector<FrameRecord>& frames)
{
    std::vector<Row> rows;
    for (const FrameRecord& record : frames) {
        for (std::size_t i = 0; i < record.detections.size(); ++i)
            rows.push_back({detectionFid(record.frame, i),
                            [&outline = record.detections[i].outline](OGRFeature& feature) {
                                fillOutline(feature, outline);
                            }});
    }
    return rows;
}

void insertRows(WorkspaceDataset& dataset, OGRLayer& layer, const std::vector<Row>& rows)
{
    for (const Row& row : rows)
        dataset.add(layer, [&row](OGRFeature& feature) {
            feature.SetFID(row.fid);
            row.fill(feature);
        });
}

template <typename Take>
void readRows(OGRLayer& layer, const Take& take)
{
    layer.ResetReading();
    while (const OGRFeatureUniquePtr feature{layer.GetNextFeature()})
        take(*feature);
    layer.ResetReading();
}

/** Nullptr where there is none of that number. Frames in ascending order. */
FrameRecord* find(std::vector<FrameRecord>& frames, GIntBig number)
{
    const auto at =
        std::lower_bound(frames.begin(), frames.end(), number,
                         [](const FrameRecord& record, GIntBig wanted) { return record.frame < wanted; });
    return at != frames.end() && at->frame == number ? &*at : nullptr;
}

/** What the row of `frames` holds of a frame's telemetry stays. */
void setTelemetry(FrameRecord& record, TelemetryRecord telemetry)
{
    telemetry.seaLevelMetres = record.telemetry.seaLevelMetres;
    record.telemetry = std::move(telemetry);
}

}  // namespace

void insertFrames(WorkspaceDataset& dataset, const std::vector<FrameRecord>& frames,
                  const std::vector<QByteArray>& masks, const ModelCard& card)
{
    const WorkspaceLayers& layers = dataset.layers();
    insertRows(dataset, *layers.frames, frameRows(frames));
    insertRows(dataset, *layers.telemetry, telemetryRows(frames));
    insertRows(dataset, *layers.track, trackRows(frames));
    insertRows(dataset, *layers.detections, detectionRows(frames, card));
    insertRows(dataset, *layers.outlines, outlineRows(frames));
    for (std::size_t i = 0; i < std::min(frames.size(), masks.size()); ++i) {
        if (!masks[i].isEmpty())
            dataset.add(*layers.masks, [&](OGRFeature& feature) {
                feature.SetFID(frames[i].frame);
                setBytes(feature, 0, masks[i]);
            });
    }
}

void updateFrames(WorkspaceDataset& dataset, const std::vector<FrameRecord>& frames, const ModelCard& card)
{
    const WorkspaceLayers& layers = dataset.layers();
    updateRows(dataset, *layers.telemetry, telemetryRows(frames));
    updateRows(dataset, *layers.track, trackRows(frames));
    updateRows(dataset, *layers.detections, detectionRows(frames, card));
    updateRows(dataset, *layers.outlines, outlineRows(frames));
    for (const GIntBig frame : updateRows(dataset, *layers.frames, frameRows(frames)))
        dataset.execute(QStringLiteral("DELETE FROM masks WHERE fid = %1").arg(frame));
}

void removeFramesFrom(WorkspaceDataset& dataset, int firstFrame)
{
    for (const char* table : {"frames", "telemetry", "track", "masks"})
        dataset.execute(
            QStringLiteral("DELETE FROM %1 WHERE fid >= %2").arg(QLatin1String(table)).arg(firstFrame));
    for (const char* table : {"detections", "outlines"})
        dataset.execute(QStringLiteral("DELETE FROM %1 WHERE fid >= %2")
                            .arg(QLatin1String(table))
                            .arg(detectionFid(firstFrame, 0)));
}

std::vector<FrameRecord> readFrames(const WorkspaceDataset& dataset)
{
    const WorkspaceLayers& layers = dataset.layers();
    std::vector<FrameRecord> frames;
    readRows(*layers.frames, [&](const OGRFeature& feature) { frames.push_back(frameFromFeature(feature)); });
    std::stable_sort(frames.begin(), frames.end(),
                     [](const FrameRecord& a, const FrameRecord& b) { return a.frame < b.frame; });
    readRows(*layers.telemetry, [&](const OGRFeature& feature) {
        if (FrameRecord* record = find(frames, feature.GetFID()))
            setTelemetry(*record, telemetryFromFeature(feature));
    });
    readRows(*layers.track, [&](const OGRFeature& feature) {
        if (FrameRecord* record = find(frames, feature.GetFID()))
            record->telemetry.pose = poseFromFeature(feature);
    });
    readRows(*layers.detections, [&](const OGRFeature& feature) {
        if (FrameRecord* record = find(frames, frameOfDetection(feature.GetFID())))
            record->detections.push_back(detectionFromFeature(feature));
    });
    readRows(*layers.outlines, [&](const OGRFeature& feature) {
        FrameRecord* record = find(frames, frameOfDetection(feature.GetFID()));
        const auto index =
            static_cast<std::size_t>(feature.GetFID() - detectionFid(record ? record->frame : 0, 0));
        if (record && index < record->detections.size())
            record->detections[index].outline = outlineFromFeature(feature);
    });
    return frames;
}

FrameCounts countFrames(const WorkspaceDataset& dataset)
{
    FrameCounts counts;
    readRows(*dataset.layers().frames, [&](const OGRFeature& feature) {
        ++counts.done;
        counts.placed += feature.GetGeometryRef() ? 1 : 0;
    });
    return counts;
}

QByteArray readMask(const WorkspaceDataset& dataset, int frame)
{
    const OGRFeatureUniquePtr feature(dataset.layers().masks->GetFeature(frame));
    return feature ? bytesOf(*feature, 0) : QByteArray();
}

}  // namespace sheen
