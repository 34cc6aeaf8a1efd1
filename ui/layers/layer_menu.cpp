#include "layer_menu.h"

#include <QHBoxLayout>
#include <QLabel>
#include <QMenu>
#include <QPointer>
#include <QSlider>
#include <QWidgetAction>
#include <cmath>

#include <qgscoordinatetransform.h>
#include <qgsexception.h>
#include <qgslayertree.h>
#include <qgsmapcanvas.h>
#include <qgsproject.h>
#include <qgsrendererpropertiesdialog.h>
#include <qgsstyle.h>
#include <qgsvectorlayer.h>

#include "ui/layers/own_layers.h"

namespace sheen {

namespace {

using Layers = QList<QPointer<QgsMapLayer>>;

Layers pointersTo(const QList<QgsMapLayer*>& layers)
{
    Layers pointers;
    for (QgsMapLayer* layer : layers)
        pointers << layer;
    return pointers;
}

void zoomTo(const Layers& layers, QgsMapCanvas& canvas)
{
    const QgsMapSettings& map = canvas.mapSettings();
    QgsRectangle all;
    all.setNull();
    for (const QPointer<QgsMapLayer>& layer : layers) {
        try {
            if (!layer || layer->extent().isNull())
                continue;
            const QgsRectangle extent =
                QgsCoordinateTransform(layer->crs(), map.destinationCrs(), map.transformContext())
                    .transformBoundingBox(layer->extent());
            if (!extent.isNull() && extent.isFinite())
                all.combineExtentWith(extent);
        } catch (const QgsCsException&) {
            // No part of it has a place in the map's CRS.
        }
    }
    if (all.isNull())
        return;
    all.scale(1.1);
    canvas.setExtent(all);
    canvas.refresh();
}

}  // namespace

LayerMenu::LayerMenu(QgsLayerTreeView* view, QgsMapCanvas* canvas, OwnLayers* own)
    : m_view(view), m_canvas(canvas), m_own(own)
{}

QList<QgsMapLayer*> LayerMenu::chosenLayers() const
{
    if (QgsMapLayer* layer = m_view->currentLayer())
        return {layer};
    QList<QgsMapLayer*> layers;
    QgsLayerTreeNode* node = m_view->currentNode();
    if (!node || !QgsLayerTree::isGroup(node))
        return layers;
    const QList<QgsLayerTreeLayer*> found = QgsLayerTree::toGroup(node)->findLayers();
    for (const QgsLayerTreeLayer* one : found) {
        if (one->layer())
            layers << one->layer();
    }
    return layers;
}

QMenu* LayerMenu::createContextMenu()
{
    const QList<QgsMapLayer*> layers = chosenLayers();
    if (layers.isEmpty())
        return nullptr;
    auto* menu = new QMenu(m_view);
    QObject::connect(menu->addAction(tr("&Zoom to Layer")), &QAction::triggered, m_view,
                     [this, chosen = pointersTo(layers)] { zoomTo(chosen, *m_canvas); });
    addOpacity(*menu, layers);
    if (m_view->currentLayer())
        addStyle(*menu, m_view->currentLayer());
    const QString source = OwnLayers::sourceOf(m_view->currentNode());
    if (!source.isEmpty())
        addRemove(*menu, source);
    return menu;
}

void LayerMenu::addOpacity(QMenu& menu, const QList<QgsMapLayer*>& layers)
{
    auto* slider = new QSlider(Qt::Horizontal);
    slider->setObjectName(QStringLiteral("layerOpacity"));
    slider->setRange(5, 100);  // what cannot be seen is ticked off instead
    slider->setMinimumWidth(130);
    slider->setValue(int(std::lround(layers.first()->opacity() * 100)));
    auto* percent = new QLabel(QStringLiteral("%1 %").arg(slider->value()));
    percent->setMinimumWidth(percent->fontMetrics().horizontalAdvance(QStringLiteral("100 %")));
    QObject::connect(slider, &QSlider::valueChanged, m_view,
                     [chosen = pointersTo(layers), percent](int value) {
                         percent->setText(QStringLiteral("%1 %").arg(value));
                         for (const QPointer<QgsMapLayer>& layer : chosen) {
                             if (!layer)
                                 continue;
                             layer->setOpacity(value / 100.0);
                             layer->triggerRepaint();
                         }
                     });
    auto* line = new QWidget;
    auto* row = new QHBoxLayout(line);
    row->setContentsMargins(24, 2, 8, 2);
    row->addWidget(new QLabel(tr("Opacity")));
    row->addWidget(slider, 1);
    row->addWidget(percent);
    auto* action = new QWidgetAction(&menu);
    action->setDefaultWidget(line);
    menu.addAction(action);
}

void LayerMenu::addStyle(QMenu& menu, QgsMapLayer* layer)
{
    auto* vector = qobject_cast<QgsVectorLayer*>(layer);
    if (!vector)
        return;
    QObject::connect(menu.addAction(tr("&Style…")), &QAction::triggered, m_view,
                     [this, layer = QPointer<QgsVectorLayer>(vector)] {
                         if (!layer)
                             return;
                         auto* dialog =
                             new QgsRendererPropertiesDialog(layer, QgsStyle::defaultStyle(), true, m_view);
                         dialog->setAttribute(Qt::WA_DeleteOnClose);
                         dialog->open();
                     });
}

void LayerMenu::addRemove(QMenu& menu, const QString& source)
{
    menu.addSeparator();
    QAction* remove = menu.addAction(tr("&Remove from the Map"));
    remove->setObjectName(QStringLiteral("removeLayer"));
    QObject::connect(remove, &QAction::triggered, m_own, [own = m_own, source] { own->remove(source); });
}

}  // namespace sheen
