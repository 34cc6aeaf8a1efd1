#pragma once

#include <QImage>
#include <QRectF>

#include <qgspluginlayer.h>

namespace sheen {

/** The picture of the frame under the eye as a layer of the map: a north-up image that was warped elsewhere.
 */
class FrameLayer : public QgsPluginLayer
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
    void setTransformContext(const QgsCoordinateTransformContext& context) override;
    bool readSymbology(const QDomNode& node, QString& errorMessage, QgsReadWriteContext& context,
                       StyleCategories categories) override;
    bool writeSymbology(QDomNode& node, QDomDocument& document, QString& errorMessage,
                        const QgsReadWriteContext& context, StyleCategories categories) const override;

private:
    QImage m_picture;
    QRectF m_extent;
};

}  // namespace sheen
