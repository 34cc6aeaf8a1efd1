#pragma once

#include <QImage>
#include <QRectF>

#include "unsaved_layer.h"

namespace sheen {

/** The picture of the frame under the eye as a layer of the map: a north-up image that was warped elsewhere.
 */
class FrameLayer : public UnsavedLayer
{
    Q_OBJECT

public:
    explicit FrameLayer(const QString& name);

    /** `extent` in the layer's CRS: left, bottom, width, height. A null image shows nothing. */
    void setPicture(const QImage& picture, const QRectF& extent);
    const QImage& picture() const { return m_picture; }

    FrameLayer* clone() const override;
    QgsMapLayerRenderer* createMapRenderer(QgsRenderContext& context) override;
    QgsRectangle extent() const override;

private:
    QImage m_picture;
    QRectF m_extent;
};

}  // namespace sheen
