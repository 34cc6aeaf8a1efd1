#include <QAction>
#include <QActionGroup>
#include <QDialog>
#include <QDialogButtonBox>
#include <QDir>
#include <QDockWidget>
#include <QHeaderView>
#include <QMenu>
#include <QMenuBar>
#include <QTableWidget>
#include <QToolBar>
#include <QVBoxLayout>

#include "about_dialog.h"
#include "actions.h"
#include "ui/frame/frame_panel.h"
#include "ui/main_window/main_window.h"
#include "ui/review/review_actions.h"
#include "ui/widgets/literal_text.h"
#include "window_settings.h"

// The window's menus and tool bars.

namespace sheen {

void MainWindow::makeMenus()
{
    QMenu* file = menuBar()->addMenu(tr("&File"));
    file->addActions({m_actions->openVideo, m_actions->openFolder, m_actions->openWorkspace});
    m_recentMenu = file->addMenu(tr("&Recent Flights"));
    m_recentMenu->setToolTipsVisible(true);
    file->addSeparator();
    file->addAction(m_actions->quit);
    fillRecentFlights();

    m_viewMenu = menuBar()->addMenu(tr("&View"));
    m_viewMenu->addActions({m_actions->zoomIn, m_actions->zoomOut, m_actions->zoomToFlight,
                            m_actions->zoomToWorld, m_actions->follow});
    m_viewMenu->addSeparator();
    m_viewMenu->addActions(m_actions->mapTools());
    m_viewMenu->addSeparator();
    m_viewMenu->addActions(m_frame->actions());
    m_viewMenu->addSeparator();
    QMenu* panels = m_viewMenu->addMenu(tr("Pa&nels"));
    for (QDockWidget* dock : findChildren<QDockWidget*>(QString(), Qt::FindDirectChildrenOnly)) {
        dock->toggleViewAction()->setToolTip(tr("Show or hide the panel \"%1\"").arg(dock->windowTitle()));
        panels->addAction(dock->toggleViewAction());
    }
    m_viewMenu->addActions({m_actions->telemetry, m_actions->calibration, m_actions->fullScreen});

    QMenu* flight = menuBar()->addMenu(tr("F&light"));
    flight->addActions({m_actions->run, m_actions->cancel});
    flight->addSeparator();
    flight->addActions({m_actions->importTelemetry, m_actions->loadModel, m_actions->overlayLayout});

    menuBar()->addMenu(tr("&Review"))->addActions(m_review->menuActions());
    menuBar()
        ->addMenu(tr("&Export"))
        ->addActions({m_actions->facts, m_actions->message, m_actions->exportResults});

    QMenu* help = menuBar()->addMenu(tr("&Help"));
    help->addActions({m_actions->keys, m_actions->about});

    // One map tool at a time: the window's own and those of the review.
    auto* tools = new QActionGroup(this);
    for (QAction* tool : m_actions->mapTools())
        tools->addAction(tool);
    tools->setExclusionPolicy(QActionGroup::ExclusionPolicy::ExclusiveOptional);
    for (QAction* tool : m_review->toolActions()) {
        connect(tool, &QAction::toggled, this, [tools](bool on) {
            if (on && tools->checkedAction())
                tools->checkedAction()->setChecked(false);
        });
    }
    for (QAction* tool : m_actions->mapTools()) {
        connect(tool, &QAction::triggered, this, [this, tool] {
            tool->setChecked(true);
            for (QAction* other : m_review->toolActions())
                other->setChecked(false);
        });
    }
}

void MainWindow::makeToolBars()
{
    QToolBar* flight = addToolBar(tr("Flight"));
    flight->setObjectName(QStringLiteral("flightToolBar"));
    flight->addActions({m_actions->openVideo, m_actions->openFolder, m_actions->run, m_actions->cancel,
                        m_actions->exportResults});
    flight->setToolButtonStyle(Qt::ToolButtonTextBesideIcon);

    QToolBar* map = addToolBar(tr("Map"));
    map->setObjectName(QStringLiteral("mapToolBar"));
    map->addActions({m_actions->panTool, m_actions->zoomInTool, m_actions->zoomOutTool,
                     m_actions->zoomToFlight, m_actions->zoomToWorld, m_actions->follow,
                     m_actions->distanceTool, m_actions->areaTool});

    QToolBar* review = addToolBar(tr("Review"));
    review->setObjectName(QStringLiteral("reviewToolBar"));
    review->addActions(m_review->toolActions());
    review->addAction(m_review->keepBelowAction());
    review->addSeparator();
    review->addActions({m_review->undoAction(), m_review->redoAction()});
    for (QToolBar* bar : {flight, map, review}) {
        bar->setIconSize(QSize(20, 20));
        bar->setMovable(false);
        m_viewMenu->addAction(bar->toggleViewAction());
    }
}

void MainWindow::fillRecentFlights()
{
    m_recentMenu->clear();
    int number = 1;
    for (const QString& path : recentFlights()) {
        QAction* action = m_recentMenu->addAction(
            QStringLiteral("&%1  %2").arg(number++ % 10).arg(asMenuText(QDir::toNativeSeparators(path))));
        action->setToolTip(asPlainText(QDir::toNativeSeparators(path)));
        connect(action, &QAction::triggered, this, [this, path] { open(path); });
    }
    m_recentMenu->setEnabled(number > 1);
}

void MainWindow::showKeys()
{
    auto* dialog = new QDialog(this);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setWindowTitle(tr("Keys"));
    auto* table = new QTableWidget(0, 3);
    table->setHorizontalHeaderLabels({tr("Action"), tr("Key"), tr("What it does")});
    table->verticalHeader()->hide();
    table->setEditTriggers(QAbstractItemView::NoEditTriggers);
    for (const QAction* menu : menuBar()->actions()) {
        for (const QAction* action : menu->menu()->actions()) {
            if (action->isSeparator() || action->menu() || action->shortcut().isEmpty())
                continue;
            const int row = table->rowCount();
            table->insertRow(row);
            table->setItem(row, 0, new QTableWidgetItem(action->text().remove('&')));
            table->setItem(row, 1,
                           new QTableWidgetItem(action->shortcut().toString(QKeySequence::NativeText)));
            table->setItem(row, 2, new QTableWidgetItem(action->statusTip()));
        }
    }
    table->resizeColumnsToContents();
    table->horizontalHeader()->setStretchLastSection(true);
    auto* buttons = new QDialogButtonBox(QDialogButtonBox::Close);
    connect(buttons, &QDialogButtonBox::rejected, dialog, &QDialog::reject);
    auto* column = new QVBoxLayout(dialog);
    column->addWidget(table);
    column->addWidget(buttons);
    dialog->resize(720, 560);
    dialog->show();
}

void MainWindow::showAbout()
{
    auto* dialog = new AboutDialog(m_options.versions, this);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->open();
}

}  // namespace sheen
