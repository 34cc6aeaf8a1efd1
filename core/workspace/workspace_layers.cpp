#include "workspace_layers.h"

#include <cpl_string.h>
#include <ogrsf_frmts.h>

#include <QCoreApplication>

#include "base/error.h"
#include "ogr/ogr_shapes.h"
#include "workspace/area_fields.h"
#include "workspace/slick_fields.h"
#include "workspace_columns.h"

namespace sheen {

namespace {

OGRLayer* createLayer(GDALDataset& dataset, const char* name, OGRwkbGeometryType type, const QString& path,
                      bool indexed = false)
{
    CPLStringList options;
    if (type != wkbNone)
        options.SetNameValue("GEOMETRY_NAME", "geom");
    // Sheen reads frames whole, and an index would be written anew whenever the flight is placed again.
    if (type != wkbNone && !indexed)
        options.SetNameValue("SPATIAL_INDEX", "NO");
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

}  // namespace

WorkspaceLayers createLayers(GDALDataset& dataset, const QString& path)
{
    WorkspaceLayers layers;
    layers.slicks = createLayer(dataset, "slicks", wkbMultiPolygon, path, true);
    defineSlickFields(*layers.slicks, FieldNames::Workspace, path);
    layers.appearances = createLayer(dataset, "appearances", wkbMultiPolygon, path, true);
    defineAreaFields(*layers.appearances, FieldNames::Workspace, path);
    layers.detections = createLayer(dataset, "detections", wkbMultiPolygon, detectionColumns, path);
    layers.outlines = createLayer(dataset, "outlines", wkbNone, outlineColumns, path);
    layers.frames = createLayer(dataset, "frames", wkbPolygon, frameColumns, path);
    layers.telemetry = createLayer(dataset, "telemetry", wkbNone, telemetryColumns, path);
    layers.masks = createLayer(dataset, "masks", wkbNone, maskColumns, path);
    layers.track = createLayer(dataset, "track", wkbPoint, trackColumns, path);
    layers.edits = createLayer(dataset, "edits", wkbNone, editColumns, path);
    layers.facts = createLayer(dataset, "facts", wkbNone, factColumns, path);
    layers.counters = createLayer(dataset, "counters", wkbNone, counterColumns, path);
    layers.marks = createMarksLayer(dataset, path);
    return layers;
}

OGRLayer* createMarksLayer(GDALDataset& dataset, const QString& path)
{
    return createLayer(dataset, "marks", wkbUnknown, markColumns, path);
}

std::optional<WorkspaceLayers> findLayers(GDALDataset& dataset)
{
    WorkspaceLayers layers;
    layers.slicks = dataset.GetLayerByName("slicks");
    layers.appearances = dataset.GetLayerByName("appearances");
    layers.detections = findLayer(dataset, "detections", detectionColumns);
    layers.outlines = findLayer(dataset, "outlines", outlineColumns);
    layers.frames = findLayer(dataset, "frames", frameColumns);
    layers.telemetry = findLayer(dataset, "telemetry", telemetryColumns);
    layers.masks = findLayer(dataset, "masks", maskColumns);
    layers.track = findLayer(dataset, "track", trackColumns);
    layers.edits = findLayer(dataset, "edits", editColumns);
    layers.facts = findLayer(dataset, "facts", factColumns);
    layers.counters = findLayer(dataset, "counters", counterColumns);
    layers.marks = findLayer(dataset, "marks", markColumns);
    const bool complete = layers.slicks && hasSlickFields(*layers.slicks) && layers.appearances &&
                          hasAreaFields(*layers.appearances) && layers.detections && layers.outlines &&
                          layers.frames && layers.telemetry && layers.masks && layers.track && layers.edits &&
                          layers.facts && layers.counters;
    return complete ? std::optional(layers) : std::nullopt;
}

}  // namespace sheen
