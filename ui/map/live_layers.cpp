#include "ui/map/live_layers.h"

#include <QColor>

#include <qgscategorizedsymbolrenderer.h>
#include <qgsfeature.h>
#include <qgsfillsymbol.h>
#include <qgsgeometry.h>
#include <qgslayertree.h>
#include <qgslinestring.h>
#include <qgslinesymbol.h>
#include <qgsmultipolygon.h>
#include <qgspolygon.h>
#include <qgsproject.h>
#include <qgssinglesymbolrenderer.h>
#include <qgsvectordataprovider.h>
#include <qgsvectorlayer.h>

#include "core/georeference/orthoimage.h"
#include "ui/map/mask_layer.h"
#include "ui/session/mask_mosaic.h"
#include "ui/session/shown_frame.h"

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

QgsVectorLayer* memoryLayer(const QString& type, int epsg, const QString& fields, const QString& name)
{
    QgsVectorLayer::LayerOptions options;
    options.loadDefaultStyle = false;
    options.skipCrsValidation = true;
    auto* layer = new QgsVectorLayer(QStringLiteral("%1?crs=EPSG:%2%3").arg(type).arg(epsg).arg(fields), name,
                                     QStringLiteral("memory"), options);
    layer->setReadOnly(true);
    // Some versions warn about losing the content of such layers.
    layer->setCustomProperty(QStringLiteral("skipMemoryLayersCheck"), 1);
    return layer;
}

QgsFeatureRenderer* detectionRenderer(const ModelCard& card)
{
    QgsCategoryList categories;
    for (const ModelClass& one : card.classes) {
        if (!one.oil)
            continue;
        const QString rgb = QStringLiteral("%1,%2,%3").arg(one.rgb[0]).arg(one.rgb[1]).arg(one.rgb[2]);
        const QColor edge = QColor(one.rgb[0], one.rgb[1], one.rgb[2]).darker(150);
        std::unique_ptr<QgsFillSymbol> symbol(
            QgsFillSymbol::createSimple({{QStringLiteral("color"), rgb + QStringLiteral(",40")},
                                         {QStringLiteral("outline_color"), edge.name()},
                                         {QStringLiteral("outline_width"), QStringLiteral("0.3")}}));
        categories << QgsRendererCategory(one.value, symbol.release(), one.name);
    }
    return new QgsCategorizedSymbolRenderer(QStringLiteral("class"), categories);
}

}  // namespace

LiveLayers::LiveLayers(QgsProject& project, QObject* parent)
    : QObject(parent), m_project(project), m_group(project.layerTreeRoot()->insertGroup(0, tr("Flight")))
{}
LiveLayers::~LiveLayers() = default;

int LiveLayers::epsg() const
{
    return m_projection ? m_projection->epsg() : 0;
}

QgsRectangle LiveLayers::extent() const
{
    QgsRectangle all;
    all.setNull();
    for (const QPointer<QgsVectorLayer>& layer : {m_footprints, m_track}) {
        if (layer && layer->featureCount() > 0)
            all.combineExtentWith(layer->extent());
    }
    return all;
}

void LiveLayers::clear()
{
    QStringList ids;
    const QList<QgsMapLayer*> layers{m_track.data(), m_footprints.data(), m_detections.data(),
                                     m_maskLayer.data()};
    for (QgsMapLayer* layer : layers) {
        if (layer)
            ids << layer->id();
    }
    m_project.removeMapLayers(ids);
    m_projection.reset();
    m_trackBroken = true;
    m_changed = false;
}

void LiveLayers::start(int epsg, const ModelCard& card, std::shared_ptr<MaskMosaic> masks)
{
    clear();
    m_card = card;
    m_wantedEpsg = epsg;
    m_masks = std::move(masks);
    if (epsg != 0)
        ensureLayers(epsg);
}

void LiveLayers::addToTree(QgsVectorLayer* layer, bool expanded)
{
    m_project.addMapLayer(layer, false);
    m_group->insertLayer(0, layer)->setExpanded(expanded);
}

void LiveLayers::ensureLayers(int epsg)
{
    if (m_projection)
        return;
    m_projection = std::make_unique<MapProjection>(epsg);

    m_footprints = memoryLayer(QStringLiteral("Polygon"), epsg,
                               QStringLiteral("&field=frame:integer&field=time_s:double"), tr("Footprints"));
    std::unique_ptr<QgsFillSymbol> edge(
        QgsFillSymbol::createSimple({{QStringLiteral("style"), QStringLiteral("no")},
                                     {QStringLiteral("outline_color"), QStringLiteral("60,90,110,90")},
                                     {QStringLiteral("outline_width"), QStringLiteral("0.15")}}));
    m_footprints->setRenderer(new QgsSingleSymbolRenderer(edge.release()));
    m_track = memoryLayer(QStringLiteral("LineString"), epsg, QString(), tr("Track"));
    std::unique_ptr<QgsLineSymbol> line(
        QgsLineSymbol::createSimple({{QStringLiteral("line_color"), QStringLiteral("#1d4e6b")},
                                     {QStringLiteral("line_width"), QStringLiteral("0.5")},
                                     {QStringLiteral("capstyle"), QStringLiteral("round")},
                                     {QStringLiteral("joinstyle"), QStringLiteral("round")}}));
    m_track->setRenderer(new QgsSingleSymbolRenderer(line.release()));
    m_detections =
        memoryLayer(QStringLiteral("MultiPolygon"), epsg,
                    QStringLiteral("&field=frame:integer&field=class:integer&field=confidence:double"
                                   "&field=area_m2:double"),
                    tr("Detections"));
    m_detections->setRenderer(detectionRenderer(m_card));
    m_maskLayer = new MaskLayer(m_masks, maskColours(m_card), tr("Masks"));
    m_maskLayer->setCrs(QgsCoordinateReferenceSystem::fromEpsgId(epsg), false);

    m_project.addMapLayer(m_maskLayer, false);
    m_group->insertLayer(0, m_maskLayer)->setExpanded(false);
    addToTree(m_footprints, false);
    addToTree(m_detections, true);
    addToTree(m_track, false);
    Q_EMIT placed(epsg);
}

