#include "ui/main_window/main_window.h"

#include <QAction>
#include <QCloseEvent>
#include <QDockWidget>
#include <QDragEnterEvent>
#include <QFileInfo>
#include <QMenu>
#include <QMessageBox>
#include <QMimeData>
#include <QStatusBar>
#include <utility>

#include <qgsmapcanvas.h>
#include <qgsmaptoolemitpoint.h>
#include <qgsmessagebar.h>

#include "actions.h"
#include "flight_panel.h"
#include "geo/map_projection.h"
#include "run_status.h"
#include "ui/archive/archive_window.h"
#include "ui/calibration/tie_mode.h"
#include "ui/calibration/tie_points.h"
#include "ui/facts/facts_dialog.h"
#include "ui/frame/frame_panel.h"
#include "ui/frame/frame_view.h"
#include "ui/layers/layer_panel.h"
#include "ui/layers/map_source.h"
#include "ui/map/live_layers.h"
#include "ui/map/map_view.h"
#include "ui/map/ships_on_map.h"
#include "ui/message/message_dialog.h"
#include "ui/overlay/layout_editor.h"
#include "ui/review/review_actions.h"
#include "ui/review/slick_layer.h"
#include "ui/session/session.h"
#include "ui/session/slick_store.h"
#include "ui/settings/user_settings.h"
#include "ui/telemetry_table/import_telemetry.h"
#include "ui/widgets/literal_text.h"
#include "window_settings.h"
#include "workspace/workspace.h"

