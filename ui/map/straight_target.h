#pragma once

#include <QRectF>

#include <qgscoordinatetransform.h>
#include <qgsmaptopixel.h>
#include <qgsrendercontext.h>

namespace sheen {

/** Images are drawn straight, so only on a map of the layer's own CRS (the flight's, as a rule). */
inline bool isDrawnStraight(const QgsRenderContext& context)
{
    return !context.coordinateTransform().isValid() || context.coordinateTransform().isShortCircuited();
}

/** Where an extent (left, bottom, width, height) lies in the picture of the map. */
inline QRectF straightTarget(const QgsRenderContext& context, const QRectF& extent)
{
    const QgsMapToPixel& toPixel = context.mapToPixel();
    const QgsPointXY topLeft = toPixel.transform(extent.left(), extent.bottom());
    const QgsPointXY bottomRight = toPixel.transform(extent.right(), extent.top());
    return {QPointF(topLeft.x(), topLeft.y()), QPointF(bottomRight.x(), bottomRight.y())};
}

}  // namespace sheen
