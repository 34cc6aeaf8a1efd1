#pragma once

#include <QString>
#include <optional>

#include "data/frame_record.h"
#include "workspace/workspace.h"

class GDALDataset;
class OGRFeature;
class OGRLayer;

namespace sheen {

/** The layers and tables of a workspace; they belong to the dataset. docs/workspace.md describes them. */
struct WorkspaceLayers
{
    OGRLayer* slicks = nullptr;
    OGRLayer* detections = nullptr;
    OGRLayer* frames = nullptr;
    OGRLayer* track = nullptr;
    OGRLayer* edits = nullptr;
    OGRLayer* facts = nullptr;
    OGRLayer* counters = nullptr;
};

/** Throws Error naming `path`. */
WorkspaceLayers createLayers(GDALDataset& dataset, const QString& path);
/** Nothing where one is missing: then it is no workspace. */
std::optional<WorkspaceLayers> findLayers(GDALDataset& dataset);

void fillFrame(OGRFeature& feature, const FrameRecord& record);
FrameRecord frameFromFeature(const OGRFeature& feature);  //!< without its detections

void fillDetection(OGRFeature& feature, const Detection& detection, const QString& className);
Detection detectionFromFeature(const OGRFeature& feature);

/** Where the aircraft was; only for a frame with a pose. */
void fillTrackPoint(OGRFeature& feature, const FrameRecord& record);

void fillEdit(OGRFeature& feature, const Edit& edit, const QString& removedGeoJson);
Edit editFromFeature(const OGRFeature& feature);
QString removedFromFeature(const OGRFeature& feature);  //!< GeoJSON; empty where the edit removed nothing

}  // namespace sheen
