#include "ui/map/map_view.h"

#include <QResizeEvent>
#include <QVBoxLayout>
#include <cmath>

#include <qgslayertree.h>
#include <qgslayertreemapcanvasbridge.h>
#include <qgsmapcanvas.h>
#include <qgsmaptoolpan.h>
#include <qgsmaptoolzoom.h>
#include <qgsproject.h>
#include <qgsrubberband.h>
#include <qgsvectorlayer.h>

#include "aircraft_item.h"
#include "measure_tool.h"
#include "raster/orthoimage.h"
#include "scale_bar.h"
#include "ui/map/base_map.h"
#include "ui/map/live_layers.h"
#include "ui/map/ships_on_map.h"

namespace sheen {

namespace {

constexpr int flushMilliseconds = 300;
constexpr int worldEpsg = 4326;

}  // namespace

MapView::MapView(QWidget* parent)
    : QWidget(parent), m_project(std::make_unique<QgsProject>()), m_canvas(new QgsMapCanvas(this))
{
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->addWidget(m_canvas);

    m_canvas->setObjectName(QStringLiteral("mapCanvas"));
    m_canvas->setProject(m_project.get());
    m_canvas->setCanvasColor(seaColour());
    m_canvas->enableAntiAliasing(true);
    m_canvas->setCachingEnabled(true);
    m_canvas->setParallelRenderingEnabled(true);
    // Neighbouring tiles drawn ahead would take the cores from the run.
    m_canvas->setPreviewJobsEnabled(false);
    m_canvas->setFrameStyle(QFrame::NoFrame);
    m_canvas->setMinimumSize(160, 120);

    setMapCrs(worldEpsg);
    addBaseMap(*m_project);
    m_bridge = std::make_unique<QgsLayerTreeMapCanvasBridge>(m_project->layerTreeRoot(), m_canvas);
    m_bridge->setAutoSetupOnFirstLayer(false);
    m_bridge->setCanvasLayers();

    m_live = new LiveLayers(*m_project, this);
    connect(m_live, &LiveLayers::placed, this, &MapView::setMapCrs);
    connect(m_live, &LiveLayers::filled, this, [this] {
        if (m_zoomWhenFilled)
            zoomToFlight();
    });
    m_footprint = new QgsRubberBand(m_canvas, Qgis::GeometryType::Polygon);
    m_footprint->setStrokeColor(QColor(0xf2, 0xa9, 0x00));
    m_footprint->setFillColor(QColor(0xf2, 0xa9, 0x00, 18));
    m_footprint->setWidth(2);
    m_aircraft = new AircraftItem(m_canvas);
    m_ships = new ShipsOnMap(m_canvas, this);
    connect(m_ships, &ShipsOnMap::read, this, &MapView::showShips);
    m_scaleBar = new ScaleBar(m_canvas);
    makeTools();

    m_flushTimer.setInterval(flushMilliseconds);
    connect(&m_flushTimer, &QTimer::timeout, this, &MapView::flush);
    m_flushTimer.start();
    connect(m_canvas, &QgsMapCanvas::extentsChanged, this, &MapView::noticePanning);
    zoomToWorld();
}

MapView::~MapView()
{
    m_flushTimer.stop();
    m_canvas->stopRendering();
    m_canvas->unsetMapTool(m_canvas->mapTool());
    // Tools have items on the canvas, which would be gone after it.
    for (std::unique_ptr<QgsMapTool>* tool : {&m_pan, &m_zoomIn, &m_zoomOut, &m_distance, &m_area})
        tool->reset();
    m_bridge.reset();
    m_canvas->setLayers({});
    // The canvas goes before the layers that it shows.
    delete m_canvas;
    delete m_live;
}

void MapView::makeTools()
{
    m_pan = std::make_unique<QgsMapToolPan>(m_canvas);
    m_zoomIn = std::make_unique<QgsMapToolZoom>(m_canvas, false);
    m_zoomOut = std::make_unique<QgsMapToolZoom>(m_canvas, true);
    auto distance = std::make_unique<MeasureTool>(m_canvas, MeasureTool::Kind::Distance);
    auto area = std::make_unique<MeasureTool>(m_canvas, MeasureTool::Kind::Area);
    connect(distance.get(), &MeasureTool::measured, this, &MapView::measured);
    connect(area.get(), &MeasureTool::measured, this, &MapView::measured);
    m_distance = std::move(distance);
    m_area = std::move(area);
    usePanTool();
}

void MapView::useTool(const std::unique_ptr<QgsMapTool>& tool)
{
    m_canvas->setMapTool(tool.get());
}

void MapView::usePanTool()
{
    useTool(m_pan);
}

void MapView::useZoomInTool()
{
    useTool(m_zoomIn);
}

void MapView::useZoomOutTool()
{
    useTool(m_zoomOut);
}

void MapView::useDistanceTool()
{
    useTool(m_distance);
}

void MapView::useAreaTool()
{
    useTool(m_area);
}

void MapView::setMapCrs(int epsg)
{
    const auto crs = QgsCoordinateReferenceSystem::fromEpsgId(epsg);
    if (crs == m_canvas->mapSettings().destinationCrs())
        return;
    m_moving = true;
    m_project->setCrs(crs);
    m_canvas->setDestinationCrs(crs);
    m_moving = false;
}

void MapView::start(int epsg, const ModelCard& card, std::shared_ptr<MaskMosaic> masks)
{
    hideFrame();
    m_placedOnce = false;
    m_zoomWhenFilled = false;
    m_live->start(epsg, card, std::move(masks));
}

void MapView::addFrames(const std::vector<FrameRecord>& frames)
{
    m_live->addFrames(frames);
}

void MapView::replaceFrames(const std::vector<FrameRecord>& frames, int epsg, const ModelCard& card,
                            std::shared_ptr<MaskMosaic> masks)
{
    m_live->replaceFrames(frames, epsg, card, std::move(masks));
}

void MapView::flush()
{
    // A refresh stops the drawing under way: faster than it is drawn, nothing would be seen.
    if (!m_canvas->isDrawing())
        m_live->flush();
}

QgsPointXY MapView::toMap(const GroundPoint& ground) const
{
    const cv::Point2d map = m_live->projection()->toMap(ground);
    return {map.x, map.y};
}

void MapView::showShips()
{
    const bool placed = m_live->projection() && m_canvas->mapSettings().destinationCrs().authid() ==
                                                    QStringLiteral("EPSG:%1").arg(m_live->epsg());
    if (placed)
        m_ships->showAt(m_shownUtc, [this](const GroundPoint& ground) { return toMap(ground); });
    else
        m_ships->hideShips();
}

void MapView::showFrame(const FrameRecord& record)
{
    m_footprint->reset(Qgis::GeometryType::Polygon);
    m_shownUtc = record.telemetry.utc;
    showShips();
    if (!m_live->projection() ||
        m_canvas->mapSettings().destinationCrs().authid() != QStringLiteral("EPSG:%1").arg(m_live->epsg())) {
        m_aircraft->hideAircraft();
        return;
    }
    QgsRectangle bounds;
    bounds.setNull();
    for (const GroundPoint& point : record.footprint) {
        const QgsPointXY map = toMap(point);
        m_footprint->addPoint(map, false);
        bounds.include(map);
    }
    m_footprint->updatePosition();
    m_footprint->setVisible(m_footprint->numberOfVertices() > 2);
    m_footprint->update();
    if (record.telemetry.pose) {
        const CameraPose& pose = *record.telemetry.pose;
        const auto heading = record.telemetry.values[std::size_t(OverlayField::PlatformHeading)];
        std::optional<QgsPointXY> target;
        if (!bounds.isNull())
            target = bounds.center();
        m_aircraft->place(toMap({pose.latitudeDegrees, pose.longitudeDegrees}),
                          heading.value_or(pose.bearingDegrees), target);
    } else {
        m_aircraft->hideAircraft();
    }
    follow();
}

void MapView::showPicture(const FrameRecord& record, const QImage& picture)
{
    m_live->showPicture(record, picture);
}

void MapView::hideFrame()
{
    m_footprint->reset(Qgis::GeometryType::Polygon);
    m_aircraft->hideAircraft();
    m_shownUtc = QDateTime();
    m_ships->hideShips();
}

void MapView::showPlace(const GroundPoint& place)
{
    const MapProjection projection(MapProjection::utmZoneFor(place));
    setMapCrs(projection.epsg());
    const cv::Point2d map = projection.toMap(place);
    constexpr double halfWidthMetres = 4000;
    moveTo(QgsRectangle(map.x - halfWidthMetres, map.y - halfWidthMetres, map.x + halfWidthMetres,
                        map.y + halfWidthMetres));
}

void MapView::moveTo(const QgsRectangle& extent)
{
    m_moving = true;
    m_canvas->setExtent(extent);
    m_canvas->refresh();
    m_moving = false;
}

void MapView::follow()
{
    if (!m_following || m_footprint->numberOfVertices() < 3)
        return;
    const QgsRectangle footprint = m_footprint->asGeometry().boundingBox();
    const QgsRectangle seen = m_canvas->extent();
    const bool fits = footprint.width() < 0.9 * seen.width() && footprint.height() < 0.9 * seen.height();
    if (!m_placedOnce || !fits || footprint.width() < 0.02 * seen.width()) {
        QgsRectangle wanted = footprint;
        wanted.scale(3.2);
        m_placedOnce = true;
        moveTo(wanted);
        return;
    }
    QgsRectangle inner = seen;
    inner.scale(0.9);
    if (!inner.contains(footprint)) {
        const QgsPointXY centre = footprint.center();
        moveTo(QgsRectangle(centre.x() - seen.width() / 2, centre.y() - seen.height() / 2,
                            centre.x() + seen.width() / 2, centre.y() + seen.height() / 2));
    }
}

void MapView::noticePanning()
{
    const QgsPointXY centre = m_canvas->center();
    const double scale = m_canvas->mapUnitsPerPixel();
    const bool sameScale = std::abs(scale - m_lastScale) < 1e-9 * scale;
    const bool panned =
        m_lastCentre && sameScale && !m_moving &&
        std::hypot(centre.x() - m_lastCentre->first, centre.y() - m_lastCentre->second) > 2 * scale;
    m_lastCentre = {centre.x(), centre.y()};
    m_lastScale = scale;
    if (panned && hasFlight())
        setFollowing(false);
}

void MapView::setFollowing(bool following)
{
    if (following == m_following)
        return;
    m_following = following;
    Q_EMIT followingChanged(following);
    follow();
}

bool MapView::hasFlight() const
{
    return m_live->projection() != nullptr;
}

void MapView::zoomToFlight()
{
    m_zoomWhenFilled = m_live->isFilling();
    const QgsRectangle extent = m_live->extent();
    if (m_zoomWhenFilled || extent.isNull())
        return;
    QgsRectangle wanted = extent;
    wanted.scale(1.15);
    moveTo(wanted);
}

void MapView::zoomToWorld()
{
    if (!hasFlight()) {
        setMapCrs(worldEpsg);
        moveTo(QgsRectangle(-180, -85, 180, 85));
        return;
    }
    // A UTM zone far from its middle is no map any more: as much of it as looks right.
    QgsRectangle wide = m_live->extent();
    const QgsPointXY centre = wide.isNull() ? m_canvas->center() : wide.center();
    constexpr double halfMetres = 1.5e6;
    moveTo(QgsRectangle(centre.x() - halfMetres, centre.y() - halfMetres, centre.x() + halfMetres,
                        centre.y() + halfMetres));
}

void MapView::resizeEvent(QResizeEvent* event)
{
    QWidget::resizeEvent(event);
    m_scaleBar->move(8, height() - m_scaleBar->height() - 6);
}

}  // namespace sheen
