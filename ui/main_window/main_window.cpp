#include "ui/main_window/main_window.h"

#include <QAction>
#include <QCloseEvent>
#include <QDockWidget>
#include <QDragEnterEvent>
#include <QFileDialog>
#include <QFileInfo>
#include <QLayout>
#include <QMenu>
#include <QMessageBox>
#include <QMimeData>
#include <QPushButton>
#include <QStatusBar>
#include <utility>

#include <qgsmapcanvas.h>
#include <qgsmessagebar.h>
#include <qgsmessagebaritem.h>

#include "actions.h"
#include "base/error.h"
#include "detect/detector.h"
#include "flight_panel.h"
#include "overlay/overlay_layout.h"
#include "run_status.h"
#include "start_hint.h"
#include "ui/calibration/tie_mode.h"
#include "ui/calibration/tie_points.h"
#include "ui/export/export_dialog.h"
#include "ui/facts/facts_dialog.h"
#include "ui/frame/frame_panel.h"
#include "ui/map/live_layers.h"
#include "ui/map/map_view.h"
#include "ui/message/message_dialog.h"
#include "ui/model/model_dialog.h"
#include "ui/model/trial_frame.h"
#include "ui/overlay/layout_editor.h"
#include "ui/review/review_actions.h"
#include "ui/review/slick_layer.h"
#include "ui/session/mask_mosaic.h"
#include "ui/session/session.h"
#include "ui/session/slick_store.h"
#include "ui/telemetry_table/import_telemetry.h"
#include "ui/widgets/literal_text.h"
#include "window_settings.h"
#include "workspace/workspace.h"

