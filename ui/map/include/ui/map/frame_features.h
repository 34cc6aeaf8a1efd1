#pragma once

#include <QList>
#include <optional>
#include <utility>
#include <vector>

#include "data/frame_record.h"
#include "geo/map_projection.h"

class QgsFeature;
class QgsFields;

namespace sheen {

class MapProjection;

/** What the map shows of a frame: no mask, no telemetry, no outlines in pixels. */
struct MapFrame
{
    struct Detection
    {
        int classValue = 0;
        double confidence = 0;
        double areaSquareMetres = 0;
        GroundMultiPolygon ground;
    };

    int frame = 0;
    double timeSeconds = 0;
    GroundRing footprint;
    std::optional<GroundPoint> aircraft;
    std::vector<Detection> detections;
};
MapFrame mapFrameOf(const FrameRecord& record);

/** The features of the map's layers, in the projection's CRS. Attributes: frame, time. */
QgsFeature footprintFeature(const MapFrame& frame, const QgsFields& fields, const MapProjection& projection);
/** Attributes: frame, class, confidence, area. */
QList<QgsFeature> detectionFeatures(const MapFrame& frame, const QgsFields& fields,
                                    const MapProjection& projection);

/** Where the line of the aircraft's track ends, so that the next frames carry it on. */
class TrackEnd
{
public:
    /** New pieces of the line; it breaks at frames without a pose. */
    QList<QgsFeature> extend(const std::vector<MapFrame>& frames, const QgsFields& fields,
                             const MapProjection& projection);

private:
    std::optional<std::pair<double, double>> m_point;  //!< on the map; nothing: the next one begins a line
};

}  // namespace sheen