namespace sheen {

namespace {

/** What is too long for the bar is read in full with its button. */
void say(QgsMessageBar& bar, const QString& sentence, Qgis::MessageLevel level, int seconds)
{
    constexpr int longestLine = 110;
    if (sentence.size() <= longestLine) {
        bar.pushMessage(QString(), asHtml(sentence), level, seconds);
        return;
    }
    const int end = static_cast<int>(sentence.lastIndexOf(QLatin1Char(' '), longestLine));
    const QString start = sentence.left(end > 0 ? end : longestLine) + QStringLiteral(" …");
    bar.pushMessage(QString(), asHtml(start), asHtml(sentence), level, seconds);
}

/** What holds telemetry and no pictures. */
bool isTable(const QString& path)
{
    const QString suffix = QFileInfo(path).suffix().toLower();
    return suffix == QLatin1String("csv") || suffix == QLatin1String("tsv") || suffix == QLatin1String("srt");
}

}  // namespace

MainWindow::MainWindow(const WindowOptions& options, QWidget* parent)
    : QMainWindow(parent),
      m_options(options),
      m_session(new Session(this)),
      m_actions(new WindowActions(this))
{
    setObjectName(QStringLiteral("mainWindow"));
    setWindowTitle(QStringLiteral("Sheen"));
    setAcceptDrops(true);
    const UserSettings settings = readUserSettings();
    applyTheme(settings.theme);
    applyStyle(*this);
    makeCentre();
    makeDocks();
    makeReview();
    makeReviewDesk();
    makeStatusBar();
    makeMenus();
    makeToolBars();
    useSettings(settings);
    connectActions();
    connectSession();
    connectReview();
    connectSaving();
    restoreLayout();
    updateActions();

    m_session->setDevice(options.device);
    m_session->loadModel(options.modelPath);
    m_runWhenOpened = options.startRun;
    if (!options.flightPath.isEmpty())
        open(options.flightPath);
}

MainWindow::~MainWindow()
{
    // Threads end first. Then the tools of the review go before their canvas, and what shows the slicks
    // before the layers and the store.
    disconnect(m_session, nullptr, this, nullptr);
    disconnect(m_frame, nullptr, this, nullptr);
    m_session->stop();
    m_tiePoints->flush();
    m_map->canvas()->stopRendering();
    m_placeTool.reset();
    delete m_tieMode;
    delete m_review;
    delete m_slickLayer;
    delete findChild<QDockWidget*>(QStringLiteral("layersDock"));  // shows the project's layer tree
    delete takeCentralWidget();
}

void MainWindow::connectActions()
{
    connect(m_actions->openVideo, &QAction::triggered, this, &MainWindow::openVideo);
    connect(m_actions->openFolder, &QAction::triggered, this, &MainWindow::openFolder);
    connect(m_actions->openWorkspace, &QAction::triggered, this, &MainWindow::openWorkspace);
    connect(m_actions->openDemo, &QAction::triggered, this, &MainWindow::openDemo);
    connect(m_actions->manual, &QAction::triggered, this, &MainWindow::showManual);
    connect(m_actions->quit, &QAction::triggered, this, &QWidget::close);
    connect(m_actions->settings, &QAction::triggered, this, &MainWindow::showSettings);
    connect(m_actions->run, &QAction::triggered, this, &MainWindow::startRun);
    connect(m_actions->cancel, &QAction::triggered, this, [this] {
        m_session->cancel();
        if (m_session->isRunning())
            m_runStatus->showCancelling();
    });
    connect(m_actions->earlierRuns, &QAction::triggered, this, &MainWindow::showRuns);
    connect(m_actions->importTelemetry, &QAction::triggered, this,
            [this] { importTelemetry(m_session, this, [this] { m_flight->showSettings(); }); });
    connect(m_actions->loadModel, &QAction::triggered, this, [this] { chooseModel({}); });
    connect(m_actions->overlayLayout, &QAction::triggered, this, &MainWindow::showOverlayLayout);
    connect(m_actions->archive, &QAction::triggered, this, &MainWindow::showArchive);
    connect(m_actions->zoomIn, &QAction::triggered, m_map->canvas(), &QgsMapCanvas::zoomIn);
    connect(m_actions->zoomOut, &QAction::triggered, m_map->canvas(), &QgsMapCanvas::zoomOut);
    connect(m_actions->zoomToFlight, &QAction::triggered, m_map, &MapView::zoomToFlight);
    connect(m_actions->zoomToWorld, &QAction::triggered, m_map, &MapView::zoomToWorld);
    connect(m_actions->follow, &QAction::toggled, this, [this](bool on) {
        m_map->setFollowing(on);
        if (on && m_session->isRunning())
            m_frame->followRun();
    });
    connect(m_map, &MapView::followingChanged, m_actions->follow, &QAction::setChecked);
    connect(m_actions->fullScreen, &QAction::toggled, this,
            [this](bool on) { on ? showFullScreen() : showNormal(); });
    connect(m_actions->panTool, &QAction::triggered, m_map, &MapView::usePanTool);
    connect(m_actions->zoomInTool, &QAction::triggered, m_map, &MapView::useZoomInTool);
    connect(m_actions->zoomOutTool, &QAction::triggered, m_map, &MapView::useZoomOutTool);
    connect(m_actions->distanceTool, &QAction::triggered, m_map, &MapView::useDistanceTool);
    connect(m_actions->areaTool, &QAction::triggered, m_map, &MapView::useAreaTool);
    connect(m_actions->facts, &QAction::triggered, this, [this] { editFacts(*m_session, this); });
    connect(m_actions->ships, &QAction::triggered, this, &MainWindow::chooseShips);
    connect(&m_map->ships(), &ShipsOnMap::read, this, [this](int ships, const QString& sentence) {
        if (!sentence.isEmpty())
            sayWarning(sentence);
        else if (ships == 0)
            sayNotice(tr("AIS has no ship around the flight at its time."));
    });
    connect(m_actions->message, &QAction::triggered, this, [this] { sheen::showMessage(*m_session, this); });
    connect(m_actions->reportPreview, &QAction::triggered, this, &MainWindow::showReport);
    connect(m_actions->exportResults, &QAction::triggered, this, &MainWindow::showExport);
    connect(m_actions->keys, &QAction::triggered, this, &MainWindow::showKeys);
    connect(m_actions->about, &QAction::triggered, this, &MainWindow::showAbout);
    connect(m_map, &MapView::measured, this, [this](const QString& text) { statusBar()->showMessage(text); });
}

void MainWindow::connectSession()
{
    connect(m_session, &Session::failed, this, &MainWindow::sayError);
    connect(m_session, &Session::openFailed, this, [this](const QString& sentence) {
        statusBar()->clearMessage();
        m_runWhenOpened = false;
        sayError(sentence);
        updateActions();
    });
    connect(m_session, &Session::notice, this, &MainWindow::sayNotice);
    connect(m_session, &Session::warning, this, &MainWindow::sayWarning);
    connect(m_session, &Session::runsListed, this, [this] {
        updateActions();
        if (std::exchange(m_runWhenListed, false))
            startRun();
        else
            offerReviewedRun();
    });
    connect(m_session, &Session::opening, this, [this](const QString& path) {
        statusBar()->showMessage(tr("Opening %1…").arg(QFileInfo(path).fileName()));
        updateActions();
    });
    connect(m_session, &Session::modelLoaded, this, &MainWindow::updateActions);
    connect(m_session, &Session::flightOpened, this, &MainWindow::showFlight);
    connect(m_session, &Session::workspaceOpened, this, &MainWindow::showWorkspace);
    connect(m_session, &Session::runStarted, this, &MainWindow::beginRun);
    connect(m_session, &Session::framesArrived, this,
            [this](const std::vector<ShownFrame>& frames, const RunProgress& progress) {
                std::vector<FrameRecord> records;
                records.reserve(frames.size());
                for (const ShownFrame& frame : frames)
                    records.push_back(frame.record);
                m_map->addFrames(records);
                m_runStatus->show(progress);
                updateActions();
            });
    connect(m_session, &Session::runFinished, this, &MainWindow::endRun);
    connect(m_session, &Session::placedAgain, this, &MainWindow::showPlacesAgain);
    connect(m_session, &Session::mergedAgain, this, &MainWindow::showSlicksAgain);
    connect(m_session, &Session::masksChanged, this,
            [this] { m_map->liveLayers().setMasks(m_session->masks()); });
    connect(m_frame, &FramePanel::frameShown, m_map, [this](const FrameRecord& record) {
        const bool isFirstPlace = !m_session->framesToLookAt().empty() && !m_map->hasFlight();
        if (isFirstPlace && !record.footprint.empty())
            m_map->start(MapProjection::utmZoneFor(record.footprint.front()), m_session->card(),
                         m_session->masks());
        m_map->showFrame(record);
        m_map->showPicture(record, m_frame->view()->picture());
    });
}

void MainWindow::open(const QString& path)
{
    if (!keepsUnwritten([this, path] { m_session->open(path); }))
        m_session->open(path);
}

QString MainWindow::workspacePath() const
{
    return m_options.outputFolder.isEmpty() ? m_session->defaultWorkspacePath()
                                            : m_options.outputFolder + QStringLiteral("/sheen.gpkg");
}

void MainWindow::sayError(const QString& sentence)
{
    say(*m_messages, sentence, Qgis::MessageLevel::Critical, 0);
    updateActions();
}

void MainWindow::sayNotice(const QString& sentence)
{
    say(*m_messages, sentence, Qgis::MessageLevel::Info, 12);
}

void MainWindow::sayWarning(const QString& sentence)
{
    say(*m_messages, sentence, Qgis::MessageLevel::Warning, 0);
}

void MainWindow::updateActions()
{
    const bool running = m_session->isRunning();
    const bool results = m_session->workspace() != nullptr && !running;
    m_actions->openVideo->setEnabled(!running);
    m_actions->openFolder->setEnabled(!running);
    m_actions->openWorkspace->setEnabled(!running);
    m_actions->openDemo->setEnabled(!running);
    m_recentMenu->setEnabled(!running && !recentFlights().isEmpty());
    m_actions->run->setEnabled(!running && m_session->flight() != nullptr);
    m_actions->earlierRuns->setEnabled(!running && !m_session->runs().empty());
    m_actions->cancel->setText(m_session->isOpening() ? tr("&Cancel Opening") : tr("&Cancel Run"));
    m_actions->cancel->setEnabled(running || m_session->isOpening());
    m_actions->importTelemetry->setEnabled(!running && m_session->preview() != nullptr);
    m_actions->loadModel->setEnabled(!running);
    m_actions->overlayLayout->setEnabled(m_session->flight() != nullptr);
    m_actions->zoomToFlight->setEnabled(m_map->hasFlight());
    for (QAction* action : {m_actions->facts, m_actions->ships})
        action->setEnabled(results && !m_session->slicks()->isReadOnly());
    for (QAction* action :
         {m_actions->message, m_actions->reportPreview, m_actions->exportResults, m_actions->saveResultsAs})
        action->setEnabled(results);
    m_actions->tieTool->setEnabled(results);
    m_actions->placeTool->setEnabled(results);
}

void MainWindow::closeEvent(QCloseEvent* event)
{
    if (m_session->isRunning() && !m_closeWhenDone) {
        event->ignore();
        auto* question = new QMessageBox(QMessageBox::Question, tr("A run is under way"),
                                         tr("Stop the run and close Sheen? What was done is kept."),
                                         QMessageBox::Yes | QMessageBox::No, this);
        question->setObjectName(QStringLiteral("closeQuestion"));
        question->setAttribute(Qt::WA_DeleteOnClose);
        connect(question, &QMessageBox::finished, this, [this](int answer) {
            if (answer != QMessageBox::Yes)
                return;
            m_closeWhenDone = true;
            if (m_session->isRunning()) {
                m_session->cancel();
                m_runStatus->showCancelling();
            } else {
                close();
            }
        });
        question->open();
        return;
    }
    if (m_session->isRunning()) {
        event->ignore();  // it closes as soon as the run has stopped
        return;
    }
    if (m_session->isSaving()) {
        event->ignore();
        statusBar()->showMessage(tr("The results are being saved: close the window when that is done."));
        return;
    }
    if (keepsUnwritten([this] { close(); })) {
        event->ignore();
        return;
    }
    if (m_layoutEditor && !m_layoutEditor->close()) {
        event->ignore();  // it asks what becomes of its changes
        return;
    }
    saveLayout(*this);
    QMainWindow::closeEvent(event);
}

void MainWindow::dragEnterEvent(QDragEnterEvent* event)
{
    const QList<QUrl> urls = event->mimeData()->urls();
    if (!urls.isEmpty() && urls.first().isLocalFile())
        event->acceptProposedAction();
}

void MainWindow::dropEvent(QDropEvent* event)
{
    const QList<QUrl> urls = event->mimeData()->urls();
    if (urls.isEmpty() || !urls.first().isLocalFile())
        return;
    event->acceptProposedAction();
    const QString path = urls.first().toLocalFile();
    if (isTable(path) && m_actions->importTelemetry->isEnabled()) {
        importTelemetryFile(path, m_session, this, [this] { m_flight->showSettings(); });
    } else if (isTable(path)) {
        sayNotice(tr("\"%1\" is a table of telemetry: open its flight first, then drop it again.")
                      .arg(QFileInfo(path).fileName()));
    } else if (isMapFile(path) && !Workspace::isWorkspace(path)) {
        for (const QUrl& url : urls)
            m_layers->addFile(url.toLocalFile());
        return;
    } else {
        open(path);
    }
    if (urls.size() > 1)
        sayNotice(tr(
            "Several files were dropped: only the first is opened. A folder of frames opens as one flight."));
}

}  // namespace sheen
