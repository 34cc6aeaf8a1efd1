#include "report_map.h"

#include <qgscoordinatetransform.h>
#include <qgsfillsymbol.h>
#include <qgslayoutitemmap.h>
#include <qgslayoutitemmapgrid.h>
#include <qgslayoutitemscalebar.h>
#include <qgslayoutitemshape.h>

#include <algorithm>
#include <array>
#include <cmath>
#include <map>

#include "data/class_names.h"
#include "geo/geodesy.h"
#include "raster/orthoimage.h"
#include "report_layers.h"
#include "report_ship_layers.h"
#include "report_text.h"
#include "wording/wording.h"

namespace sheen {

namespace {

const QColor frameColour(70, 80, 90);
constexpr double leastSideMetres = 400;  //!< a map of a single small slick still shows where it lies
constexpr double locatorSideMetres = 400000;
constexpr double locatorSideMillimetres = 40;
constexpr double shipCaptionHeight = 7;

/** What the map must show: slicks, track and the middles of frames; horizons are left outside. */
QgsRectangle extentOnMap(const ProductInput& input, const MapProjection& projection)
{
    QgsRectangle extent;
    const auto include = [&](const GroundPoint& place) {
        const cv::Point2d point = projection.toMap(place);
        if (std::isfinite(point.x) && std::isfinite(point.y))
            extent.combineExtentWith(point.x, point.y);
    };
    for (const Slick& slick : input.slicks) {
        for (const GroundPolygon& polygon : slick.overallOutline) {
            if (!polygon.empty())
                std::for_each(polygon.front().begin(), polygon.front().end(), include);
        }
    }
    for (const FrameRecord& frame : input.frames) {
        if (frame.telemetry.pose)
            include({frame.telemetry.pose->latitudeDegrees, frame.telemetry.pose->longitudeDegrees});
        if (frame.centre)
            include(*frame.centre);
        if (frame.footprint.size() == 4)
            std::for_each(frame.footprint.begin(), frame.footprint.end(), include);
    }
    if (extent.isNull())
        return extent;
    extent.grow(0.06 * std::max(extent.width(), extent.height()));
    const double lacking = leastSideMetres - std::max(extent.width(), extent.height());
    if (lacking > 0)
        extent.grow(lacking / 2);
    return extent;
}

}  // namespace

QgsLayoutItemMap* ReportMaps::addMap(const QRectF& where, const QgsRectangle& extent,
                                     const QList<QgsMapLayer*>& layers)
{
    auto* map = new QgsLayoutItemMap(&m_pages.layout());
    m_pages.place(map, where);
    map->setCrs(m_crs);
    map->setKeepLayerSet(true);
    map->setLayers(layers + QList<QgsMapLayer*>{m_sea});
    map->setFrameEnabled(true);
    map->setFrameStrokeColor(frameColour);
    map->setFrameStrokeWidth(QgsLayoutMeasurement(0.25, Qgis::LayoutUnit::Millimeters));
    map->zoomToExtent(extent);
    return map;
}

namespace {

/** Lines of latitude and longitude at a round interval, their values outside of the frame. */
void addGraticule(QgsLayoutItemMap& map, const QgsTextFormat& format, double latitudeDegrees)
{
    constexpr std::array minutes{0.05, 0.1,  0.25, 0.5,  1.0,   2.0,   5.0,
                                 10.0, 15.0, 30.0, 60.0, 120.0, 300.0, 600.0};
    const double heightDegrees = map.extent().height() / metresPerDegree;
    const double widthDegrees =
        map.extent().width() /
        (metresPerDegree * std::max(0.05, std::cos(latitudeDegrees * radiansPerDegree)));
    const double least = std::max(widthDegrees, heightDegrees) * 60 / 5;
    const auto found = std::lower_bound(minutes.begin(), minutes.end(), least);
    const double interval = (found == minutes.end() ? minutes.back() : *found) / 60;

    auto* grid = new QgsLayoutItemMapGrid(QStringLiteral("graticule"), &map);
    map.grids()->addGrid(grid);
    grid->setCrs(QgsCoordinateReferenceSystem(QStringLiteral("EPSG:4326")));
    grid->setIntervalX(interval);
    grid->setIntervalY(interval);
    grid->setStyle(QgsLayoutItemMapGrid::Solid);
    grid->setGridLineColor(QColor(178, 196, 212));
    grid->setGridLineWidth(0.1);
    grid->setAnnotationEnabled(true);
    grid->setAnnotationTextFormat(format);
    grid->setAnnotationFormat(QgsLayoutItemMapGrid::DegreeMinute);
    grid->setAnnotationPrecision(interval * 60 < 0.1 ? 2 : interval * 60 < 1 ? 2 : 0);
    grid->setAnnotationFrameDistance(0.8);
    grid->setAnnotationDisplay(QgsLayoutItemMapGrid::HideAll, QgsLayoutItemMapGrid::Right);
    grid->setAnnotationDisplay(QgsLayoutItemMapGrid::HideAll, QgsLayoutItemMapGrid::Top);
    grid->setAnnotationDisplay(QgsLayoutItemMapGrid::LatitudeOnly, QgsLayoutItemMapGrid::Left);
    grid->setAnnotationDisplay(QgsLayoutItemMapGrid::LongitudeOnly, QgsLayoutItemMapGrid::Bottom);
    grid->setAnnotationDirection(QgsLayoutItemMapGrid::Vertical, QgsLayoutItemMapGrid::Left);
    map.updateBoundingRect();
}

void addScaleBar(ReportPages& pages, QgsLayoutItemMap& map, const QRectF& mapPlace)
{
    const double most = std::min(55.0, mapPlace.width() * 0.45);
    pages.box({mapPlace.left() + 2, mapPlace.bottom() - 14, most + 13, 12}, QColor(255, 255, 255),
              frameColour, 0);
    auto* bar = new QgsLayoutItemScaleBar(&pages.layout());
    bar->setStyle(QStringLiteral("Single Box"));
    bar->setLinkedMap(&map);
    bar->applyDefaultSize();
    bar->setSegmentSizeMode(Qgis::ScaleBarSegmentSizeMode::FitWidth);
    bar->setNumberOfSegments(2);
    bar->setNumberOfSegmentsLeft(0);
    bar->setMinimumBarWidth(most * 0.5);
    bar->setMaximumBarWidth(most);
    bar->setHeight(1.6);
    bar->setTextFormat(pages.format(ReportStyle::Small));
    pages.place(bar, {mapPlace.left() + 3, mapPlace.bottom() - 13, most + 5, 10});
}

/** The maps are north up: an arrow and its letter. */
void addNorthArrow(ReportPages& pages, const QRectF& mapPlace)
{
    const double x = mapPlace.right() - 11;
    const double y = mapPlace.top() + 3;
    pages.box({x - 1, y - 1, 9, 14}, QColor(255, 255, 255), frameColour, 0);
    auto* arrow = new QgsLayoutItemShape(&pages.layout());
    arrow->setShapeType(QgsLayoutItemShape::Triangle);
    const std::unique_ptr<QgsFillSymbol> symbol(makeFill(frameColour, frameColour, 0));
    arrow->setSymbol(symbol.get());
    pages.place(arrow, {x + 1, y, 5, 7});
    pages.text({x - 1, y + 7.5, 9, 4}, ReportText::tr("N", "north"), ReportStyle::Strong, Qt::AlignHCenter);
}

}  // namespace

/** One line for each appearance that the map shows. */
void ReportMaps::addLegend(const QRectF& mapPlace)
{
    const Wording words;
    struct Entry
    {
        QString text;
        QColor fill;
        QColor stroke;
    };
    std::map<std::pair<int, int>, Entry> byAppearance;
    bool anyRejected = false;
    for (const Slick& slick : m_input.slicks) {
        if (slick.decision == Decision::Rejected) {
            anyRejected = true;
            continue;
        }
        for (const AppearanceArea& area : slick.areas) {
            const QColor colour = mapColour(m_input.facts.model, area.classValue, area.code);
            const QString text =
                area.code == 0 ? shownClassName(area.className)
                               : QStringLiteral("%1 %2").arg(area.code).arg(words.appearance(area.code));
            byAppearance[{area.code, area.code == 0 ? area.classValue : 0}] = {text, colour,
                                                                               colour.darker(150)};
        }
    }
    std::vector<Entry> entries;
    for (const auto& [key, entry] : byAppearance)
        entries.push_back(entry);
    if (anyRejected)
        entries.push_back({ReportText::tr("rejected"), QColor(255, 255, 255), QColor(110, 110, 110)});
    entries.push_back({ReportText::tr("sea that was seen"), QColor(255, 255, 255), QColor(120, 150, 175)});

    constexpr double line = 4.8;
    const double height = line * static_cast<double>(entries.size()) + 2.4;
    const QRectF box(mapPlace.right() - 50, mapPlace.bottom() - 2 - height, 48, height);
    m_pages.box(box, QColor(255, 255, 255), QColor(190, 198, 205), 0.15);
    double y = box.top() + 1.4;
    for (const Entry& entry : entries) {
        m_pages.box({box.left() + 2, y + 0.4, 5, 3}, entry.fill, entry.stroke, 0.2);
        m_pages.text({box.left() + 9, y, box.width() - 10, 4.4}, entry.text, ReportStyle::Small);
        y += line;
    }
}

void ReportMaps::addLocator(const QRectF& mapPlace)
{
    if (!m_land)
        return;
    const QgsPointXY middle = m_extent.center();
    QgsVectorLayer* place = addPlaceLayer(m_project, m_projection->toGround({middle.x(), middle.y()}));
    addMap({mapPlace.left() + 2, mapPlace.top() + 2, locatorSideMillimetres, locatorSideMillimetres},
           QgsRectangle::fromCenterAndSize(middle, locatorSideMetres, locatorSideMetres), {place, m_land});
}

double ReportMaps::latitudeOf(const QgsRectangle& extent) const
{
    return m_projection->toGround({extent.center().x(), extent.center().y()}).latitudeDegrees;
}

ReportMaps::ReportMaps(ReportPages& pages, QgsProject& project, const ProductInput& input)
    : m_pages(pages), m_project(project), m_input(input)
{
    const auto placed = std::find_if(input.frames.begin(), input.frames.end(), [](const FrameRecord& frame) {
        return frame.telemetry.pose.has_value();
    });
    int epsg = input.facts.crsEpsg;
    if (epsg == 0 && placed != input.frames.end())
        epsg = MapProjection::utmZoneFor(
            {placed->telemetry.pose->latitudeDegrees, placed->telemetry.pose->longitudeDegrees});
    if (epsg == 0)
        return;
    m_projection.emplace(epsg);
    m_extent = extentOnMap(input, *m_projection);
    if (m_extent.isNull())
        return;
    m_crs = QgsCoordinateReferenceSystem(QStringLiteral("EPSG:%1").arg(epsg));
    project.setCrs(m_crs);
    m_land = addLandLayer(project);
    m_sea = addSeaLayer(project, m_crs, m_extent.center());
    for (QgsVectorLayer* layer : {addSlickLayer(project, input), addTrackLayer(project, input.frames),
                                  addCoastLayer(project), addSeenSeaLayer(project, input.frames), m_land}) {
        if (layer)
            m_layers << layer;
    }
}

void ReportMaps::addOverview(const QRectF& where)
{
    if (!isPlaced()) {
        m_pages.box(where, QColor(245, 247, 249), QColor(190, 198, 205));
        m_pages.text(
            {where.left() + 10, where.center().y() - 5, where.width() - 20, 14},
            ReportText::tr("No frame of this flight could be placed on the map, so there is no map to show."),
            ReportStyle::Body, Qt::AlignHCenter);
        return;
    }
    // The values of the graticule stand outside of the frame.
    const QRectF mapPlace = where.adjusted(4.5, 0, 0, -4.5);
    QgsLayoutItemMap* map = addMap(mapPlace, m_extent, m_layers);
    addGraticule(*map, m_pages.format(ReportStyle::Small), latitudeOf(m_extent));
    addScaleBar(m_pages, *map, mapPlace);
    addNorthArrow(m_pages, mapPlace);
    // On a map of a template they may have no room.
    constexpr double leastWidth = 110;
    if (mapPlace.width() < leastWidth)
        return;
    addLegend(mapPlace);
    addLocator(mapPlace);
}

QgsRectangle ReportMaps::extentOf(const Slick& slick) const
{
    QgsRectangle extent;
    for (const GroundPolygon& polygon : slick.overallOutline) {
        for (const GroundRing& ring : polygon)
            include(ring, extent);
    }
    return extent;
}

void ReportMaps::include(const GroundRing& places, QgsRectangle& extent) const
{
    for (const GroundPoint& place : places) {
        const cv::Point2d at = m_projection->toMap(place);
        if (std::isfinite(at.x) && std::isfinite(at.y))
            extent.combineExtentWith(at.x, at.y);
    }
}

void ReportMaps::addSmallMap(const QRectF& where, const QgsRectangle& extent,
                             const QList<QgsMapLayer*>& layers)
{
    const QRectF mapPlace = where.adjusted(4.5, 0, 0, -4.5);
    QgsLayoutItemMap* map = addMap(mapPlace, extent, layers);
    addGraticule(*map, m_pages.format(ReportStyle::Small), latitudeOf(extent));
    addScaleBar(m_pages, *map, mapPlace);
    addNorthArrow(m_pages, mapPlace);
}

void ReportMaps::addSlickMap(const Slick& slick, const QRectF& where)
{
    QgsRectangle extent = extentOf(slick);
    if (extent.isNull())
        return;
    const double side = std::max({extent.width(), extent.height(), leastSideMetres / 2});
    extent.grow(side);  // its surroundings say where it is
    QRectF place = where;
    constexpr double leastForTwo = 110;
    if (m_input.ships && where.width() >= leastForTwo && addShipMap(slick, where)) {
        constexpr double gap = 4;
        place.setWidth((where.width() - gap) / 2);
        place.setBottom(where.bottom() - shipCaptionHeight);
    }
    addSmallMap(place, extent, m_layers);
}

bool ReportMaps::addShipMap(const Slick& slick, const QRectF& where)
{
    const ShipLayers ships = addShipLayers(m_project, *m_input.ships, slick);
    if (ships.places.empty())
        return false;
    QgsRectangle extent = extentOf(slick);
    include(ships.places, extent);
    extent.grow(0.1 * std::max({extent.width(), extent.height(), leastSideMetres}));
    constexpr double gap = 4;
    const double width = (where.width() - gap) / 2;
    const QRectF place(where.right() - width, where.top(), width, where.height() - shipCaptionHeight);
    addSmallMap(place, extent, ships.layers + m_layers);
    const QString caption = ReportText::tr(
        "Right: ships near it in the six hours before, by AIS, with their ways, a triangle where "
        "each was closest: candidates, no culprits. Dashed: drift back, a rule of thumb.");
    m_pages.text({where.left(), where.bottom() - shipCaptionHeight + 0.5, where.width(), shipCaptionHeight},
                 m_pages.wrapped(caption, where.width(), ReportStyle::Small).join(QLatin1Char('\n')),
                 ReportStyle::Small);
    return true;
}

}  // namespace sheen
