#pragma once

#include <QString>
#include <optional>

class GDALDataset;
class OGRLayer;

namespace sheen {

/** The layers and tables of a workspace; they belong to the dataset. docs/workspace.md describes them. */
struct WorkspaceLayers
{
    OGRLayer* slicks = nullptr;
    OGRLayer* appearances = nullptr;
    OGRLayer* detections = nullptr;
    OGRLayer* outlines = nullptr;
    OGRLayer* frames = nullptr;
    OGRLayer* telemetry = nullptr;
    OGRLayer* masks = nullptr;
    OGRLayer* track = nullptr;
    OGRLayer* edits = nullptr;
    OGRLayer* facts = nullptr;
    OGRLayer* counters = nullptr;
    OGRLayer* marks = nullptr;  //!< also in a workspace that is whole, as long as nothing was marked
};

/** Throws Error naming `path`. */
WorkspaceLayers createLayers(GDALDataset& dataset, const QString& path);
/** Of one that has none. Throws Error naming `path`. */
OGRLayer* createMarksLayer(GDALDataset& dataset, const QString& path);
/** Returns std::nullopt where one is missing or has other columns. */
std::optional<WorkspaceLayers> findLayers(GDALDataset& dataset);

}  // namespace sheen
