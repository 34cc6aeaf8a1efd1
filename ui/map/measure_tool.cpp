#include "measure_tool.h"

#include <QKeyEvent>
#include <QLocale>

#include <qgsmapcanvas.h>
#include <qgsmapmouseevent.h>
#include <qgsrubberband.h>

#include "geo/lengths.h"
#include "map_label.h"

namespace sheen {

namespace {

QString distanceText(double metres)
{
    const QLocale locale;
    const QString miles = locale.toString(metres / metresPerNauticalMile, 'f', 3);
    if (metres < 1000)
        return QStringLiteral("%1 m (%2 NM)").arg(locale.toString(metres, 'f', 1), miles);
    return QStringLiteral("%1 km (%2 NM)").arg(locale.toString(metres / 1000, 'f', 3), miles);
}

QString areaText(double squareMetres)
{
    const QLocale locale;
    if (squareMetres < 1e5)
        return QStringLiteral("%1 m²").arg(locale.toString(squareMetres, 'f', 0));
    return QStringLiteral("%1 km²").arg(locale.toString(squareMetres / 1e6, 'f', 4));
}

}  // namespace

MeasureTool::MeasureTool(QgsMapCanvas* canvas, Kind kind)
    : QgsMapTool(canvas),
      m_kind(kind),
      m_band(std::make_unique<QgsRubberBand>(
          canvas, kind == Kind::Area ? Qgis::GeometryType::Polygon : Qgis::GeometryType::Line)),
      m_label(std::make_unique<MapLabel>(canvas))
{
    m_band->setColor(QColor(0xc2, 0x3b, 0x22));
    m_band->setFillColor(QColor(0xc2, 0x3b, 0x22, 40));
    m_band->setWidth(2);
    m_band->setIcon(QgsRubberBand::ICON_CIRCLE);
    setCursor(Qt::CrossCursor);
}

MeasureTool::~MeasureTool() = default;

void MeasureTool::activate()
{
    QgsMapTool::activate();
    Q_EMIT measured(tr("Click to measure; a right click ends, Esc clears."));
}

void MeasureTool::deactivate()
{
    m_ended = true;  // it stays on the map until something else is measured, or Esc
    Q_EMIT measured(QString());
    QgsMapTool::deactivate();
}

void MeasureTool::clear()
{
    m_points.clear();
    m_ended = false;
    m_label->set({}, QString());
    m_band->reset(m_kind == Kind::Area ? Qgis::GeometryType::Polygon : Qgis::GeometryType::Line);
}

void MeasureTool::show(const QVector<QgsPointXY>& points)
{
    m_band->reset(m_kind == Kind::Area ? Qgis::GeometryType::Polygon : Qgis::GeometryType::Line);
    for (const QgsPointXY& point : points)
        m_band->addPoint(point, false);
    m_band->updatePosition();
    m_band->show();
    m_band->update();
    report(points);
}

void MeasureTool::report(const QVector<QgsPointXY>& points)
{
    const QgsMapSettings& map = canvas()->mapSettings();
    m_distances.setSourceCrs(map.destinationCrs(), map.transformContext());
    m_distances.setEllipsoid(QStringLiteral("EPSG:7030"));
    QString text;
    try {
        if (m_kind == Kind::Area && points.size() > 2) {
            text =
                tr("Area %1, around it %2")
                    .arg(areaText(m_distances.measurePolygon(points)),
                         distanceText(m_distances.measureLine(points + QVector<QgsPointXY>{points.first()})));
        } else if (points.size() > 1) {
            const double last = m_distances.measureLine(points[points.size() - 2], points.last());
            text = points.size() == 2
                       ? tr("Distance %1").arg(distanceText(last))
                       : tr("Distance %1, last leg %2")
                             .arg(distanceText(m_distances.measureLine(points)), distanceText(last));
        }
    } catch (const QgsException&) {
        text = tr("These points cannot be measured in this map's CRS.");
    }
    m_label->set(points.isEmpty() ? QgsPointXY() : points.last(), text);
    Q_EMIT measured(text);
}

void MeasureTool::canvasPressEvent(QgsMapMouseEvent* event)
{
    if (event->button() == Qt::RightButton) {
        m_ended = true;
        show(m_points);
        return;
    }
    if (event->button() != Qt::LeftButton)
        return;
    if (m_ended)
        clear();
    m_points << event->mapPoint();
    show(m_points);
}

void MeasureTool::canvasMoveEvent(QgsMapMouseEvent* event)
{
    if (m_ended || m_points.isEmpty())
        return;
    show(m_points + QVector<QgsPointXY>{event->mapPoint()});
}

void MeasureTool::canvasDoubleClickEvent(QgsMapMouseEvent*)
{
    m_ended = true;
    show(m_points);
}

void MeasureTool::keyPressEvent(QKeyEvent* event)
{
    if (event->key() == Qt::Key_Escape) {
        clear();
        Q_EMIT measured(QString());
        event->ignore();  // the canvas takes an accepted Esc for its own
    } else if (event->key() == Qt::Key_Backspace && !m_points.isEmpty()) {
        m_points.removeLast();
        show(m_points);
        event->ignore();
    }
}

}  // namespace sheen
