#include "layer_menu.h"

#include <QAction>
#include <QMenu>
#include <QPointer>
#include <cmath>

#include <qgscoordinatetransform.h>
#include <qgsexception.h>
#include <qgsmapcanvas.h>
#include <qgsproject.h>
#include <qgsrendererpropertiesdialog.h>
#include <qgsstyle.h>
#include <qgsvectorlayer.h>

namespace sheen {

namespace {

void zoomTo(const QgsMapLayer& layer, QgsMapCanvas& canvas)
{
    const QgsMapSettings& map = canvas.mapSettings();
    try {
        QgsRectangle extent =
            QgsCoordinateTransform(layer.crs(), map.destinationCrs(), map.transformContext())
                .transformBoundingBox(layer.extent());
        if (extent.isNull() || !extent.isFinite())
            return;
        extent.scale(1.1);
        canvas.setExtent(extent);
        canvas.refresh();
    } catch (const QgsCsException&) {
        // No part of it has a place in the map's CRS.
    }
}

}  // namespace

LayerMenu::LayerMenu(QgsLayerTreeView* view, QgsMapCanvas* canvas) : m_view(view), m_canvas(canvas)
{}

QMenu* LayerMenu::createContextMenu()
{
    const QPointer<QgsMapLayer> layer(m_view->currentLayer());
    if (!layer)
        return nullptr;
    auto* menu = new QMenu(m_view);
    QObject::connect(menu->addAction(tr("&Zoom to Layer")), &QAction::triggered, m_view, [this, layer] {
        if (layer)
            zoomTo(*layer, *m_canvas);
    });
    QMenu* opacity = menu->addMenu(tr("&Opacity"));
    for (const int percent : {100, 75, 50, 25}) {
        QAction* action = opacity->addAction(QStringLiteral("%1 %").arg(percent));
        action->setCheckable(true);
        action->setChecked(std::lround(layer->opacity() * 100) == percent);
        QObject::connect(action, &QAction::triggered, m_view, [layer, percent] {
            if (!layer)
                return;
            layer->setOpacity(percent / 100.0);
            layer->triggerRepaint();
        });
    }
    if (auto* vector = qobject_cast<QgsVectorLayer*>(layer.data())) {
        QObject::connect(menu->addAction(tr("&Style…")), &QAction::triggered, m_view,
                         [this, layer = QPointer<QgsVectorLayer>(vector)] {
                             if (!layer)
                                 return;
                             auto* dialog = new QgsRendererPropertiesDialog(layer, QgsStyle::defaultStyle(),
                                                                            true, m_view);
                             dialog->setAttribute(Qt::WA_DeleteOnClose);
                             dialog->open();
                         });
    }
    return menu;
}

}  // namespace sheen
