#include "report_layers.h"

#include <qgsapplication.h>
#include <qgscategorizedsymbolrenderer.h>
#include <qgsfillsymbol.h>
#include <qgsgeometry.h>
#include <qgslinestring.h>
#include <qgslinesymbol.h>
#include <qgslinesymbollayer.h>
#include <qgsmarkersymbol.h>
#include <qgsmarkersymbollayer.h>
#include <qgspallabeling.h>
#include <qgssinglesymbolrenderer.h>
#include <qgstextbackgroundsettings.h>
#include <qgsvectordataprovider.h>
#include <qgsvectorlayerlabeling.h>

#include <QFile>
#include <algorithm>
#include <map>
#include <set>

#include "data/area_colours.h"
#include "geo/geodesy.h"
#include "ogr/ground_geometry.h"
#include "report_pages.h"
#include "report_text.h"

namespace sheen {

namespace {

constexpr int rejectedKey = -1;                //!< stands for no class in the slicks' layer
constexpr int overallKey = -2;                 //!< likewise: the outline around a slick
constexpr std::size_t labelledProposals = 15;  //!< more would hide what they name

std::unique_ptr<QgsVectorLayer> memoryLayer(const QString& definition, const QString& name)
{
    QgsVectorLayer::LayerOptions options;
    options.loadDefaultStyle = false;
    return std::make_unique<QgsVectorLayer>(definition, name, QStringLiteral("memory"), options);
}

QgsVectorLayer* keep(QgsProject& project, std::unique_ptr<QgsVectorLayer> layer)
{
    QgsVectorLayer* kept = layer.release();
    kept->updateExtents();
    project.addMapLayer(kept, false);
    return kept;
}

void addGeometry(QgsVectorLayer& layer, const QgsGeometry& geometry)
{
    QgsFeature feature(layer.fields());
    feature.setGeometry(geometry);
    QgsFeatureList features{feature};
    layer.dataProvider()->addFeatures(features);
}

/** So much of one colour, the rest of the other: archives take nothing that shines through. */
QColor mixed(const QColor& one, const QColor& other, double share)
{
    const auto mix = [share](int a, int b) { return static_cast<int>(share * a + (1 - share) * b); };
    return {mix(one.red(), other.red()), mix(one.green(), other.green()), mix(one.blue(), other.blue())};
}

QgsPolylineXY toPolyline(const GroundRing& ring)
{
    QgsPolylineXY line;
    for (const GroundPoint& point : ring)
        line << QgsPointXY(point.longitudeDegrees, point.latitudeDegrees);
    return line;
}

/** All findings, and the largest of what is not decided. */
std::set<std::int64_t> labelledSlicks(const std::vector<Slick>& slicks)
{
    std::set<std::int64_t> ids;
    std::vector<const Slick*> proposals;
    for (const Slick& slick : slicks) {
        if (slick.decision == Decision::Accepted)
            ids.insert(slick.id);
        else if (slick.decision == Decision::Undecided)
            proposals.push_back(&slick);
    }
    std::sort(proposals.begin(), proposals.end(),
              [](const Slick* a, const Slick* b) { return a->oiledSquareMetres() > b->oiledSquareMetres(); });
    proposals.resize(std::min(proposals.size(), labelledProposals));
    for (const Slick* slick : proposals)
        ids.insert(slick->id);
    return ids;
}

}  // namespace

void labelBy(QgsVectorLayer& layer, const QString& field)
{
    QgsPalLayerSettings settings;
    settings.fieldName = field;
    settings.placement = Qgis::LabelPlacement::AroundPoint;
    settings.dist = 1;
    QgsTextFormat format;
    format.setSize(7);
    format.setSizeUnit(Qgis::RenderUnit::Points);
    format.setColor(QColor(33, 37, 41));
    // Each number stands in a box of its own, so that two that are neighbours are never read as one.
    QgsTextBackgroundSettings box;
    box.setEnabled(true);
    box.setType(QgsTextBackgroundSettings::ShapeRectangle);
    box.setSizeType(QgsTextBackgroundSettings::SizeBuffer);
    box.setSize(QSizeF(0.2, 0.1));
    box.setSizeUnit(Qgis::RenderUnit::Millimeters);
    box.setFillColor(Qt::white);
    box.setStrokeColor(QColor(90, 98, 106));
    box.setStrokeWidth(0.15);
    box.setStrokeWidthUnit(Qgis::RenderUnit::Millimeters);
    format.setBackground(box);
    settings.setFormat(format);
    layer.setLabeling(new QgsVectorLayerSimpleLabeling(settings));
    layer.setLabelsEnabled(true);
}

QColor mapColour(const ModelCard& card, int classValue, int code)
{
    const Rgb rgb = areaColour(card, classValue, code);
    return {rgb[0], rgb[1], rgb[2]};
}

QgsVectorLayer* addSlickLayer(QgsProject& project, const ProductInput& input)
{
    if (input.slicks.empty())
        return nullptr;
    auto layer =
        memoryLayer(QStringLiteral("MultiPolygon?crs=EPSG:4326&field=key:integer&field=label:string"),
                    ReportText::tr("Slicks"));
    const std::set<std::int64_t> labelled = labelledSlicks(input.slicks);
    QgsFeatureList features;
    QgsCategoryList categories;
    std::map<int, QColor> colours;  // by key
    const auto add = [&](const GroundMultiPolygon& outline, int key, const QString& label) {
        QgsFeature feature(layer->fields());
        feature.setAttribute(0, key);
        feature.setAttribute(1, label);
        QgsGeometry geometry;
        geometry.fromWkb(toWkb(outline));
        feature.setGeometry(geometry);
        features << feature;
    };
    for (const Slick& slick : input.slicks) {
        const bool rejected = slick.decision == Decision::Rejected;
        for (const AppearanceArea& area : slick.areas) {
            const int key = rejected ? rejectedKey : area.classValue * 10 + area.code;
            colours[key] = mapColour(input.facts.model, area.classValue, area.code);
            add(area.outline, key, QString());
        }
        colours[rejected ? rejectedKey : overallKey] = QColor();
        add(slick.overallOutline, rejected ? rejectedKey : overallKey,
            labelled.count(slick.id) > 0 ? QStringLiteral("\u00a0%1\u00a0").arg(slick.id) : QString());
    }
    layer->dataProvider()->addFeatures(features);
    for (const auto& [key, colour] : colours) {
        const QColor fill = mixed(colour, QColor(255, 255, 255), 0.75);
        QgsSymbol* symbol = key == rejectedKey
                                ? makeFill(QColor(0, 0, 0, 0), QColor(110, 110, 110), 0.2, Qt::DashLine)
                            : key == overallKey ? makeFill(QColor(0, 0, 0, 0), QColor(33, 37, 41), 0.25)
                                                : makeFill(fill, colour.darker(150), 0.1);
        categories << QgsRendererCategory(key, symbol, QString::number(key));
    }
    layer->setRenderer(new QgsCategorizedSymbolRenderer(QStringLiteral("key"), categories));
    labelBy(*layer, QStringLiteral("label"));
    return keep(project, std::move(layer));
}

QgsVectorLayer* addSeenSeaLayer(QgsProject& project, const std::vector<FrameRecord>& frames)
{
    QVector<QgsGeometry> footprints;
    for (const FrameRecord& frame : frames) {
        if (frame.footprint.size() >= 3)
            footprints << QgsGeometry::fromPolygonXY({toPolyline(frame.footprint)}).makeValid();
    }
    const QgsGeometry seen = QgsGeometry::unaryUnion(footprints);
    if (seen.isEmpty())
        return nullptr;
    auto layer = memoryLayer(QStringLiteral("Polygon?crs=EPSG:4326"), ReportText::tr("Sea that was seen"));
    const QVector<QgsGeometry> parts = seen.asGeometryCollection();
    for (const QgsGeometry& part : parts) {
        if (part.type() == Qgis::GeometryType::Polygon)
            addGeometry(*layer, part);
    }
    layer->setRenderer(
        new QgsSingleSymbolRenderer(makeFill(QColor(243, 248, 251), QColor(120, 150, 175), 0.2)));
    return keep(project, std::move(layer));
}

QgsVectorLayer* addTrackLayer(QgsProject& project, const std::vector<FrameRecord>& frames)
{
    GroundRing points;
    for (const FrameRecord& frame : frames) {
        if (frame.telemetry.pose)
            points.push_back({frame.telemetry.pose->latitudeDegrees, frame.telemetry.pose->longitudeDegrees});
    }
    if (points.size() < 2)
        return nullptr;
    // Neighbours stay neighbours where the track crosses the antimeridian.
    for (std::size_t i = 1; i < points.size(); ++i)
        points[i].longitudeDegrees =
            longitudeNear(points[i].longitudeDegrees, points[i - 1].longitudeDegrees);
    auto layer =
        memoryLayer(QStringLiteral("LineString?crs=EPSG:4326"), ReportText::tr("Track of the aircraft"));
    addGeometry(*layer, QgsGeometry::fromPolylineXY(toPolyline(points)));
    auto* line = new QgsSimpleLineSymbolLayer(QColor(70, 100, 130), 0.25, Qt::DashLine);
    layer->setRenderer(new QgsSingleSymbolRenderer(new QgsLineSymbol(QgsSymbolLayerList{line})));
    return keep(project, std::move(layer));
}

namespace {

QgsVectorLayer* addCountries(QgsProject& project, const QString& name, QgsFillSymbol* symbol)
{
    std::unique_ptr<QgsFillSymbol> owned(symbol);
    const QString file = QgsApplication::pkgDataPath() + QStringLiteral("/resources/data/world_map.gpkg");
    if (!QFile::exists(file))
        return nullptr;
    QgsVectorLayer::LayerOptions options;
    options.loadDefaultStyle = false;
    auto layer = std::make_unique<QgsVectorLayer>(file + QStringLiteral("|layername=countries"), name,
                                                  QStringLiteral("ogr"), options);
    if (!layer->isValid())
        return nullptr;
    layer->setRenderer(new QgsSingleSymbolRenderer(owned.release()));
    return keep(project, std::move(layer));
}

const QColor coast(150, 140, 120);

}  // namespace

QgsVectorLayer* addLandLayer(QgsProject& project)
{
    return addCountries(project, ReportText::tr("Land"), makeFill(QColor(238, 232, 217), coast, 0.15));
}

QgsVectorLayer* addCoastLayer(QgsProject& project)
{
    return addCountries(project, ReportText::tr("Coast"), makeFill(QColor(0, 0, 0, 0), coast, 0.15));
}

QgsVectorLayer* addSeaLayer(QgsProject& project, const QgsCoordinateReferenceSystem& crs,
                            const QgsPointXY& middle)
{
    constexpr double sideMetres = 4e6;
    auto layer = memoryLayer(QStringLiteral("Polygon"), ReportText::tr("Sea"));
    layer->setCrs(crs);
    addGeometry(*layer,
                QgsGeometry::fromRect(QgsRectangle::fromCenterAndSize(middle, sideMetres, sideMetres)));
    const QColor sea(226, 237, 245);
    layer->setRenderer(new QgsSingleSymbolRenderer(makeFill(sea, sea, 0)));
    return keep(project, std::move(layer));
}

QgsVectorLayer* addPlaceLayer(QgsProject& project, const GroundPoint& place)
{
    auto layer = memoryLayer(QStringLiteral("Point?crs=EPSG:4326"), ReportText::tr("Place"));
    addGeometry(*layer, QgsGeometry::fromPointXY({place.longitudeDegrees, place.latitudeDegrees}));
    auto* marker =
        new QgsSimpleMarkerSymbolLayer(Qgis::MarkerShape::Circle, 2.4, 0, Qgis::ScaleMethod::ScaleArea,
                                       QColor(200, 40, 40), QColor(255, 255, 255));
    layer->setRenderer(new QgsSingleSymbolRenderer(new QgsMarkerSymbol(QgsSymbolLayerList{marker})));
    return keep(project, std::move(layer));
}

}  // namespace sheen
