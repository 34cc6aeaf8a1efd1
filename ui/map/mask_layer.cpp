#include "mask_layer.h"

#include <QPainter>

#include <qgsmaplayerrenderer.h>
#include <qgsrendercontext.h>

#include "straight_target.h"
#include "ui/session/mask_mosaic.h"

namespace sheen {

namespace {

/** Draws a snapshot of the tiles, in a thread of the map. */
class MaskRenderer : public QgsMapLayerRenderer
{
public:
    MaskRenderer(const QString& layerId, QgsRenderContext& context, std::vector<MaskMosaic::Tile> tiles,
                 const QVector<QRgb>& colours, double opacity)
        : QgsMapLayerRenderer(layerId, &context),
          m_tiles(std::move(tiles)),
          m_colours(colours),
          m_opacity(opacity)
    {}

    bool render() override
    {
        QPainter* painter = renderContext()->painter();
        painter->save();
        painter->setOpacity(m_opacity);
        painter->setRenderHint(QPainter::SmoothPixmapTransform, false);
        for (MaskMosaic::Tile& tile : m_tiles) {
            if (renderContext()->renderingStopped())
                break;
            tile.classes.setColorTable(m_colours);
            painter->drawImage(straightTarget(*renderContext(), tile.extent), tile.classes);
        }
        painter->restore();
        return true;
    }

private:
    std::vector<MaskMosaic::Tile> m_tiles;
    const QVector<QRgb> m_colours;
    const double m_opacity;
};

}  // namespace

MaskLayer::MaskLayer(std::shared_ptr<MaskMosaic> mosaic, const QVector<QRgb>& colours, const QString& name)
    : UnsavedLayer(QStringLiteral("sheen_masks"), name), m_mosaic(std::move(mosaic)), m_colours(colours)
{
    setValid(true);
    setOpacity(0.55);
    follow();
}

void MaskLayer::follow()
{
    if (m_mosaic->epsg() != 0 && !crs().isValid())
        setCrs(QgsCoordinateReferenceSystem::fromEpsgId(m_mosaic->epsg()), false);
}

MaskLayer* MaskLayer::clone() const
{
    auto* layer = new MaskLayer(m_mosaic, m_colours, name());
    QgsMapLayer::clone(layer);
    return layer;
}

QgsRectangle MaskLayer::extent() const
{
    const QRectF all = m_mosaic->extent();
    return all.isNull() ? QgsRectangle() : QgsRectangle(all.left(), all.top(), all.right(), all.bottom());
}

QgsMapLayerRenderer* MaskLayer::createMapRenderer(QgsRenderContext& context)
{
    std::vector<MaskMosaic::Tile> tiles;
    if (isDrawnStraight(context)) {
        const QgsRectangle& area = context.extent();
        tiles = m_mosaic->tilesIn(QRectF(area.xMinimum(), area.yMinimum(), area.width(), area.height()));
    }
    return new MaskRenderer(id(), context, std::move(tiles), m_colours, opacity());
}

}  // namespace sheen