void LiveLayers::setMasks(std::shared_ptr<MaskMosaic> masks)
{
    m_masks = std::move(masks);
    if (!m_maskLayer)
        return;
    QgsLayerTreeLayer* node = m_project.layerTreeRoot()->findLayer(m_maskLayer->id());
    const bool visible = !node || node->itemVisibilityChecked();
    const double opacity = m_maskLayer->opacity();
    auto* layer = new MaskLayer(m_masks, maskColours(m_card), m_maskLayer->name());
    layer->setOpacity(opacity);
    layer->setCrs(m_maskLayer->crs(), false);
    m_project.addMapLayer(layer, false);
    if (node) {
        auto* group = qobject_cast<QgsLayerTreeGroup*>(node->parent());
        const int row = int(group->children().indexOf(node));
        group->insertLayer(row, layer)->setItemVisibilityChecked(visible);
    }
    m_project.removeMapLayer(m_maskLayer->id());
    m_maskLayer = layer;
}

void LiveLayers::setDetectionsVisible(bool visible)
{
    if (!m_detections)
        return;
    if (QgsLayerTreeLayer* node = m_project.layerTreeRoot()->findLayer(m_detections->id()))
        node->setItemVisibilityChecked(visible);
}

void LiveLayers::addFrames(const std::vector<FrameRecord>& frames)
{
    if (!m_projection) {
        for (const FrameRecord& record : frames) {
            if (!record.footprint.empty()) {
                ensureLayers(MapProjection::utmZoneFor(record.footprint.front()));
                break;
            }
        }
    }
    if (!m_projection)
        return;
    addFootprints(frames);
    addDetections(frames);
    extendTrack(frames);
    m_changed = true;
}

void LiveLayers::addFootprints(const std::vector<FrameRecord>& frames)
{
    if (!m_footprints)
        return;
    QgsFeatureList features;
    for (const FrameRecord& record : frames) {
        if (record.footprint.size() < 3)
            continue;
        QgsFeature feature(m_footprints->fields());
        feature.setAttributes(QgsAttributes() << record.frame << record.timeSeconds);
        feature.setGeometry(QgsGeometry(toPolygon({record.footprint}, *m_projection)));
        features << feature;
    }
    m_footprints->dataProvider()->addFeatures(features, QgsFeatureSink::FastInsert);
    m_footprints->updateExtents();
}

void LiveLayers::addDetections(const std::vector<FrameRecord>& frames)
{
    if (!m_detections)
        return;
    QgsFeatureList features;
    for (const FrameRecord& record : frames) {
        for (const Detection& detection : record.detections) {
            if (detection.ground.empty())
                continue;
            auto geometry = std::make_unique<QgsMultiPolygon>();
            for (const GroundPolygon& polygon : detection.ground)
                geometry->addGeometry(toPolygon(polygon, *m_projection).release());
            QgsFeature feature(m_detections->fields());
            feature.setAttributes(QgsAttributes() << record.frame << detection.classValue
                                                  << detection.confidence << detection.areaSquareMetres);
            feature.setGeometry(QgsGeometry(std::move(geometry)));
            features << feature;
        }
    }
    m_detections->dataProvider()->addFeatures(features, QgsFeatureSink::FastInsert);
    m_detections->updateExtents();
}

void LiveLayers::extendTrack(const std::vector<FrameRecord>& frames)
{
    if (!m_track)
        return;
    QVector<double> xs, ys;
    QgsFeatureList features;
    const auto finishLine = [&] {
        if (xs.size() > 1) {
            QgsFeature feature(m_track->fields());
            feature.setGeometry(QgsGeometry(std::make_unique<QgsLineString>(xs, ys)));
            features << feature;
        }
        xs.clear();
        ys.clear();
    };
    if (!m_trackBroken) {
        xs << m_trackEnd.first;
        ys << m_trackEnd.second;
    }
    for (const FrameRecord& record : frames) {
        if (!record.telemetry.pose) {
            finishLine();
            m_trackBroken = true;
            continue;
        }
        const CameraPose& pose = *record.telemetry.pose;
        const cv::Point2d map = m_projection->toMap({pose.latitudeDegrees, pose.longitudeDegrees});
        xs << map.x;
        ys << map.y;
        m_trackEnd = {map.x, map.y};
        m_trackBroken = false;
    }
    finishLine();
    m_track->dataProvider()->addFeatures(features, QgsFeatureSink::FastInsert);
    m_track->updateExtents();
}

bool LiveLayers::flush()
{
    if (!m_changed)
        return false;
    m_changed = false;
    if (m_maskLayer) {
        m_maskLayer->follow();
        m_maskLayer->triggerRepaint();
    }
    const QList<QgsMapLayer*> layers{m_track.data(), m_footprints.data(), m_detections.data()};
    for (QgsMapLayer* layer : layers) {
        if (layer)
            layer->triggerRepaint();
    }
    return true;
}

}  // namespace sheen
