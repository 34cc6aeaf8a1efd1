#pragma once

#include <QRgb>
#include <QVector>
#include <memory>

#include "unsaved_layer.h"

namespace sheen {

class MaskMosaic;

/** The masks of the frames as a layer of the map: draws a MaskMosaic in the classes' colours. */
class MaskLayer : public UnsavedLayer
{
    Q_OBJECT

public:
    MaskLayer(std::shared_ptr<MaskMosaic> mosaic, const QVector<QRgb>& colours, const QString& name);

    /** Takes the extent and CRS of what has been painted since; call before it is drawn again. */
    void follow();

    MaskLayer* clone() const override;
    QgsMapLayerRenderer* createMapRenderer(QgsRenderContext& context) override;
    QgsRectangle extent() const override;

private:
    std::shared_ptr<MaskMosaic> m_mosaic;
    QVector<QRgb> m_colours;
};

}  // namespace sheen
