#include "tie_map_item.h"

#include <qgscoordinatetransform.h>
#include <qgsmapcanvas.h>

#include "ui/widgets/numbered_mark.h"

namespace sheen {

TieMapItem::TieMapItem(QgsMapCanvas* canvas) : QgsMapCanvasItem(canvas)
{
    setZValue(70);
}

void TieMapItem::setMarks(std::vector<Mark> marks)
{
    m_marks = std::move(marks);
    updatePosition();
}

void TieMapItem::updatePosition()
{
    prepareGeometryChange();
    setPos(0, 0);
    update();
}

QRectF TieMapItem::boundingRect() const
{
    return m_marks.empty() ? QRectF() : QRectF(mMapCanvas->rect());
}

void TieMapItem::paint(QPainter* painter)
{
    const QgsMapSettings& map = mMapCanvas->mapSettings();
    const QgsCoordinateTransform toMap(QgsCoordinateReferenceSystem::fromEpsgId(4326), map.destinationCrs(),
                                       map.transformContext());
    const auto onCanvas = [&](const GroundPoint& place) {
        return toCanvasCoordinates(toMap.transform(place.longitudeDegrees, place.latitudeDegrees));
    };
    for (const Mark& mark : m_marks) {
        try {
            NumberedMark drawn{onCanvas(mark.place), std::nullopt, mark.number, mark.faint};
            if (mark.seen)
                drawn.expected = onCanvas(*mark.seen);
            drawMark(*painter, drawn);
        } catch (const QgsException&) {
            // Beyond the map's projection it is not on the map.
        }
    }
}

}  // namespace sheen
