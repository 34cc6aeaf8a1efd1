#pragma once

#include <qgslayertreeview.h>

#include <QCoreApplication>

class QgsMapCanvas;

namespace sheen {

/** What a right click on a layer offers: zoom to it, how strongly it covers what is below, its style. */
class LayerMenu : public QgsLayerTreeViewMenuProvider
{
    Q_DECLARE_TR_FUNCTIONS(sheen::LayerMenu)

public:
    LayerMenu(QgsLayerTreeView* view, QgsMapCanvas* canvas);

    QMenu* createContextMenu() override;

private:
    QgsLayerTreeView* m_view;
    QgsMapCanvas* m_canvas;
};

}  // namespace sheen
