#pragma once

#include <QPointF>
#include <QSizeF>
#include <QTransform>

namespace sheen {

/** How a picture lies in a widget: all of it at first, then enlarged about a point and moved, never out of
 * sight. */
class PictureZoom
{
public:
    /** Pixels; another size than before is shown as a whole. */
    void setPictureSize(const QSizeF& size);
    const QSizeF& pictureSize() const { return m_picture; }

    /** From pixels of the picture to those of a widget of this size. */
    QTransform toWidget(const QSizeF& widget) const;

    void zoomBy(double factor, const QPointF& fixedPoint, const QSizeF& widget);
    void moveBy(const QPointF& distance, const QSizeF& widget);
    void showAll();
    /** A part of the picture, with as much again around it. */
    void showPart(const QRectF& part, const QSizeF& widget);

private:
    void keepInside(const QSizeF& widget);

    QSizeF m_picture;
    double m_zoom = 1;  //!< 1: the whole picture fits
    QPointF m_offset;   //!< of the picture's middle from the widget's, in widget pixels
};

}  // namespace sheen
