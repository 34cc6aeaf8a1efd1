#include "aircraft_item.h"

#include <QPainter>
#include <QPainterPath>

#include <qgsmapcanvas.h>

namespace sheen {

namespace {

constexpr double halfSize = 13;

/** An aircraft as seen from above, its nose up, about 24 pixels long. */
QPainterPath aircraftShape()
{
    QPainterPath path;
    path.moveTo(0, -12);
    path.cubicTo(1.8, -10, 2, -7, 2, -3);
    path.lineTo(12, 3);
    path.lineTo(12, 5.5);
    path.lineTo(2, 3);
    path.lineTo(1.4, 8);
    path.lineTo(5, 10.5);
    path.lineTo(5, 12.5);
    path.lineTo(0, 11.2);
    path.lineTo(-5, 12.5);
    path.lineTo(-5, 10.5);
    path.lineTo(-1.4, 8);
    path.lineTo(-2, 3);
    path.lineTo(-12, 5.5);
    path.lineTo(-12, 3);
    path.lineTo(-2, -3);
    path.cubicTo(-2, -7, -1.8, -10, 0, -12);
    return path;
}

}  // namespace

AircraftItem::AircraftItem(QgsMapCanvas* canvas) : QgsMapCanvasItem(canvas)
{
    setZValue(60);
    hide();
}

void AircraftItem::place(const QgsPointXY& position, double headingDegrees,
                         const std::optional<QgsPointXY>& target)
{
    m_position = position;
    m_headingDegrees = headingDegrees;
    m_target = target;
    show();
    updatePosition();
}

void AircraftItem::hideAircraft()
{
    m_target.reset();
    hide();
}

void AircraftItem::updatePosition()
{
    prepareGeometryChange();
    setPos(toCanvasCoordinates(m_position));
    update();
}

QRectF AircraftItem::boundingRect() const
{
    QRectF bounds(-halfSize * 1.5, -halfSize * 1.5, halfSize * 3, halfSize * 3);
    if (m_target) {
        const QPointF target = toCanvasCoordinates(*m_target) - pos();
        bounds = bounds.united(QRectF(QPointF(), target).normalized().adjusted(-3, -3, 3, 3));
    }
    return bounds;
}

void AircraftItem::paint(QPainter* painter)
{
    painter->setRenderHint(QPainter::Antialiasing);
    if (m_target) {
        painter->setPen(QPen(QColor(0x1d, 0x4e, 0x6b, 170), 1.2, Qt::DashLine));
        painter->drawLine(QPointF(), toCanvasCoordinates(*m_target) - pos());
    }
    painter->rotate(m_headingDegrees);
    painter->setPen(QPen(Qt::white, 1.4));
    painter->setBrush(QColor(0x1d, 0x4e, 0x6b));
    painter->drawPath(aircraftShape());
}

}  // namespace sheen
