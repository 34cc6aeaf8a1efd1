#include "ui/map/frame_features.h"

#include <memory>

#include <qgsfeature.h>
#include <qgsfields.h>
#include <qgsgeometry.h>
#include <qgslinestring.h>
#include <qgsmultipolygon.h>
#include <qgspolygon.h>

#include "raster/orthoimage.h"

namespace sheen {

namespace {

std::unique_ptr<QgsLineString> toLine(const GroundRing& ring, const MapProjection& projection)
{
    QVector<double> xs, ys;
    xs.reserve(int(ring.size()) + 1);
    ys.reserve(int(ring.size()) + 1);
    for (const GroundPoint& point : ring) {
        const cv::Point2d map = projection.toMap(point);
        xs << map.x;
        ys << map.y;
    }
    if (!xs.isEmpty()) {
        xs << xs.first();
        ys << ys.first();
    }
    return std::make_unique<QgsLineString>(xs, ys);
}

std::unique_ptr<QgsPolygon> toPolygon(const GroundPolygon& polygon, const MapProjection& projection)
{
    auto result = std::make_unique<QgsPolygon>();
    for (std::size_t i = 0; i < polygon.size(); ++i) {
        if (i == 0)
            result->setExteriorRing(toLine(polygon[i], projection).release());
        else
            result->addInteriorRing(toLine(polygon[i], projection).release());
    }
    return result;
}

}  // namespace

MapFrame mapFrameOf(const FrameRecord& record)
{
    MapFrame frame;
    frame.frame = record.frame;
    frame.timeSeconds = record.timeSeconds;
    frame.footprint = record.footprint;
    if (const auto& pose = record.telemetry.pose)
        frame.aircraft = GroundPoint{pose->latitudeDegrees, pose->longitudeDegrees};
    for (const Detection& detection : record.detections) {
        if (!detection.ground.empty())
            frame.detections.push_back(
                {detection.classValue, detection.confidence, detection.areaSquareMetres, detection.ground});
    }
    return frame;
}

QgsFeature footprintFeature(const MapFrame& frame, const QgsFields& fields, const MapProjection& projection)
{
    QgsFeature feature(fields);
    feature.setAttributes(QgsAttributes() << frame.frame << frame.timeSeconds);
    feature.setGeometry(QgsGeometry(toPolygon({frame.footprint}, projection)));
    return feature;
}

QList<QgsFeature> detectionFeatures(const MapFrame& frame, const QgsFields& fields,
                                    const MapProjection& projection)
{
    QList<QgsFeature> features;
    for (const MapFrame::Detection& detection : frame.detections) {
        auto geometry = std::make_unique<QgsMultiPolygon>();
        for (const GroundPolygon& polygon : detection.ground)
            geometry->addGeometry(toPolygon(polygon, projection).release());
        QgsFeature feature(fields);
        feature.setAttributes(QgsAttributes() << frame.frame << detection.classValue << detection.confidence
                                              << detection.areaSquareMetres);
        feature.setGeometry(QgsGeometry(std::move(geometry)));
        features << feature;
    }
    return features;
}

QList<QgsFeature> TrackEnd::extend(const std::vector<MapFrame>& frames, const QgsFields& fields,
                                   const MapProjection& projection)
{
    QList<QgsFeature> features;
    QVector<double> xs, ys;
    const auto beginLine = [&] {
        xs.clear();
        ys.clear();
        if (m_point) {
            xs << m_point->first;
            ys << m_point->second;
        }
    };
    const auto finishLine = [&] {
        if (xs.size() > 1) {
            QgsFeature feature(fields);
            feature.setGeometry(QgsGeometry(std::make_unique<QgsLineString>(xs, ys)));
            features << feature;
        }
    };
    beginLine();
    for (const MapFrame& frame : frames) {
        if (!frame.aircraft) {
            finishLine();
            m_point.reset();
            beginLine();
            continue;
        }
        const cv::Point2d map = projection.toMap(*frame.aircraft);
        m_point = {map.x, map.y};
        xs << map.x;
        ys << map.y;
    }
    finishLine();
    return features;
}

}  // namespace sheen
