#include "tools/slick_tool.h"

#include <qgsexception.h>
#include <qgsmapcanvas.h>
#include <qgsproject.h>
#include <qgsrectangle.h>
#include <qgsrubberband.h>

#include <cmath>

#include "geo/geodesy.h"
#include "ui/session/slick_geometry.h"
#include "ui/session/slick_store.h"

namespace sheen {

namespace {

constexpr double clickTolerancePixels = 6;

const QgsCoordinateReferenceSystem& geographicCrs()
{
    static const QgsCoordinateReferenceSystem crs(QStringLiteral("EPSG:4326"));
    return crs;
}

/** Whether longitudes overlap, whole turns apart or not. */
bool overlap(const QgsRectangle& slick, const QgsRectangle& shape)
{
    if (slick.yMinimum() > shape.yMaximum() || slick.yMaximum() < shape.yMinimum())
        return false;
    const double middle = shape.center().x();
    const double apart = std::abs(longitudeNear(slick.center().x(), middle) - middle);
    return apart <= (slick.width() + shape.width()) / 2;
}

}  // namespace

SlickTool::SlickTool(QgsMapCanvas* canvas, SlickStore* store, const QString& name)
    : QgsMapTool(canvas), m_store(store)
{
    mToolName = name;
    setCursor(Qt::CrossCursor);
}

void SlickTool::activate()
{
    QgsMapTool::activate();
    canvas()->setFocus();
    Q_EMIT hint(hintText());
}

double SlickTool::mapUnits(double pixels) const
{
    return pixels * canvas()->mapUnitsPerPixel();
}

QgsCoordinateTransform SlickTool::groundToMap() const
{
    return QgsCoordinateTransform(geographicCrs(), canvas()->mapSettings().destinationCrs(),
                                  QgsProject::instance()->transformContext());
}

std::optional<GroundPoint> SlickTool::toGround(const QgsPointXY& mapPoint) const
{
    try {
        const QgsPointXY point = groundToMap().transform(mapPoint, Qgis::TransformDirection::Reverse);
        if (std::isfinite(point.x()) && std::isfinite(point.y()))
            return GroundPoint{point.y(), point.x()};
    } catch (const QgsCsException&) {
    }
    return std::nullopt;
}

std::optional<QgsPointXY> SlickTool::toMap(const GroundPoint& point) const
{
    try {
        const QgsPointXY mapped =
            groundToMap().transform(QgsPointXY(point.longitudeDegrees, point.latitudeDegrees));
        if (std::isfinite(mapped.x()) && std::isfinite(mapped.y()))
            return mapped;
    } catch (const QgsCsException&) {
    }
    return std::nullopt;
}

QgsGeometry SlickTool::toMap(const GroundMultiPolygon& outline) const
{
    QgsGeometry geometry = toGeometry(outline);
    try {
        if (geometry.transform(groundToMap()) == Qgis::GeometryOperationResult::Success)
            return geometry;
    } catch (const QgsCsException&) {
    }
    return {};
}

std::set<std::int64_t> SlickTool::slicksTouching(const QgsGeometry& mapShape) const
{
    std::set<std::int64_t> ids;
    QgsRectangle bounds = mapShape.boundingBox();
    bounds.grow(mapUnits(1));  // a straight line's has no width
    try {
        bounds = groundToMap().transformBoundingBox(bounds, Qgis::TransformDirection::Reverse, true);
        if (bounds.xMaximum() < bounds.xMinimum())  // across the antimeridian
            bounds.setXMaximum(bounds.xMaximum() + 360);
    } catch (const QgsCsException&) {
        bounds = QgsRectangle(-180, -90, 180, 90);
    }
    for (const Slick& slick : m_store->slicks()) {
        if (overlap(boundsOf(slick.outline), bounds) && mapShape.intersects(toMap(slick.outline)))
            ids.insert(slick.id);
    }
    return ids;
}

std::int64_t SlickTool::slickAt(const QgsPointXY& mapPoint) const
{
    const QgsGeometry point = QgsGeometry::fromPointXY(mapPoint);
    const double tolerance = mapUnits(clickTolerancePixels);
    QgsRectangle around(mapPoint, mapPoint);
    around.grow(tolerance);
    std::int64_t found = 0;
    double foundDistance = 0;
    double foundArea = 0;
    for (std::int64_t id : slicksTouching(QgsGeometry::fromRect(around))) {
        const Slick* slick = m_store->find(id);
        const double distance = toMap(slick->outline).distance(point);
        const bool nearer =
            distance < foundDistance || (distance == foundDistance && slick->oiledSquareMetres() < foundArea);
        if (distance <= tolerance && (found == 0 || nearer)) {
            found = id;
            foundDistance = distance;
            foundArea = slick->oiledSquareMetres();
        }
    }
    return found;
}

std::optional<std::size_t> SlickTool::areaAt(std::int64_t id, const QgsPointXY& mapPoint) const
{
    const Slick* slick = m_store->find(id);
    const QgsGeometry point = QgsGeometry::fromPointXY(mapPoint);
    std::optional<std::size_t> nearest;
    double least = 0;
    for (std::size_t i = 0; slick && i < slick->areas.size(); ++i) {
        const double distance = toMap(slick->areas[i].outline).distance(point);
        if (distance >= 0 && (!nearest || distance < least)) {
            nearest = i;
            least = distance;
        }
    }
    return nearest;
}

QgsRubberBand* SlickTool::makeBand(Qgis::GeometryType type) const
{
    auto* band = new QgsRubberBand(canvas(), type);
    band->setStrokeColor(QColor(220, 0, 120));
    band->setSecondaryStrokeColor(QColor(255, 255, 255, 200));
    band->setFillColor(QColor(220, 0, 120, 40));
    band->setWidth(2);
    band->hide();
    return band;
}

}  // namespace sheen
