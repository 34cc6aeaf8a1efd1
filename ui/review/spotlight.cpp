#include "spotlight.h"

#include <QPainter>
#include <QPainterPath>

#include <qgscoordinatetransform.h>
#include <qgsexception.h>
#include <qgsmapcanvas.h>
#include <qgsproject.h>

#include "ui/session/slick_geometry.h"
#include "ui/session/slick_store.h"

namespace sheen {

Spotlight::Spotlight(const SlickStore* store, QgsMapCanvas* canvas) : QgsMapCanvasItem(canvas), m_store(store)
{
    setZValue(-5);  // above the map, under rubber bands
    hide();
}

void Spotlight::setOn(bool on)
{
    m_on = on;
    follow();
}

void Spotlight::follow()
{
    m_lit = {};
    if (m_on) {
        QgsGeometry all;
        for (const std::int64_t id : m_store->selection()) {
            const Slick* slick = m_store->find(id);
            const QgsGeometry one = slick ? toGeometry(slick->overallOutline) : QgsGeometry();
            all = all.isNull() ? one : all.combine(one);
        }
        const QgsCoordinateTransform transform(QgsCoordinateReferenceSystem(QStringLiteral("EPSG:4326")),
                                               mMapCanvas->mapSettings().destinationCrs(),
                                               QgsProject::instance()->transformContext());
        try {
            if (!all.isNull() && all.transform(transform) == Qgis::GeometryOperationResult::Success)
                m_lit = all;
        } catch (const QgsCsException&) {
            // It has no place in this CRS: nothing is dimmed.
        }
    }
    setVisible(m_on && !m_lit.isNull());
    updatePosition();
    update();
}

QRectF Spotlight::boundingRect() const
{
    return QRectF(QPointF(), QSizeF(mMapCanvas->size()));
}

void Spotlight::updatePosition()
{
    prepareGeometryChange();
    setPos(0, 0);
}

void Spotlight::paint(QPainter* painter)
{
    QPainterPath dim;
    dim.setFillRule(Qt::OddEvenFill);
    dim.addRect(boundingRect());
    for (auto part = m_lit.const_parts_begin(); part != m_lit.const_parts_end(); ++part) {
        for (auto vertices = (*part)->vertices_begin(); vertices != (*part)->vertices_end();) {
            const int ring = vertices.vertexId().ring;
            QPolygonF polygon;
            for (; vertices != (*part)->vertices_end() && vertices.vertexId().ring == ring; ++vertices)
                polygon << toCanvasCoordinates(QgsPointXY(*vertices));
            dim.addPolygon(polygon);
        }
    }
    painter->setRenderHint(QPainter::Antialiasing);
    painter->fillPath(dim, QColor(15, 25, 32, 120));
}

}  // namespace sheen
