// SPDX-License-Identifier: GPL-3.0-or-later
#include "ships_item.h"

#include <QPainter>
#include <cmath>

#include <qgsmapcanvas.h>

namespace sheen {

namespace {

const QColor shipColour(0x5a, 0x3c, 0x96);

/** A ship from above, its bow up, 14 pixels long. */
QPolygonF shipShape()
{
    return QPolygonF({{0, -8}, {4, -2}, {4, 6}, {-4, 6}, {-4, -2}});
}

}  // namespace

ShipsItem::ShipsItem(QgsMapCanvas* canvas) : QgsMapCanvasItem(canvas)
{
    setZValue(55);  // below the aircraft
    hide();
}

void ShipsItem::showShips(std::vector<Ship> ships)
{
    m_ships = std::move(ships);
    setVisible(!m_ships.empty());
    updatePosition();
}

void ShipsItem::updatePosition()
{
    prepareGeometryChange();
    setPos(0, 0);
    update();
}

/** All of the canvas: names lie beside the ships. */
QRectF ShipsItem::boundingRect() const
{
    return mMapCanvas->rect();
}

void ShipsItem::paint(QPainter* painter)
{
    painter->setRenderHint(QPainter::Antialiasing);
    for (const Ship& ship : m_ships) {
        QPolygonF way;
        for (const QgsPointXY& point : ship.way)
            way << toCanvasCoordinates(point);
        painter->setPen(QPen(shipColour, 1.4));
        painter->setBrush(Qt::NoBrush);
        painter->drawPolyline(way);
        const QPointF here = way.last();
        double turn = 0;
        for (int i = int(way.size()) - 2; i >= 0; --i) {
            const QPointF came = here - way[i];
            if (std::hypot(came.x(), came.y()) > 2) {
                turn = std::atan2(came.x(), -came.y()) * 180 / M_PI;
                break;
            }
        }
        painter->save();
        painter->translate(here);
        painter->rotate(turn);
        painter->setPen(QPen(Qt::white, 1.2));
        painter->setBrush(shipColour);
        painter->drawPolygon(shipShape());
        painter->restore();
        const QRectF text(here.x() + 9, here.y() - 8, 260, 16);
        painter->setPen(Qt::white);
        painter->drawText(text.translated(1, 1), Qt::AlignLeft | Qt::AlignVCenter, ship.name);
        painter->setPen(shipColour);
        painter->drawText(text, Qt::AlignLeft | Qt::AlignVCenter, ship.name);
    }
}

}  // namespace sheen
