#include "archive_map.h"

#include <QVBoxLayout>
#include <algorithm>

#include <qgscategorizedsymbolrenderer.h>
#include <qgsfillsymbol.h>
#include <qgsgeometry.h>
#include <qgslayertree.h>
#include <qgsmapcanvas.h>
#include <qgsmaptoolpan.h>
#include <qgsmarkersymbol.h>
#include <qgsproject.h>
#include <qgsrubberband.h>
#include <qgsvectordataprovider.h>
#include <qgsvectorlayer.h>

#include "archive_table.h"
#include "ui/map/base_map.h"
#include "ui/map/memory_layer.h"

namespace sheen {

namespace {

constexpr int worldEpsg = 4326;
const QString oilColour = QStringLiteral("194,65,12");
const QString cleanColour = QStringLiteral("29,110,139");

QgsMultiPolygonXY shapeOf(const GroundMultiPolygon& outline)
{
    QgsMultiPolygonXY shape;
    for (const GroundPolygon& polygon : outline) {
        QgsPolygonXY rings;
        for (const GroundRing& ring : polygon) {
            QgsPolylineXY line;
            for (const GroundPoint& point : ring)
                line << QgsPointXY(point.longitudeDegrees, point.latitudeDegrees);
            if (!line.isEmpty())
                line << line.first();
            rings << line;
        }
        shape << rings;
    }
    return shape;
}

QgsSymbol* footprintSymbol(const QString& colour)
{
    std::unique_ptr<QgsFillSymbol> symbol(
        QgsFillSymbol::createSimple({{QStringLiteral("color"), colour + QStringLiteral(",70")},
                                     {QStringLiteral("outline_color"), colour},
                                     {QStringLiteral("outline_width"), QStringLiteral("0.3")}}));
    return symbol.release();
}

QgsSymbol* placeSymbol(const QString& colour)
{
    std::unique_ptr<QgsMarkerSymbol> symbol(
        QgsMarkerSymbol::createSimple({{QStringLiteral("color"), colour},
                                       {QStringLiteral("size"), QStringLiteral("2")},
                                       {QStringLiteral("outline_color"), QStringLiteral("white")},
                                       {QStringLiteral("outline_width"), QStringLiteral("0.2")}}));
    return symbol.release();
}

void styleByOil(QgsVectorLayer& layer, QgsSymbol* (*makeSymbol)(const QString&))
{
    QgsCategoryList categories;
    categories << QgsRendererCategory(1, makeSymbol(oilColour), ArchiveMap::tr("with oil"))
               << QgsRendererCategory(0, makeSymbol(cleanColour), ArchiveMap::tr("without oil"));
    layer.setRenderer(new QgsCategorizedSymbolRenderer(QStringLiteral("oil"), categories));
}

QgsFeature featureOf(const FlightEntry& flight, const QgsVectorLayer& layer, const QgsGeometry& geometry)
{
    QgsFeature feature(layer.fields());
    feature.setAttributes(QgsAttributes() << int(flight.totals.count > 0));
    feature.setGeometry(geometry);
    return feature;
}

}  // namespace

ArchiveMap::ArchiveMap(QWidget* parent)
    : QWidget(parent), m_project(std::make_unique<QgsProject>()), m_canvas(new QgsMapCanvas(this))
{
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->addWidget(m_canvas);
    m_canvas->setObjectName(QStringLiteral("archiveCanvas"));
    m_canvas->setProject(m_project.get());
    m_canvas->setCanvasColor(seaColour());
    m_canvas->enableAntiAliasing(true);
    m_canvas->setPreviewJobsEnabled(false);
    m_canvas->setMinimumSize(240, 160);
    const auto world = QgsCoordinateReferenceSystem::fromEpsgId(worldEpsg);
    m_project->setCrs(world);
    m_canvas->setDestinationCrs(world);
    addBaseMap(*m_project);

    const QString fields = QStringLiteral("&field=oil:integer");
    m_footprints = memoryLayer(QStringLiteral("MultiPolygon"), worldEpsg, fields, tr("Footprints"));
    styleByOil(*m_footprints, footprintSymbol);
    m_places = memoryLayer(QStringLiteral("Point"), worldEpsg, fields, tr("Flights"));
    styleByOil(*m_places, placeSymbol);
    for (QgsVectorLayer* layer : {m_footprints, m_places}) {
        m_project->addMapLayer(layer, false);
        m_project->layerTreeRoot()->insertLayer(0, layer);
    }
    m_canvas->setLayers(m_project->layerTreeRoot()->layerOrder());
    m_marked = new QgsRubberBand(m_canvas, Qgis::GeometryType::Polygon);
    m_marked->setStrokeColor(QColor(0xf2, 0xa9, 0x00));
    m_marked->setFillColor(QColor(0xf2, 0xa9, 0x00, 60));
    m_marked->setWidth(3);
    m_pan = std::make_unique<QgsMapToolPan>(m_canvas);
    m_canvas->setMapTool(m_pan.get());
    connect(m_canvas, &QgsMapCanvas::extentsChanged, this, &ArchiveMap::moved);
    zoomToFlights();
}

ArchiveMap::~ArchiveMap()
{
    disconnect(m_canvas, nullptr, this, nullptr);
    m_canvas->stopRendering();
    m_canvas->unsetMapTool(m_pan.get());
    m_pan.reset();
    m_canvas->setLayers({});
    delete m_canvas;  // before the layers that it shows
}

void ArchiveMap::showFlights(const std::vector<FlightEntry>& flights)
{
    QgsFeatureList footprints, places;
    for (const FlightEntry& flight : flights) {
        const std::optional<GroundPoint> middle = middleOf(flight);
        if (!middle)
            continue;
        footprints << featureOf(flight, *m_footprints,
                                QgsGeometry::fromMultiPolygonXY(shapeOf(flight.footprint)));
        places << featureOf(
            flight, *m_places,
            QgsGeometry::fromPointXY(QgsPointXY(middle->longitudeDegrees, middle->latitudeDegrees)));
    }
    for (const auto& [layer, features] : {std::pair(m_footprints, &footprints), {m_places, &places}}) {
        layer->dataProvider()->truncate();
        layer->dataProvider()->addFeatures(*features);
        layer->updateExtents();
        layer->triggerRepaint();
    }
}

void ArchiveMap::zoomToFlights()
{
    QgsRectangle extent = m_footprints->extent();
    if (m_places->featureCount() == 0) {
        extent = QgsRectangle(-180, -85, 180, 85);
    } else {
        extent.combineExtentWith(m_places->extent());
        extent.grow(std::max(0.05, 0.1 * std::max(extent.width(), extent.height())));
    }
    m_canvas->setExtent(extent);
    m_canvas->refresh();
}

void ArchiveMap::mark(const FlightEntry* flight)
{
    m_marked->reset(Qgis::GeometryType::Polygon);
    if (flight && !flight->footprint.empty())
        m_marked->setToGeometry(QgsGeometry::fromMultiPolygonXY(shapeOf(flight->footprint)), m_footprints);
}

CatalogueQuery::Box ArchiveMap::shownBox() const
{
    const QgsRectangle extent = m_canvas->extent();
    CatalogueQuery::Box box;
    box.westDegrees = std::max(extent.xMinimum(), -180.0);
    box.southDegrees = std::max(extent.yMinimum(), -90.0);
    box.eastDegrees = std::min(extent.xMaximum(), 180.0);
    box.northDegrees = std::min(extent.yMaximum(), 90.0);
    return box;
}

}  // namespace sheen
