#include <QAction>
#include <QActionGroup>
#include <QDir>
#include <QDockWidget>
#include <QHash>
#include <QMenu>
#include <QMenuBar>
#include <QToolBar>

#include "about_dialog.h"
#include "actions.h"
#include "key_card.h"
#include "manual_window.h"
#include "ui/frame/frame_panel.h"
#include "ui/main_window/main_window.h"
#include "ui/review/review_actions.h"
#include "ui/review/review_bar.h"
#include "ui/widgets/literal_text.h"
#include "window_settings.h"

// The window's menus and tool bars.

namespace sheen {

void MainWindow::makeMenus()
{
    QMenu* file = menuBar()->addMenu(tr("&File"));
    file->addActions(
        {m_actions->openVideo, m_actions->openFolder, m_actions->openWorkspace, m_actions->openDemo});
    m_recentMenu = file->addMenu(tr("&Recent Flights"));
    m_recentMenu->setToolTipsVisible(true);
    file->addSeparator();
    file->addAction(m_actions->saveResultsAs);
    file->addSeparator();
    file->addAction(m_actions->quit);
    fillRecentFlights();

    QMenu* edit = menuBar()->addMenu(tr("&Edit"));
    edit->addActions({m_review->undoAction(), m_review->redoAction()});
    edit->addSeparator();
    edit->addAction(m_actions->settings);

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
    panels->addSeparator();
    panels->addActions({m_actions->telemetry, m_actions->calibration});
    m_barsMenu = m_viewMenu->addMenu(tr("Tool &Bars"));
    m_viewMenu->addSeparator();
    m_viewMenu->addAction(m_actions->fullScreen);

    QMenu* flight = menuBar()->addMenu(tr("F&light"));
    flight->addActions({m_actions->run, m_actions->cancel, m_actions->earlierRuns});
    flight->addSeparator();
    flight->addActions({m_actions->importTelemetry, m_actions->loadModel, m_actions->overlayLayout});
    flight->addSeparator();
    flight->addAction(m_actions->archive);

    QMenu* review = menuBar()->addMenu(tr("&Review"));
    review->addActions(m_reviewBar->menuActions());
    review->addSeparator();
    review->addActions(m_review->menuActions());
    menuBar()
        ->addMenu(tr("&Export"))
        ->addActions({m_actions->facts, m_actions->ships, m_actions->message, m_actions->reportPreview,
                      m_actions->exportResults});

    QMenu* help = menuBar()->addMenu(tr("&Help"));
    help->addActions({m_actions->manual, m_actions->keys, m_actions->about});

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
    review->addAction(m_reviewBar->startAction());
    review->addSeparator();
    review->addActions(m_review->toolActions());
    review->addAction(m_review->keepBelowAction());
    review->addSeparator();
    review->addActions({m_review->undoAction(), m_review->redoAction()});
    for (QToolBar* bar : {flight, map, review}) {
        bar->setIconSize(QSize(20, 20));
        bar->setMovable(false);
        bar->toggleViewAction()->setToolTip(tr("Show or hide the tool bar \"%1\"").arg(bar->windowTitle()));
        m_barsMenu->addAction(bar->toggleViewAction());
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

QList<QMenu*> MainWindow::menus() const
{
    QList<QMenu*> menus;
    const QList<QAction*> actions = menuBar()->actions();
    for (const QAction* action : actions)
        menus << action->menu();
    return menus;
}

void MainWindow::showKeys()
{
    if (auto* open = findChild<KeyCard*>()) {
        open->raise();
        open->activateWindow();
        return;
    }
    auto* card = new KeyCard(menus(), this);
    card->setAttribute(Qt::WA_DeleteOnClose);
    card->show();
}

/** The page of the panel that has the focus, else the first. */
void MainWindow::showManual()
{
    const QHash<QString, QString> pages = {
        {QStringLiteral("slicksDock"), QStringLiteral("manual-review.md")},
        {QStringLiteral("slickDock"), QStringLiteral("manual-review.md")},
        {QStringLiteral("historyDock"), QStringLiteral("manual-review.md")},
        {QStringLiteral("calibrationDock"), QStringLiteral("manual-calibration.md")},
        {QStringLiteral("telemetryDock"), QStringLiteral("telemetry.md")},
        {QStringLiteral("teachDock"), QStringLiteral("teaching.md")}};
    QString page = QStringLiteral("manual.md");
    for (QWidget* widget = focusWidget(); widget; widget = widget->parentWidget())
        page = pages.value(widget->objectName(), page);
    auto* manual = findChild<ManualWindow*>();
    if (!manual) {
        manual = new ManualWindow(this);
        manual->setAttribute(Qt::WA_DeleteOnClose);
    }
    manual->showPage(page);
    manual->show();
    manual->raise();
}

void MainWindow::showAbout()
{
    auto* dialog = new AboutDialog(m_options.versions, this);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->open();
}

}  // namespace sheen
