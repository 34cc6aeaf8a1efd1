#include "ui/layers/layer_panel.h"

#include <QHBoxLayout>
#include <QMenu>
#include <QToolButton>
#include <QVBoxLayout>

#include <qgslayertree.h>
#include <qgslayertreemodel.h>
#include <qgslayertreeview.h>
#include <qgsmapcanvas.h>
#include <qgsproject.h>

#include "layer_menu.h"
#include "ui/layers/add_layer_dialog.h"
#include "ui/layers/own_layers.h"
#include "ui/widgets/literal_text.h"

namespace sheen {

LayerPanel::LayerPanel(QgsProject& project, QgsMapCanvas* canvas, QWidget* parent)
    : QWidget(parent),
      m_view(new QgsLayerTreeView),
      m_own(new OwnLayers(project, this)),
      m_servers(new QMenu(this))
{
    auto* model = new QgsLayerTreeModel(project.layerTreeRoot(), m_view);
    model->setFlag(QgsLayerTreeModel::AllowNodeChangeVisibility);
    model->setFlag(QgsLayerTreeModel::AllowNodeReorder);
    m_view->setModel(model);
    m_view->setMinimumWidth(120);
    m_view->setMenuProvider(new LayerMenu(m_view, canvas, m_own));  // the view owns it
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(0, 2, 0, 0);
    column->setSpacing(2);
    column->addWidget(makeButtons());
    column->addWidget(m_view, 1);
    m_own->restore();
}

QWidget* LayerPanel::makeButtons()
{
    auto* add = new QToolButton;
    add->setObjectName(QStringLiteral("addLayer"));
    add->setText(tr("Add…"));
    add->setToolTip(
        tr("Add a base map or a file: tiles, WMS, WMTS, GeoPackage, MBTiles, GeoTIFF, shapefile, "
           "S-57. Files can be dropped on the window, too."));
    connect(add, &QToolButton::clicked, this, &LayerPanel::askForLayer);
    auto* servers = new QToolButton;
    servers->setObjectName(QStringLiteral("serverMaps"));
    servers->setText(tr("Base maps"));
    servers->setToolTip(tr("Show a map of a server that you have added. No server is asked before."));
    servers->setPopupMode(QToolButton::InstantPopup);
    servers->setMenu(m_servers);
    connect(m_servers, &QMenu::aboutToShow, this, &LayerPanel::fillServers);
    for (QToolButton* button : {add, servers})
        button->setAutoRaise(true);
    auto* buttons = new QWidget;
    auto* row = new QHBoxLayout(buttons);
    row->setContentsMargins(2, 0, 2, 0);
    row->addWidget(add);
    row->addWidget(servers);
    row->addStretch(1);
    return buttons;
}

void LayerPanel::askForLayer()
{
    auto* dialog = new AddLayerDialog({}, this);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    connect(dialog, &QDialog::accepted, this, [this, dialog] { m_own->add(dialog->source()); });
    dialog->open();
}

void LayerPanel::fillServers()
{
    m_servers->clear();
    for (const MapSource& source : m_own->sources()) {
        if (!source.needsNetwork())
            continue;
        QAction* action = m_servers->addAction(asMenuText(source.name));
        action->setCheckable(true);
        action->setChecked(m_own->isShown(source.id));
        action->setToolTip(asPlainText(source.address));
        connect(action, &QAction::triggered, this, [this, id = source.id](bool on) {
            if (on)
                m_own->show(id);
            else
                m_own->remove(id);
        });
    }
    if (m_servers->isEmpty())
        m_servers->addAction(tr("None was added yet"))->setEnabled(false);
    m_servers->addSeparator();
    connect(m_servers->addAction(tr("&Add…")), &QAction::triggered, this, &LayerPanel::askForLayer);
}

void LayerPanel::addFile(const QString& path)
{
    m_own->add(MapSource::ofFile(path));
}

}  // namespace sheen
