#pragma once

#include <QRgb>
#include <QVector>
#include <memory>

#include <qgspluginlayer.h>

namespace sheen {

class MaskMosaic;

/** The masks of the frames as a layer of the map: draws a MaskMosaic in the classes' colours. */
class MaskLayer : public QgsPluginLayer
{
    Q_OBJECT

public:
    MaskLayer(std::shared_ptr<MaskMosaic> mosaic, const QVector<QRgb>& colours, const QString& name);

    /** Takes the extent and CRS of what has been painted since; call before it is drawn again. */
    void follow();

    MaskLayer* clone() const override;
    QgsMapLayerRenderer* createMapRenderer(QgsRenderContext& context) override;
    QgsRectangle extent() const override;
    void setTransformContext(const QgsCoordinateTransformContext& context) override;
    bool readSymbology(const QDomNode& node, QString& errorMessage, QgsReadWriteContext& context,
                       StyleCategories categories) override;
    bool writeSymbology(QDomNode& node, QDomDocument& document, QString& errorMessage,
                        const QgsReadWriteContext& context, StyleCategories categories) const override;

private:
    std::shared_ptr<MaskMosaic> m_mosaic;
    QVector<QRgb> m_colours;
};

}  // namespace sheen