namespace sheen {

MainWindow::MainWindow(const WindowOptions& options, QWidget* parent)
    : QMainWindow(parent),
      m_options(options),
      m_session(new Session(this)),
      m_actions(new WindowActions(this))
{
    setObjectName(QStringLiteral("mainWindow"));
    setWindowTitle(QStringLiteral("Sheen"));
    setAcceptDrops(true);
    applyStyle(*this);
    makeCentre();
    makeDocks();
    makeReview();
    makeStatusBar();
    makeMenus();
    makeToolBars();
    connectActions();
    connectSession();
    connectReview();
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
    connect(m_actions->quit, &QAction::triggered, this, &QWidget::close);
    connect(m_actions->run, &QAction::triggered, this, &MainWindow::startRun);
    connect(m_actions->cancel, &QAction::triggered, this, [this] {
        m_session->cancel();
        if (m_session->isRunning())
            m_runStatus->showCancelling();
    });
    connect(m_actions->importTelemetry, &QAction::triggered, this,
            [this] { importTelemetry(m_session, this, [this] { m_flight->showSettings(); }); });
    connect(m_actions->loadModel, &QAction::triggered, this, [this] { chooseModel({}); });
    connect(m_actions->overlayLayout, &QAction::triggered, this, &MainWindow::showOverlayLayout);
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
    connect(m_actions->message, &QAction::triggered, this, [this] { sheen::showMessage(*m_session, this); });
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
    connect(m_session, &Session::masksChanged, this,
            [this] { m_map->liveLayers().setMasks(m_session->masks()); });
    connect(m_frame, &FramePanel::frameShown, m_map, &MapView::showFrame);
}

void MainWindow::open(const QString& path)
{
    m_session->open(path);
}

void MainWindow::openVideo()
{
    const QString path = QFileDialog::getOpenFileName(
        this, tr("Open a video"), lastFolder(),
        tr("Videos (*.mp4 *.ts *.mpg *.mpeg *.mkv *.avi *.mov *.m2ts *.mts);;All files (*)"));
    if (!path.isEmpty())
        open(path);
}

void MainWindow::openFolder()
{
    const QString path = QFileDialog::getExistingDirectory(this, tr("Open a folder of frames"), lastFolder());
    if (!path.isEmpty())
        open(path);
}

void MainWindow::openWorkspace()
{
    const QString path = QFileDialog::getOpenFileName(this, tr("Open results"), lastFolder(),
                                                      tr("Results of Sheen (*.gpkg);;All files (*)"));
    if (!path.isEmpty())
        open(path);
}

void MainWindow::chooseModel(const QString& shownPath)
{
    ModelChoice current;
    if (const ModelCard* card = m_session->model())
        current = {card->path, card->sha256, m_session->mappedClasses()};
    auto* dialog =
        new ModelDialog(current, trialFrameOf(*m_session, std::max(0, m_frame->currentFrame())), this);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setDevice(m_session->device());
    if (!shownPath.isEmpty())
        dialog->showModel(shownPath);
    connect(dialog, &ModelDialog::modelChosen, m_session, &Session::chooseModel);
    dialog->open();
}

QString MainWindow::workspacePath() const
{
    return m_options.outputFolder.isEmpty() ? m_session->defaultWorkspacePath()
                                            : m_options.outputFolder + QStringLiteral("/sheen.gpkg");
}

void MainWindow::showFlight()
{
    const FlightPreview* preview = m_session->preview();
    statusBar()->clearMessage();
    m_startHint->hide();
    setWindowTitle(tr("%1 – Sheen").arg(preview->info.name));
    rememberFlight(preview->info.path);
    fillRecentFlights();
    m_flight->showWorkspacePath(workspacePath());
    m_map->start(0, m_session->card(), m_session->masks());
    m_map->setFollowing(true);
    const TelemetryReading& reading = preview->reading;
    for (const auto& [latitude, longitude] :
         {std::pair(OverlayField::TargetLatitude, OverlayField::TargetLongitude),
          std::pair(OverlayField::PlatformLatitude, OverlayField::PlatformLongitude)}) {
        if (reading[latitude].value && reading[longitude].value) {
            m_map->showPlace({*reading[latitude].value, *reading[longitude].value});
            break;
        }
    }
    updateActions();
    if (std::exchange(m_runWhenOpened, false))
        startRun();
    else if (!preview->earlierWorkspace.isEmpty())
        offerEarlierWorkspace(preview->earlierWorkspace);
}

void MainWindow::offerEarlierWorkspace(const QString& path)
{
    auto* button = new QPushButton(tr("Open the Earlier Results"));
    button->setObjectName(QStringLiteral("openEarlierResults"));
    connect(button, &QPushButton::clicked, this, [this, path] { open(path); });
    offer(tr("Earlier results"),
          tr("This flight has been run before. A new run keeps the earlier results aside."), button);
}

void MainWindow::offerToFinishRun()
{
    auto* button = new QPushButton(tr("Finish the Run"));
    button->setObjectName(QStringLiteral("finishRun"));
    connect(button, &QPushButton::clicked, m_session, &Session::finishRun);
    offer(tr("Not whole"),
          tr("This run did not come to the end of the flight: %n frame(s) were done.", nullptr,
             m_session->facts().framesDone),
          button);
}

/** Says something with a button beside it, until that is clicked or the window turns to something else. */
void MainWindow::offer(const QString& title, const QString& text, QPushButton* button)
{
    auto* item = new QgsMessageBarItem(title, text, Qgis::MessageLevel::Info);
    item->layout()->addWidget(button);
    const auto close = [this, item] { m_messages->popWidget(item); };
    connect(button, &QPushButton::clicked, item, close);
    connect(m_session, &Session::opening, item, close);
    connect(m_session, &Session::runStarted, item, close);
    m_messages->pushItem(item);
}

void MainWindow::showWorkspace()
{
    statusBar()->clearMessage();
    m_startHint->hide();
    m_runWhenOpened = false;
    setWindowTitle(tr("%1 – Sheen").arg(m_session->facts().flightName));
    rememberFlight(m_session->workspace() ? m_session->facts().flightPath : QString());
    fillRecentFlights();
    m_flight->showWorkspacePath(workspacePath());
    m_map->start(m_session->facts().crsEpsg, m_session->card(), m_session->masks());
    m_map->addFrames(m_session->frames());
    // Without slicks (a run that was cut off before it merged them) the detections are all there is.
    m_map->liveLayers().setDetectionsVisible(m_session->slicks()->slicks().empty());
    m_map->setFollowing(false);
    m_map->zoomToFlight();
    updateActions();
    if (m_session->canFinishRun())
        offerToFinishRun();
}

void MainWindow::startRun()
{
    m_session->run(workspacePath());
    updateActions();
}

void MainWindow::beginRun()
{
    m_map->start(0, m_session->card(), m_session->masks());
    m_map->setFollowing(true);
    m_runStatus->begin();
    updateActions();
}

void MainWindow::endRun(bool cancelled)
{
    m_runStatus->end();
    m_map->replaceFrames(m_session->frames(), m_session->facts().crsEpsg, m_session->card(),
                         m_session->masks());
    m_map->liveLayers().setDetectionsVisible(m_session->slicks()->slicks().empty());
    updateActions();
    if (m_closeWhenDone) {
        close();
        return;
    }
    const RunFacts& facts = m_session->facts();
    const QString done = tr("%1 frames done, %2 of them placed, %3 slicks found.")
                             .arg(facts.framesDone)
                             .arg(facts.framesPlaced)
                             .arg(m_session->slicks()->slicks().size());
    statusBar()->showMessage(cancelled ? tr("The run was cancelled. %1").arg(done) : done);
    m_map->setFollowing(false);  // from here on the analyst chooses what the map shows
    m_map->zoomToFlight();
    if (m_session->canFinishRun())
        offerToFinishRun();
}

/** The analyst changed what the track is made of: the map follows, and stays where it is. */
void MainWindow::showPlacesAgain(bool stored)
{
    if (!stored && m_map->liveLayers().isFilling())
        return;  // a newer view will follow
    const RunFacts& facts = m_session->facts();
    const bool layersStay = m_map->liveLayers().epsg() == facts.crsEpsg;
    m_map->replaceFrames(m_session->frames(), facts.crsEpsg, m_session->card(), m_session->masks());
    if (!layersStay)
        m_map->liveLayers().setDetectionsVisible(m_session->slicks()->slicks().empty());
    updateActions();
    if (!stored || m_session->isPlacingAgain())
        return;
    statusBar()->showMessage(tr("Placed again: %1 of %2 frames have a place, %3 slicks.")
                                 .arg(facts.framesPlaced)
                                 .arg(facts.framesDone)
                                 .arg(m_session->slicks()->slicks().size()));
}

void MainWindow::showExport()
{
    if (!m_session->workspace())
        return;
    auto* dialog = new ExportDialog(m_session->workspace()->path(), this);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->show();
}

void MainWindow::showOverlayLayout()
{
    if (!m_session->flight())
        return;
    if (!m_layoutEditor) {
        const RunSettings& settings = m_session->settings();
        m_layoutEditor =
            new LayoutEditor(m_session->flight(), settings.selection.folderIntervalSeconds, this);
        m_layoutEditor->setAttribute(Qt::WA_DeleteOnClose);
        connect(m_layoutEditor, &LayoutEditor::layoutSaved, this,
                [this, flight = m_session->flight()](const QString& name) {
                    if (flight == m_session->flight())
                        useOverlayLayout(name);
                });
        if (settings.overlay != QLatin1String("auto")) {
            try {
                m_layoutEditor->startFrom(overlayLayoutNamed(settings.overlay));
            } catch (const Error& error) {
                sayError(error.sentence());
            }
        }
    }
    m_layoutEditor->show();
    m_layoutEditor->raise();
    m_layoutEditor->activateWindow();
}

void MainWindow::useOverlayLayout(const QString& name)
{
    RunSettings settings = m_session->settings();
    const bool chosen = settings.overlay == name;
    settings.overlay = name;
    m_session->setSettings(settings);
    if (chosen)
        m_session->readTelemetryAgain();  // its file is another one now
}

void MainWindow::sayError(const QString& sentence)
{
    m_messages->pushMessage(QString(), asHtml(sentence), Qgis::MessageLevel::Critical, 0);
    updateActions();
}

void MainWindow::sayNotice(const QString& sentence)
{
    m_messages->pushMessage(QString(), asHtml(sentence), Qgis::MessageLevel::Info, 12);
}

void MainWindow::updateActions()
{
    const bool running = m_session->isRunning();
    const bool results = m_session->workspace() != nullptr && !running;
    m_actions->openVideo->setEnabled(!running);
    m_actions->openFolder->setEnabled(!running);
    m_actions->openWorkspace->setEnabled(!running);
    m_recentMenu->setEnabled(!running && !recentFlights().isEmpty());
    m_actions->run->setEnabled(!running && m_session->flight() != nullptr);
    m_actions->cancel->setText(m_session->isOpening() ? tr("&Cancel Opening") : tr("&Cancel Run"));
    m_actions->cancel->setEnabled(running || m_session->isOpening());
    m_actions->importTelemetry->setEnabled(!running && m_session->preview() != nullptr);
    m_actions->loadModel->setEnabled(!running);
    m_actions->overlayLayout->setEnabled(m_session->flight() != nullptr);
    m_actions->zoomToFlight->setEnabled(m_map->hasFlight());
    for (QAction* action : {m_actions->facts, m_actions->message, m_actions->exportResults})
        action->setEnabled(results);
    m_actions->tieTool->setEnabled(results);
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
    open(urls.first().toLocalFile());
    if (urls.size() > 1)
        sayNotice(tr(
            "Several files were dropped: only the first is opened. A folder of frames opens as one flight."));
}

}  // namespace sheen
