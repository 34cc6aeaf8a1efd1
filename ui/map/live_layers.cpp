#include "ui/map/live_layers.h"

#include <QColor>
#include <QElapsedTimer>
#include <algorithm>
#include <iterator>
#include <utility>

#include <qgscategorizedsymbolrenderer.h>
#include <qgsfeature.h>
#include <qgsfillsymbol.h>
#include <qgslayertree.h>
#include <qgslinesymbol.h>
#include <qgsproject.h>
#include <qgssinglesymbolrenderer.h>
#include <qgsvectordataprovider.h>
#include <qgsvectorlayer.h>

#include "data/area_colours.h"
#include "data/class_names.h"
#include "frame_layer.h"
#include "frame_warper.h"
#include "mask_layer.h"
#include "raster/orthoimage.h"
#include "ui/map/memory_layer.h"
#include "ui/session/mask_mosaic.h"
#include "ui/session/shown_frame.h"

namespace sheen {

namespace {

/** Other events get their turn when so much time has gone into filling the layers. */
constexpr int fillMilliseconds = 12;
constexpr int framesAtOnce = 8;

QgsFeatureRenderer* detectionRenderer(const ModelCard& card)
{
    QgsCategoryList categories;
    for (const ModelClass& one : card.classes) {
        if (!one.oil)
            continue;
        const Rgb colour = classColour(card, one);
        const QString rgb = QStringLiteral("%1,%2,%3").arg(colour[0]).arg(colour[1]).arg(colour[2]);
        const QColor edge = QColor(colour[0], colour[1], colour[2]).darker(150);
        std::unique_ptr<QgsFillSymbol> symbol(
            QgsFillSymbol::createSimple({{QStringLiteral("color"), rgb + QStringLiteral(",40")},
                                         {QStringLiteral("outline_color"), edge.name()},
                                         {QStringLiteral("outline_width"), QStringLiteral("0.3")}}));
        categories << QgsRendererCategory(one.value, symbol.release(), shownClassName(one.name));
    }
    return new QgsCategorizedSymbolRenderer(QStringLiteral("class"), categories);
}

void add(QgsVectorLayer* layer, QgsFeatureList features)
{
    if (!layer || features.isEmpty())
        return;
    layer->dataProvider()->addFeatures(features, QgsFeatureSink::FastInsert);
    layer->updateExtents();
}

}  // namespace

LiveLayers::LiveLayers(QgsProject& project, QObject* parent)
    : QObject(parent),
      m_project(project),
      m_group(project.layerTreeRoot()->insertGroup(0, tr("Flight"))),
      m_warper(new FrameWarper(this))
{
    connect(m_warper, &FrameWarper::warped, this, [this](const WarpedFrame& frame) {
        if (!m_frameLayer)
            return;
        m_frameLayer->setPicture(frame.picture, frame.extent);
        m_pictureChanged = true;
    });
    m_fillTimer.setInterval(0);
    connect(&m_fillTimer, &QTimer::timeout, this, &LiveLayers::fillSome);
}
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
                                     m_maskLayer.data(), m_frameLayer.data()};
    for (QgsMapLayer* layer : layers) {
        if (layer)
            ids << layer->id();
    }
    m_warper->drop();
    m_project.removeMapLayers(ids);
    m_waiting.clear();
    m_fillTimer.stop();
    m_projection.reset();
    m_trackEnd = {};
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

void LiveLayers::replaceFrames(const std::vector<FrameRecord>& frames, int epsg, const ModelCard& card,
                               std::shared_ptr<MaskMosaic> masks)
{
    if (epsg == 0 || epsg != this->epsg()) {
        start(epsg, card, std::move(masks));
    } else {
        m_waiting.clear();
        m_trackEnd = {};
        const QList<QgsVectorLayer*> layers{m_track.data(), m_footprints.data(), m_detections.data()};
        for (QgsVectorLayer* layer : layers) {
            if (layer)
                layer->dataProvider()->truncate();
        }
        if (masks != m_masks)
            setMasks(std::move(masks));
    }
    addFrames(frames);
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

    m_frameLayer = new FrameLayer(tr("Picture of the frame"));
    m_frameLayer->setCrs(QgsCoordinateReferenceSystem::fromEpsgId(epsg), false);

    m_project.addMapLayer(m_frameLayer, false);
    m_group->insertLayer(0, m_frameLayer)->setExpanded(false);
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
    for (const FrameRecord& record : frames)
        m_waiting.push_back(mapFrameOf(record));
    if (!m_fillTimer.isActive())
        m_fillTimer.start();
}

void LiveLayers::fillSome()
{
    QElapsedTimer clock;
    clock.start();
    do {
        const auto end = m_waiting.begin() + std::min<std::ptrdiff_t>(framesAtOnce, m_waiting.size());
        addToLayers({std::make_move_iterator(m_waiting.begin()), std::make_move_iterator(end)});
        m_waiting.erase(m_waiting.begin(), end);
    } while (!m_waiting.empty() && clock.elapsed() < fillMilliseconds);
    if (!m_waiting.empty())
        return;
    m_fillTimer.stop();
    m_changed = true;
    Q_EMIT filled();
}

void LiveLayers::addToLayers(const std::vector<MapFrame>& frames)
{
    QgsFeatureList footprints, detections;
    for (const MapFrame& frame : frames) {
        if (m_footprints && frame.footprint.size() >= 3)
            footprints << footprintFeature(frame, m_footprints->fields(), *m_projection);
        if (m_detections)
            detections << detectionFeatures(frame, m_detections->fields(), *m_projection);
    }
    add(m_footprints, footprints);
    add(m_detections, detections);
    if (m_track)
        add(m_track, m_trackEnd.extend(frames, m_track->fields(), *m_projection));
}

void LiveLayers::showPicture(const FrameRecord& record, const QImage& picture)
{
    if (m_frameLayer)
        m_warper->warp(record, picture, epsg());
}

QgsMapLayer* LiveLayers::pictureLayer() const
{
    return m_frameLayer;
}

bool LiveLayers::flush()
{
    const bool picture = std::exchange(m_pictureChanged, false) && m_frameLayer;
    if (picture)
        m_frameLayer->triggerRepaint();
    if (!m_changed)
        return picture;
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
