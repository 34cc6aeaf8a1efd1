#pragma once

#include <qgslayertreeview.h>

#include <QCoreApplication>

class QgsMapCanvas;

namespace sheen {

class OwnLayers;

/** What a right click on a layer, or on a group, offers: zoom to it, how strongly it covers what is below,
 * its style; to take what the analyst added off the map. */
class LayerMenu : public QgsLayerTreeViewMenuProvider
{
    Q_DECLARE_TR_FUNCTIONS(sheen::LayerMenu)

public:
    LayerMenu(QgsLayerTreeView* view, QgsMapCanvas* canvas, OwnLayers* own);

    QMenu* createContextMenu() override;

private:
    QList<QgsMapLayer*> chosenLayers() const;
    void addOpacity(QMenu& menu, const QList<QgsMapLayer*>& layers);
    void addStyle(QMenu& menu, QgsMapLayer* layer);
    void addRemove(QMenu& menu, const QString& source);

    QgsLayerTreeView* m_view;
    QgsMapCanvas* m_canvas;
    OwnLayers* m_own;
};

}  // namespace sheen
