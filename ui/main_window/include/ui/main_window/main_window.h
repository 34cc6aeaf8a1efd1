#pragma once

#include <QMainWindow>
#include <QPointer>
#include <functional>
#include <memory>
#include <vector>

class QCloseEvent;
class QDockWidget;
class QDragEnterEvent;
class QDropEvent;
class QPushButton;
class QgsMapToolEmitPoint;
class QgsMessageBar;

namespace sheen {

class ArchiveWindow;
class CalibrationPanel;
class ExportDialog;
class FlightPanel;
class FramePanel;
class LayerPanel;
class LayoutEditor;
class MapStatus;
class MapView;
class ReviewActions;
class ReviewBar;
class RunStatus;
class Session;
class SlickLayer;
class SlickPanel;
class SlickTable;
class StartHint;
class TelemetryPanel;
class TieMode;
class TiePoints;
class WindowActions;
struct RunSummary;
struct UserSettings;

/** What the window does as soon as it is open. */
struct WindowOptions
{
    QString flightPath;                       //!< a video, a folder of frames or a workspace; empty: none
    QString modelPath;                        //!< empty: the model that ships with Sheen
    bool startRun = false;                    //!< run the flight once it is open
    QString outputFolder;                     //!< where runs are kept; empty: beside the flight
    QString device = QStringLiteral("auto");  //!< that models run on, as DetectorSettings have it
    QString versions;  //!< of the program and what it runs on, a line each, for Help → About
};

/** Sheen's window: puts map, frame, flight and review together around one session. */
class MainWindow : public QMainWindow
{
    Q_OBJECT

public:
    explicit MainWindow(const WindowOptions& options = {}, QWidget* parent = nullptr);
    ~MainWindow() override;

    Session& session() const { return *m_session; }
    MapView& map() const { return *m_map; }
    FramePanel& framePanel() const { return *m_frame; }
    LayerPanel& layerPanel() const { return *m_layers; }
    TelemetryPanel& telemetryPanel() const { return *m_telemetry; }
    CalibrationPanel& calibrationPanel() const { return *m_calibration; }
    WindowActions& windowActions() const { return *m_actions; }
    ReviewActions& reviewActions() const { return *m_review; }
    ReviewBar& reviewBar() const { return *m_reviewBar; }
    QgsMessageBar& messages() const { return *m_messages; }

    /** Opens a video, a folder of frames or a workspace, in the background. */
    void open(const QString& path);

public Q_SLOTS:
    /** Asks before where results of this flight were reviewed. */
    void startRun();
    /** The results of the open flight, in the dialog that writes them to files. */
    void showExport();
    /** Draws an overlay layout on the open flight. */
    void showOverlayLayout();
    /** The flights of an archive: those of the catalogue that was open last. */
    void showArchive();
    /** Language, colours, units, person, base maps, keys. */
    void showSettings();

protected:
    void closeEvent(QCloseEvent* event) override;
    void dragEnterEvent(QDragEnterEvent* event) override;
    void dropEvent(QDropEvent* event) override;

private:
    // Putting together: window_parts.cpp, menus.cpp.
    void makeCentre();
    void makeDocks();
    void makeLayersDock(QDockWidget* beside);
    void makeTelemetryDock();
    void makeCalibrationDock();
    void makeTeachDock();
    QDockWidget* addDock(const char* name, const QString& title, QWidget* content, Qt::DockWidgetArea area);
    void makeReview();
    // window_review.cpp
    void makeReviewDesk();
    void makeHistoryDock();
    void makePlaceDock();
    void makeBookmarksDock();
    void makeStatusBar();
    void makeMenus();
    QList<QMenu*> menus() const;
    void makeToolBars();
    void fillRecentFlights();

    void connectActions();
    void connectSession();
    void connectReview();
    void restoreLayout();
    void updateActions();

    void openVideo();
    void openFolder();
    void openWorkspace();
    void chooseModel(const QString& shownPath);  //!< empty: the one in use
    void showFlight();
    void showWorkspace();
    void chooseShips();
    void beginRun();
    void endRun(bool cancelled);
    void showPlacesAgain(bool stored);
    void showSlicksAgain();
    void sayError(const QString& sentence);
    void sayNotice(const QString& sentence);
    void sayWarning(const QString& sentence);
    // window_preferences.cpp
    void useSettings(const UserSettings& settings);
    // window_saving.cpp
    void connectSaving();
    void saveResultsAs();
    void showReport();
    /** Whether something could not be written; asks then, and goes on where that may be lost. */
    bool keepsUnwritten(const std::function<void()>& goOn);
    void showRuns();
    void offerReviewedRun();
    void listRuns();
    void forgetMessages();
    /** The flight's runs, the one that is open as it is now. */
    std::vector<RunSummary> runsNow() const;
    void offerEarlierWorkspace(const QString& path);
    void offerToFinishRun();
    void offer(const QString& title, const QString& text, QPushButton* button);
    void showKeys();
    void showManual();
    void openDemo();
    void showAbout();
    void useOverlayLayout(const QString& name);
    QString workspacePath() const;

    WindowOptions m_options;
    Session* m_session;
    WindowActions* m_actions;
    QgsMessageBar* m_messages = nullptr;
    MapView* m_map = nullptr;
    StartHint* m_startHint = nullptr;
    FlightPanel* m_flight = nullptr;
    FramePanel* m_frame = nullptr;
    LayerPanel* m_layers = nullptr;
    TelemetryPanel* m_telemetry = nullptr;
    TiePoints* m_tiePoints = nullptr;
    TieMode* m_tieMode = nullptr;
    CalibrationPanel* m_calibration = nullptr;
    SlickTable* m_slickTable = nullptr;
    SlickPanel* m_slickPanel = nullptr;
    SlickLayer* m_slickLayer = nullptr;
    ReviewActions* m_review = nullptr;
    ReviewBar* m_reviewBar = nullptr;
    std::unique_ptr<QgsMapToolEmitPoint> m_placeTool;
    RunStatus* m_runStatus = nullptr;
    MapStatus* m_mapStatus = nullptr;
    QDockWidget* m_slicksDock = nullptr;
    QMenu* m_recentMenu = nullptr;
    QMenu* m_viewMenu = nullptr;
    QMenu* m_barsMenu = nullptr;
    QPointer<LayoutEditor> m_layoutEditor;
    QPointer<ArchiveWindow> m_archive;
    bool m_runWhenOpened = false;
    bool m_runWhenListed = false;
    bool m_closeWhenDone = false;
};

}  // namespace sheen
