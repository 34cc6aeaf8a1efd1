#include "map_label.h"

#include <QFontMetricsF>
#include <QPainter>

#include <qgsmapcanvas.h>

namespace sheen {

MapLabel::MapLabel(QgsMapCanvas* canvas) : QgsMapCanvasItem(canvas)
{
    setZValue(10);
    hide();
}

void MapLabel::set(const QgsPointXY& place, const QString& text)
{
    prepareGeometryChange();
    m_place = place;
    m_text = text;
    setVisible(!text.isEmpty());
    updatePosition();
    update();
}

QRectF MapLabel::boundingRect() const
{
    return QFontMetricsF(mMapCanvas->font()).boundingRect(m_text).translated(12, -12).adjusted(-5, -3, 5, 3);
}

void MapLabel::updatePosition()
{
    setPos(toCanvasCoordinates(m_place));
}

void MapLabel::paint(QPainter* painter)
{
    painter->setRenderHint(QPainter::Antialiasing);
    painter->setPen(Qt::NoPen);
    painter->setBrush(QColor(255, 255, 255, 225));
    painter->drawRoundedRect(boundingRect(), 3, 3);
    painter->setFont(mMapCanvas->font());
    painter->setPen(QColor(0xc2, 0x3b, 0x22).darker(130));
    painter->drawText(QPointF(12, -12), m_text);
}

}  // namespace sheen
