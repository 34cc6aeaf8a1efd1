#include "ui/widgets/picture_zoom.h"

#include <QRectF>
#include <algorithm>

namespace sheen {

namespace {
constexpr double greatestZoom = 32;
}

void PictureZoom::setPictureSize(const QSizeF& size)
{
    if (size != m_picture)
        showAll();
    m_picture = size;
}

QTransform PictureZoom::toWidget(const QSizeF& widget) const
{
    if (m_picture.isEmpty())
        return {};
    const double fit = std::min(widget.width() / m_picture.width(), widget.height() / m_picture.height());
    QTransform transform;
    transform.translate(widget.width() / 2 + m_offset.x(), widget.height() / 2 + m_offset.y());
    transform.scale(fit * m_zoom, fit * m_zoom);
    transform.translate(-m_picture.width() / 2, -m_picture.height() / 2);
    return transform;
}

void PictureZoom::zoomBy(double factor, const QPointF& fixedPoint, const QSizeF& widget)
{
    const double zoom = std::clamp(m_zoom * factor, 1.0, greatestZoom);
    const QPointF fromMiddle = fixedPoint - QPointF(widget.width() / 2, widget.height() / 2);
    m_offset = fromMiddle + (m_offset - fromMiddle) * (zoom / m_zoom);
    m_zoom = zoom;
    keepInside(widget);
}

void PictureZoom::moveBy(const QPointF& distance, const QSizeF& widget)
{
    m_offset += distance;
    keepInside(widget);
}

void PictureZoom::showAll()
{
    m_zoom = 1;
    m_offset = {};
}

void PictureZoom::showPart(const QRectF& part, const QSizeF& widget)
{
    showAll();
    if (part.isEmpty() || m_picture.isEmpty() || widget.isEmpty())
        return;
    constexpr double most = 8;  // single pixels tell nothing
    const double fit = toWidget(widget).m11();
    m_zoom = std::clamp(std::min(widget.width() / part.width(), widget.height() / part.height()) / fit / 2,
                        1.0, most);
    m_offset = (QPointF(m_picture.width() / 2, m_picture.height() / 2) - part.center()) * fit * m_zoom;
    keepInside(widget);
}

void PictureZoom::keepInside(const QSizeF& widget)
{
    const QRectF shown = toWidget(widget).mapRect(QRectF(QPointF(), m_picture));
    const double slackX = std::max(0.0, (shown.width() - widget.width()) / 2);
    const double slackY = std::max(0.0, (shown.height() - widget.height()) / 2);
    m_offset.setX(std::clamp(m_offset.x(), -slackX, slackX));
    m_offset.setY(std::clamp(m_offset.y(), -slackY, slackY));
}

}  // namespace sheen
