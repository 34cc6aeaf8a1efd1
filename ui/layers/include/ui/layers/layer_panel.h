#pragma once

#include <QWidget>

class QMenu;
class QgsLayerTreeView;
class QgsMapCanvas;
class QgsProject;

namespace sheen {

class OwnLayers;

/** The layers of the map, to be ticked, dragged and looked after, and the ways to more of them. */
class LayerPanel : public QWidget
{
    Q_OBJECT

public:
    LayerPanel(QgsProject& project, QgsMapCanvas* canvas, QWidget* parent = nullptr);

    OwnLayers& ownLayers() const { return *m_own; }
    QgsLayerTreeView* view() const { return m_view; }
    void addFile(const QString& path);

private:
    QWidget* makeButtons();
    void askForLayer();
    void fillServers();

    QgsLayerTreeView* m_view;
    OwnLayers* m_own;
    QMenu* m_servers;
};

}  // namespace sheen
