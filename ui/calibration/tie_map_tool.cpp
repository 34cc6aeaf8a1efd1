#include "tie_map_tool.h"

#include <QKeyEvent>

#include <qgscoordinatetransform.h>
#include <qgsmapcanvas.h>
#include <qgsmapmouseevent.h>

#include "geo/geodesy.h"

namespace sheen {

TieMapTool::TieMapTool(QgsMapCanvas* canvas) : QgsMapTool(canvas)
{
    setCursor(Qt::CrossCursor);
}

void TieMapTool::canvasReleaseEvent(QgsMapMouseEvent* event)
{
    if (event->button() != Qt::LeftButton)
        return;
    const QgsMapSettings& map = canvas()->mapSettings();
    const QgsCoordinateTransform toDegrees(
        map.destinationCrs(), QgsCoordinateReferenceSystem::fromEpsgId(4326), map.transformContext());
    try {
        const QgsPointXY place = toDegrees.transform(event->mapPoint());
        if (qAbs(place.y()) <= 90)
            Q_EMIT placed({place.y(), longitudeNear(place.x(), 0)});
    } catch (const QgsException&) {
        // Beyond the map's projection there is no place.
    }
}

void TieMapTool::keyPressEvent(QKeyEvent* event)
{
    if (event->key() == Qt::Key_Escape) {
        event->ignore();  // the canvas takes an accepted Esc for its own
        Q_EMIT escaped();
    }
}

}  // namespace sheen
