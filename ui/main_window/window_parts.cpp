#include <QAction>
#include <QDockWidget>
#include <QGridLayout>
#include <QLabel>
#include <QScreen>
#include <QStatusBar>

#include <qgslayertree.h>
#include <qgsmapcanvas.h>
#include <qgsmessagebar.h>
#include <qgsproject.h>
#include <qgsvectorlayer.h>

#include "actions.h"
#include "flight_panel.h"
#include "run_status.h"
#include "start_hint.h"
#include "ui/calibration/calibration_panel.h"
#include "ui/calibration/tie_mode.h"
#include "ui/calibration/tie_page.h"
#include "ui/calibration/tie_points.h"
#include "ui/frame/frame_panel.h"
#include "ui/frame/frame_view.h"
#include "ui/layers/layer_panel.h"
#include "ui/layers/own_layers.h"
#include "ui/main_window/main_window.h"
#include "ui/map/map_status.h"
#include "ui/map/map_view.h"
#include "ui/review/merge_controls.h"
#include "ui/review/review_actions.h"
#include "ui/review/slick_layer.h"
#include "ui/review/slick_panel.h"
#include "ui/review/slick_table.h"
#include "ui/session/session.h"
#include "ui/session/slick_store.h"
#include "ui/teach/teach_panel.h"
#include "ui/telemetry/telemetry_panel.h"
#include "ui/widgets/vertical_scroll.h"
#include "window_settings.h"
#include "workspace/workspace.h"

// How the window is put together: its middle, its docks, its status bar.

