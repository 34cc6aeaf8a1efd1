#include <QFileInfo>
#include <QLayout>
#include <QPushButton>
#include <QStatusBar>
#include <QUndoStack>
#include <algorithm>
#include <utility>

#include <qgsmapcanvas.h>
#include <qgsmessagebar.h>
#include <qgsmessagebaritem.h>

#include "flight_panel.h"
#include "run_list.h"
#include "run_sheet.h"
#include "run_status.h"
#include "ships/flight_window.h"
#include "start_hint.h"
#include "ui/main_window/main_window.h"
#include "ui/map/live_layers.h"
#include "ui/map/map_view.h"
#include "ui/map/ships_on_map.h"
#include "ui/session/flight_preview.h"
#include "ui/session/mask_mosaic.h"
#include "ui/session/session.h"
#include "ui/session/slick_store.h"
#include "window_settings.h"
#include "workspace/workspace.h"

// What the window shows when a flight or results were opened, and when a run begins and ends.

namespace sheen {

void MainWindow::showFlight()
{
    const FlightPreview* preview = m_session->preview();
    forgetMessages();
    m_startHint->hide();
    setWindowTitle(tr("%1 – Sheen").arg(preview->info.name));
    rememberFlight(preview->info.path);
    fillRecentFlights();
    m_flight->showWorkspacePath(workspacePath());
    m_map->start(0, m_session->card(), m_session->masks());
    m_map->setFollowing(true);
    bool hasPlace = false;
    const TelemetryReading& reading = preview->reading;
    for (const auto& [latitude, longitude] :
         {std::pair(OverlayField::TargetLatitude, OverlayField::TargetLongitude),
          std::pair(OverlayField::PlatformLatitude, OverlayField::PlatformLongitude)}) {
        if (reading[latitude].value && reading[longitude].value) {
            m_map->showPlace({*reading[latitude].value, *reading[longitude].value});
            hasPlace = true;
            break;
        }
    }
    if (!hasPlace)
        m_map->zoomToWorld();  // not where the last flight was
    updateActions();
    listRuns();
    if (std::exchange(m_runWhenOpened, false))
        startRun();
    else if (!preview->earlierWorkspace.isEmpty())
        offerEarlierWorkspace(preview->earlierWorkspace);
}

/** What was said of another flight does not stay over this one. */
void MainWindow::forgetMessages()
{
    statusBar()->clearMessage();
    m_messages->clearWidgets();
    m_runWhenListed = false;
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
    forgetMessages();
    m_startHint->hide();
    m_runWhenOpened = false;
    setWindowTitle(tr("%1 – Sheen").arg(m_session->facts().flightName));
    rememberFlight(m_session->workspace() ? m_session->facts().flightPath : QString());
    fillRecentFlights();
    const std::shared_ptr<Workspace> open = m_session->workspace();
    m_flight->showWorkspacePath(open ? open->path() : workspacePath());
    m_map->start(m_session->facts().crsEpsg, m_session->card(), m_session->masks());
    m_map->addFrames(m_session->frames());
    m_map->ships().readFiles(open ? aisFilesFromJson(open->kept(keptAisName())) : QStringList(),
                             m_session->frames());
    // Without slicks (a run that was cut off before it merged them) the detections are all there is.
    m_map->liveLayers().setDetectionsVisible(m_session->slicks()->slicks().empty());
    m_map->setFollowing(false);
    m_map->zoomToFlight();
    m_map->canvas()->setFocus();  // where the review's keys hold
    updateActions();
    listRuns();
    if (m_session->canFinishRun())
        offerToFinishRun();
}

std::vector<RunSummary> MainWindow::runsNow() const
{
    std::vector<RunSummary> runs = m_session->runs();
    const std::shared_ptr<Workspace> open = m_session->workspace();
    for (RunSummary& run : runs) {
        if (!open || QFileInfo(run.path) != QFileInfo(open->path()))
            continue;
        const SlickStore& store = *m_session->slicks();
        run.slicks = static_cast<int>(store.slicks().size());
        run.accepted = run.rejected = 0;
        for (const Slick& slick : store.slicks()) {
            run.accepted += slick.decision == Decision::Accepted;
            run.rejected += slick.decision == Decision::Rejected;
        }
        run.edits = std::max(run.edits, store.undoStack()->count());
    }
    return runs;
}

void MainWindow::startRun()
{
    const auto run = [this] {
        m_session->run(workspacePath());
        updateActions();
    };
    const bool hasResults =
        m_session->workspace() || (m_session->preview() && !m_session->preview()->earlierWorkspace.isEmpty());
    m_runWhenListed = hasResults && m_session->isListingRuns();
    if (m_runWhenListed)
        return;  // in a moment it is known what was reviewed
    const std::vector<RunSummary> reviewed = reviewedRuns(runsNow());
    if (reviewed.empty() || m_session->isRunning()) {
        run();
        return;
    }
    auto* sheet = new RunSheet(reviewed, workspacePath(), this);
    connect(sheet, &RunSheet::runWanted, this, run);
    sheet->open();
}

void MainWindow::listRuns()
{
    const std::shared_ptr<Workspace> open = m_session->workspace();
    const QString path = m_session->flight() || !open ? workspacePath() : open->path();
    if (!path.isEmpty())
        m_session->listRuns(path);
}

void MainWindow::showRuns()
{
    const std::shared_ptr<Workspace> open = m_session->workspace();
    auto* list = new RunList(this);
    list->setAttribute(Qt::WA_DeleteOnClose);
    list->setRuns(runsNow(), open ? open->path() : QString());
    connect(list, &RunList::openWanted, this, &MainWindow::open);
    list->open();
}

/** What was reviewed is not hidden behind a run that was not. */
void MainWindow::offerReviewedRun()
{
    const std::shared_ptr<Workspace> open = m_session->workspace();
    const QString shown = open                   ? open->path()
                          : m_session->preview() ? m_session->preview()->earlierWorkspace
                                                 : QString();
    const std::vector<RunSummary> reviewed = reviewedRuns(runsNow());
    for (const RunSummary& run : reviewed) {
        if (QFileInfo(run.path) == QFileInfo(shown))
            return;
    }
    if (reviewed.empty() || m_session->isRunning())
        return;
    const RunSummary last =
        *std::max_element(reviewed.begin(), reviewed.end(),
                          [](const RunSummary& a, const RunSummary& b) { return a.lastEdit < b.lastEdit; });
    auto* button = new QPushButton(tr("Open the Reviewed Results"));
    button->setObjectName(QStringLiteral("openReviewedResults"));
    connect(button, &QPushButton::clicked, this, [this, path = last.path] { this->open(path); });
    offer(tr("Reviewed results"),
          tr("An earlier run of this flight was reviewed (%1: %2).")
              .arg(QFileInfo(last.path).fileName(), reviewText(last)),
          button);
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
    int withOil = 0;
    for (const FrameRecord& frame : m_session->frames())
        withOil += !frame.detections.empty();
    if (facts.framesDone > 0 && facts.framesPlaced == 0)
        sayWarning(tr("No frame has a place, so no slick is on the map. Oil was found in %1 of %2 frames: "
                      "the timeline shows which.")
                       .arg(withOil)
                       .arg(facts.framesDone));
    const QString done = tr("%1 frames done, %2 of them placed, %3 slicks found.")
                             .arg(facts.framesDone)
                             .arg(facts.framesPlaced)
                             .arg(m_session->slicks()->slicks().size());
    statusBar()->showMessage(cancelled ? tr("The run was cancelled. %1").arg(done) : done);
    listRuns();
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

/** Slicks were merged with another smallest area or gap; frames stay where they are. */
void MainWindow::showSlicksAgain()
{
    updateActions();
    statusBar()->showMessage(
        tr("Merged again: %n slick(s).", nullptr, int(m_session->slicks()->slicks().size())));
}

}  // namespace sheen
