#include "frame_layer.h"

#include <QPainter>

#include <qgsmaplayerrenderer.h>
#include <qgsrendercontext.h>

#include "straight_target.h"

namespace sheen {

namespace {

/** Draws a picture in a thread of the map. */
class FrameRenderer : public QgsMapLayerRenderer
{
public:
    FrameRenderer(const QString& layerId, QgsRenderContext& context, const QImage& picture,
                  const QRectF& extent, double opacity)
        : QgsMapLayerRenderer(layerId, &context), m_picture(picture), m_extent(extent), m_opacity(opacity)
    {}

    bool render() override
    {
        if (m_picture.isNull())
            return true;
        QPainter* painter = renderContext()->painter();
        painter->save();
        painter->setOpacity(m_opacity);
        painter->setRenderHint(QPainter::SmoothPixmapTransform);
        painter->drawImage(straightTarget(*renderContext(), m_extent), m_picture);
        painter->restore();
        return true;
    }

private:
    const QImage m_picture;
    const QRectF m_extent;
    const double m_opacity;
};

}  // namespace

FrameLayer::FrameLayer(const QString& name) : UnsavedLayer(QStringLiteral("sheen_frame"), name)
{
    setValid(true);
}

void FrameLayer::setPicture(const QImage& picture, const QRectF& extent)
{
    m_picture = picture;
    m_extent = extent;
}

FrameLayer* FrameLayer::clone() const
{
    auto* layer = new FrameLayer(name());
    layer->setPicture(m_picture, m_extent);
    QgsMapLayer::clone(layer);
    return layer;
}

QgsRectangle FrameLayer::extent() const
{
    return m_picture.isNull()
               ? QgsRectangle()
               : QgsRectangle(m_extent.left(), m_extent.top(), m_extent.right(), m_extent.bottom());
}

QgsMapLayerRenderer* FrameLayer::createMapRenderer(QgsRenderContext& context)
{
    return new FrameRenderer(id(), context, isDrawnStraight(context) ? m_picture : QImage(), m_extent,
                             opacity());
}

}  // namespace sheen