namespace sheen {

void MainWindow::makeCentre()
{
    auto* centre = new QWidget;
    auto* grid = new QGridLayout(centre);
    grid->setContentsMargins(0, 0, 0, 0);
    m_messages = new QgsMessageBar;
    m_messages->setSizePolicy(QSizePolicy::Preferred, QSizePolicy::Fixed);
    m_map = new MapView;
    grid->addWidget(m_map, 1, 0);
    grid->addWidget(m_messages, 1, 0, Qt::AlignTop);  // over the map, which stays where it is
    m_messages->raise();
    setCentralWidget(centre);
    m_startHint = new StartHint({m_actions->openVideo, m_actions->openFolder, m_actions->openWorkspace,
                                 m_actions->openDemo, m_actions->manual},
                                m_map);
    m_startHint->showFlights(recentFlights());
    connect(m_startHint, &StartHint::openWanted, this, &MainWindow::open);
}

QDockWidget* MainWindow::addDock(const char* name, const QString& title, QWidget* content,
                                 Qt::DockWidgetArea area)
{
    auto* dock = new QDockWidget(title, this);
    dock->setObjectName(QLatin1String(name));
    dock->setWidget(content);
    addDockWidget(area, dock);
    return dock;
}

void MainWindow::makeDocks()
{
    setDockNestingEnabled(true);
    setTabPosition(Qt::AllDockWidgetAreas, QTabWidget::North);
    setCorner(Qt::BottomLeftCorner, Qt::LeftDockWidgetArea);
    setCorner(Qt::BottomRightCorner, Qt::RightDockWidgetArea);

    m_flight = new FlightPanel(m_session, *m_actions);
    QDockWidget* flight = addDock("flightDock", tr("Flight"), m_flight, Qt::LeftDockWidgetArea);

    makeLayersDock(flight);

    m_frame = new FramePanel(m_session);
    QDockWidget* frame = addDock("frameDock", tr("Frame"), m_frame, Qt::RightDockWidgetArea);
    m_slickPanel = new SlickPanel(m_session->slicks());
    QDockWidget* slick = addDock("slickDock", tr("Slick"), m_slickPanel, Qt::RightDockWidgetArea);
    splitDockWidget(frame, slick, Qt::Vertical);
    m_slickTable = new SlickTable(m_session->slicks());
    m_slickTable->layout()->addWidget(new MergeControls(m_session));
    m_slicksDock = addDock("slicksDock", tr("Slicks"), m_slickTable, Qt::BottomDockWidgetArea);
    makeTelemetryDock();
    makeCalibrationDock();
    makeTeachDock();
}

void MainWindow::makeLayersDock(QDockWidget* beside)
{
    m_layers = new LayerPanel(m_map->project(), m_map->canvas());
    QDockWidget* dock = addDock("layersDock", tr("Layers"), m_layers, Qt::LeftDockWidgetArea);
    tabifyDockWidget(beside, dock);
    beside->raise();
    connect(&m_layers->ownLayers(), &OwnLayers::failed, this, &MainWindow::sayWarning);
}

void MainWindow::makeTeachDock()
{
    auto* teach = new TeachPanel(m_session, m_frame);
    QDockWidget* dock = addDock("teachDock", tr("Teach"), verticallyScrolled(teach), Qt::RightDockWidgetArea);
    tabifyDockWidget(findChild<QDockWidget*>(QStringLiteral("slickDock")), dock);
    findChild<QDockWidget*>(QStringLiteral("slickDock"))->raise();
    connect(teach, &TeachPanel::runWanted, this, [this] {
        const std::shared_ptr<Workspace> results = m_session->workspace();
        m_session->run(results ? results->path() : workspacePath(), Session::Review::Kept);
        updateActions();
    });
    connect(teach, &TeachPanel::modelDialogWanted, this, [this](const QString& path) { chooseModel(path); });
}

void MainWindow::makeTelemetryDock()
{
    m_telemetry = new TelemetryPanel(m_session);
    QDockWidget* dock = addDock("telemetryDock", tr("Telemetry"), m_telemetry, Qt::BottomDockWidgetArea);
    tabifyDockWidget(m_slicksDock, dock);
    m_slicksDock->raise();
    connect(m_actions->telemetry, &QAction::triggered, dock, [dock] {
        dock->show();
        dock->raise();
    });
    connect(m_frame, &FramePanel::frameShown, m_telemetry, [this](const FrameRecord& record) {
        m_telemetry->showFrame(record, m_frame->view()->picture());
    });
    connect(m_telemetry, &TelemetryPanel::frameChosen, m_frame, &FramePanel::goToFrame);
}

void MainWindow::makeCalibrationDock()
{
    m_tiePoints = new TiePoints(m_session, this);
    m_calibration = new CalibrationPanel(m_session, m_tiePoints, m_actions->tieTool);
    QDockWidget* dock =
        addDock("calibrationDock", tr("Calibration"), m_calibration, Qt::BottomDockWidgetArea);
    tabifyDockWidget(m_slicksDock, dock);
    m_slicksDock->raise();
    const auto show = [dock] {
        dock->show();
        dock->raise();
    };
    connect(m_actions->calibration, &QAction::triggered, dock, show);
    connect(m_calibration, &CalibrationPanel::frameChosen, m_frame, &FramePanel::goToFrame);
    connect(m_calibration, &CalibrationPanel::failed, this, &MainWindow::sayError);

    m_tieMode = new TieMode(m_session, m_tiePoints, m_frame, m_map->canvas(), this);
    connect(m_actions->tieTool, &QAction::triggered, this, [this, show] {
        show();
        m_calibration->showTiePoints();
        m_tieMode->start();
    });
    connect(m_tieMode, &TieMode::activeChanged, m_actions->tieTool, &QAction::setChecked);
    connect(m_tieMode, &TieMode::endWanted, m_actions->panTool, &QAction::trigger);
    for (const auto signal : {&Session::runStarted, &Session::flightOpened}) {
        connect(m_session, signal, this, [this] {
            if (m_tieMode->isActive())
                m_actions->panTool->trigger();
        });
    }
    const auto showStep = [this] { m_calibration->tiePage()->showStep(m_tieMode->step()); };
    connect(m_tieMode, &TieMode::stepChanged, m_calibration, showStep);
    connect(dock, &QDockWidget::visibilityChanged, m_tieMode, &TieMode::setMarksVisible);
    showStep();
}

void MainWindow::makeReview()
{
    m_slickLayer = new SlickLayer(m_session->slicks(), this);
    m_map->project().addMapLayer(m_slickLayer->layer(), false);
    m_map->project().layerTreeRoot()->insertLayer(0, m_slickLayer->layer());
    m_review = new ReviewActions(m_session->slicks(), m_map->canvas(), this);
    m_slickPanel->setActions(m_review->decisionActions());
}

void MainWindow::connectReview()
{
    connect(m_review, &ReviewActions::showFrame, m_frame, &FramePanel::goToFrame);
    connect(m_review, &ReviewActions::message, this,
            [this](const QString& sentence) { statusBar()->showMessage(sentence, 10000); });
    connect(m_slickPanel, &SlickPanel::showFrame, m_frame, &FramePanel::goToFrame);
    connect(m_slickPanel, &SlickPanel::pictureWanted, m_session, &Session::requestPicture);
    connect(m_session, &Session::pictureReady, m_slickPanel, &SlickPanel::setPicture);
    connect(m_slickTable, &SlickTable::activated, this, [this](std::int64_t id) {
        m_review->zoomTo({id});
        if (const Slick* slick = m_session->slicks()->find(id))
            m_frame->goToFrame(slick->seen.bestFrame);
    });
    connect(m_session->slicks(), &SlickStore::failed, this, &MainWindow::sayError);
    connect(m_session->slicks(), &SlickStore::refused, this, &MainWindow::sayNotice);
}

void MainWindow::makeStatusBar()
{
    m_runStatus = new RunStatus(m_actions->cancel);
    m_mapStatus = new MapStatus(m_map->canvas());
    statusBar()->addPermanentWidget(m_runStatus);
    statusBar()->addPermanentWidget(m_mapStatus);
}

void MainWindow::restoreLayout()
{
    if (restoreSavedLayout(*this))
        return;
    resize(QSize(1440, 900).boundedTo(screen()->availableSize()));
    const auto dock = [this](const char* name) { return findChild<QDockWidget*>(QLatin1String(name)); };
    resizeDocks({dock("flightDock"), dock("frameDock")}, {300, 450}, Qt::Horizontal);
    resizeDocks({dock("frameDock"), dock("slickDock")}, {460, 330}, Qt::Vertical);
    resizeDocks({m_slicksDock}, {210}, Qt::Vertical);
}

}  // namespace sheen
