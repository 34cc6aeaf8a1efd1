#include <QFileDialog>
#include <QPointer>
#include <algorithm>

#include "base/error.h"
#include "base/resources.h"
#include "overlay/overlay_layout.h"
#include "ships/flight_window.h"
#include "ui/archive/archive_window.h"
#include "ui/export/export_dialog.h"
#include "ui/frame/frame_panel.h"
#include "ui/main_window/main_window.h"
#include "ui/map/map_view.h"
#include "ui/map/ships_on_map.h"
#include "ui/model/model_dialog.h"
#include "ui/model/trial_frame.h"
#include "ui/overlay/layout_editor.h"
#include "ui/report_preview/report_preview.h"
#include "ui/session/session.h"
#include "window_settings.h"
#include "workspace/workspace.h"

// The dialogs that the window opens.

namespace sheen {

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

void MainWindow::openDemo()
{
    try {
        open(resourcePath(QStringLiteral("demo/flight.mp4")));
    } catch (const Error& error) {
        sayError(error.sentence());
    }
}

void MainWindow::openWorkspace()
{
    const QString path = QFileDialog::getOpenFileName(this, tr("Open results"), lastFolder(),
                                                      tr("Results of Sheen (*.gpkg);;All files (*)"));
    if (!path.isEmpty())
        open(path);
}

void MainWindow::chooseShips()
{
    const QStringList files = QFileDialog::getOpenFileNames(
        this, tr("Files of AIS"), lastFolder(), tr("AIS (*.csv *.txt *.nmea *.log);;All files (*)"));
    const std::shared_ptr<Workspace> workspace = m_session->workspace();
    if (files.isEmpty() || !workspace)
        return;
    try {
        workspace->keep(keptAisName(), aisFilesToJson(files));
        m_map->ships().readFiles(files, m_session->frames());
    } catch (const Error& error) {
        sayError(error.sentence());
    }
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

void MainWindow::showExport()
{
    if (!m_session->workspace())
        return;
    if (m_session->hasUnwritten()) {
        sayWarning(m_session->unwrittenSentence());
        return;  // what is exported is read from the file
    }
    auto* dialog = new ExportDialog(m_session->workspace()->path(), this);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->show();
}

void MainWindow::showReport()
{
    if (!m_session->workspace())
        return;
    // What is shown is read from the file; a flight that is opened meanwhile is another report.
    auto* preview = new ReportPreview(
        m_session->workspace()->path(),
        [session = QPointer<Session>(m_session)] {
            return session && session->hasUnwritten() ? session->unwrittenSentence() : QString();
        },
        this);
    preview->setAttribute(Qt::WA_DeleteOnClose);
    preview->show();
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
        const FlightPreview* preview = m_session->preview();
        if (settings.overlay == QLatin1String("auto") && preview && preview->overlayMarks.empty())
            m_layoutEditor->startFromPictures();
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

void MainWindow::showArchive()
{
    if (!m_archive) {
        m_archive = new ArchiveWindow(lastFolder(), this);
        m_archive->setAttribute(Qt::WA_DeleteOnClose);
        connect(m_archive, &ArchiveWindow::openWanted, this, &MainWindow::open);
        connect(m_archive, &ArchiveWindow::catalogueOpened, this, &rememberCatalogue);
        if (const QString catalogue = lastCatalogue(); !catalogue.isEmpty())
            m_archive->open(catalogue);
    }
    m_archive->show();
    m_archive->raise();
    m_archive->activateWindow();
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

}  // namespace sheen
