#include "actions.h"

#include <QAction>
#include <QKeySequence>

#include "ui/widgets/icons.h"

namespace sheen {

WindowActions::WindowActions(QObject* parent) : QObject(parent)
{
    makeFileAndFlight();
    makeView();
    makeTools();
    makeRest();
}

QAction* WindowActions::make(const char* name, const QString& iconName, const QString& text,
                             const QString& tip, const QKeySequence& keySequence)
{
    auto* action = new QAction(icon(iconName), text, this);
    action->setObjectName(QLatin1String(name));
    action->setShortcut(keySequence);
    action->setStatusTip(tip);
    action->setToolTip(keySequence.isEmpty() ? tip
                                             : QStringLiteral("%1 (%2)").arg(
                                                   tip, keySequence.toString(QKeySequence::NativeText)));
    return action;
}

void WindowActions::makeFileAndFlight()
{
    openVideo = make("openVideo", QStringLiteral("open-video"), tr("Open &Video…"),
                     tr("Open the recording of a flight: mp4, ts, mpg, mkv, avi, mov"), QKeySequence::Open);
    openFolder =
        make("openFolder", QStringLiteral("open-folder"), tr("Open &Folder of Frames…"),
             tr("Open a folder of JPEG, PNG or TIFF frames"), QKeySequence(QStringLiteral("Ctrl+Shift+O")));
    openWorkspace = make("openWorkspace", QStringLiteral("open-results"), tr("Open &Results…"),
                         tr("Open the results of an earlier run (sheen.gpkg) with its review"),
                         QKeySequence(QStringLiteral("Ctrl+Alt+O")));
    openDemo = make("openDemo", QString(), tr("Open the &Demo Flight"),
                    tr("Open a short flight with oil that comes with Sheen, to try things on"),
                    QKeySequence(QStringLiteral("Ctrl+Alt+D")));
    saveResultsAs = make("saveResultsAs", QString(), tr("&Save Results As…"),
                         tr("Write the results with their review to another file, and go on with that one"),
                         QKeySequence(QStringLiteral("Ctrl+Shift+S")));
    quit = make("quit", QString(), tr("&Quit"), tr("Close Sheen"), QKeySequence(QStringLiteral("Ctrl+Q")));
    quit->setMenuRole(QAction::QuitRole);

    settings = make("settings", QString(), tr("&Settings…"),
                    tr("Choose language, colours, units, your name, base maps and keys"),
                    QKeySequence(QStringLiteral("Ctrl+,")));
    settings->setMenuRole(QAction::PreferencesRole);

    run = make("run", QStringLiteral("run"), tr("&Run"), tr("Look for oil in the flight that is open"),
               QKeySequence(QStringLiteral("Ctrl+R")));
    cancel = make("cancelRun", QStringLiteral("cancel"), tr("&Cancel Run"),
                  tr("Stop the run; what was done is kept"), QKeySequence(QStringLiteral("Ctrl+.")));
    earlierRuns = make("earlierRuns", QString(), tr("&Earlier Runs…"),
                       tr("List the runs of this flight, with how far each was reviewed, and open one"),
                       QKeySequence(QStringLiteral("Ctrl+Shift+R")));
    importTelemetry = make("importTelemetry", QString(), tr("Import &Telemetry…"),
                           tr("Take position and direction of the camera from a table beside the recording"),
                           QKeySequence(QStringLiteral("Ctrl+I")));
    loadModel = make("loadModel", QStringLiteral("model"), tr("Choose &Model…"),
                     tr("Look at a model's card, try it on a frame, and use it to find oil"),
                     QKeySequence(QStringLiteral("Ctrl+M")));
    overlayLayout = make("overlayLayout", QString(), tr("Overlay &Layout…"),
                         tr("Draw where the picture shows which telemetry, for an overlay that is not known"),
                         QKeySequence(QStringLiteral("Ctrl+Shift+L")));
    archive =
        make("archive", QString(), tr("&Archive…"),
             tr("List the flights that \"sheen archive\" ran, search them by place and time, and open one"),
             QKeySequence(QStringLiteral("Ctrl+Shift+A")));
}

void WindowActions::makeView()
{
    zoomIn = make("zoomIn", QStringLiteral("mActionZoomIn"), tr("Zoom &In"),
                  tr("Show the map twice as large"), QKeySequence::ZoomIn);
    zoomOut = make("zoomOut", QStringLiteral("mActionZoomOut"), tr("Zoom &Out"),
                   tr("Show twice as much of the map"), QKeySequence::ZoomOut);
    zoomToFlight = make("zoomToFlight", QStringLiteral("zoom-flight"), tr("Zoom to &Flight"),
                        tr("Show the whole flight on the map"), QKeySequence(QStringLiteral("Ctrl+0")));
    zoomToWorld = make("zoomToWorld", QStringLiteral("mActionZoomFullExtent"), tr("Zoom to &World"),
                       tr("Show the whole map"), QKeySequence(QStringLiteral("Ctrl+9")));
    follow =
        make("follow", QStringLiteral("follow"), tr("Follow the F&rame"),
             tr("Keep the frame that is shown in view on the map"), QKeySequence(QStringLiteral("Ctrl+L")));
    follow->setCheckable(true);
    follow->setChecked(true);
    telemetry =
        make("telemetry", QString(), tr("&Telemetry"), tr("Show what was read of each frame, and correct it"),
             QKeySequence(QStringLiteral("Ctrl+T")));
    calibration = make("calibration", QString(), tr("&Calibration"),
                       tr("Turn the numbers of the camera's mounting and lens, and fit them to known places"),
                       QKeySequence(QStringLiteral("Ctrl+Shift+C")));
    fullScreen = make("fullScreen", QString(), tr("F&ull Screen"), tr("Use the whole screen"),
                      QKeySequence(QStringLiteral("F11")));
    fullScreen->setCheckable(true);
}

void WindowActions::makeTools()
{
    panTool = make("panTool", QStringLiteral("mActionPan"), tr("&Move Map"), tr("Drag the map"),
                   QKeySequence(QStringLiteral("Ctrl+1")));
    zoomInTool = make("zoomInTool", QStringLiteral("mActionZoomIn"), tr("Zoom In by Rec&tangle"),
                      tr("Drag a rectangle to zoom in on it"), QKeySequence(QStringLiteral("Ctrl+2")));
    zoomOutTool = make("zoomOutTool", QStringLiteral("mActionZoomOut"), tr("Zoom Out by Re&ctangle"),
                       tr("Click, or drag a rectangle, to zoom out"), QKeySequence(QStringLiteral("Ctrl+3")));
    distanceTool = make("distanceTool", QStringLiteral("mActionMeasure"), tr("Measure &Distance"),
                        tr("Measure distances on the ellipsoid"), QKeySequence(QStringLiteral("Ctrl+4")));
    areaTool = make("areaTool", QStringLiteral("mActionMeasureArea"), tr("Measure &Area"),
                    tr("Measure an area on the ellipsoid"), QKeySequence(QStringLiteral("Ctrl+5")));
    placeTool = make("placeTool", QString(), tr("Frames of a P&lace"),
                     tr("Click a place on the map to see all frames that show it, the best first"),
                     QKeySequence(QStringLiteral("Ctrl+7")));
    tieTool = make("tieTool", QString(), tr("Tie to the Ma&p"),
                   tr("Mark things in the frame and on the map, to fit the camera's calibration to them"),
                   QKeySequence(QStringLiteral("Ctrl+6")));
    for (QAction* tool : mapTools())
        tool->setCheckable(true);
    panTool->setChecked(true);
}

void WindowActions::makeRest()
{
    facts = make("facts", QString(), tr("&Facts of the Flight…"),
                 tr("Enter who observed what from where, the weather, the suspected source: report and "
                    "messages say it"),
                 QKeySequence(QStringLiteral("Ctrl+Shift+F")));
    message = make("message", QString(), tr("&POLREP Message…"),
                   tr("Complete, copy or save the message to authorities"),
                   QKeySequence(QStringLiteral("Ctrl+Shift+M")));
    ships =
        make("ships", QString(), tr("AIS of &Ships…"),
             tr("Choose files that tell where ships were: the map shows them at the time of the frame, and "
                "report and table name those near the slicks"),
             QKeySequence(QStringLiteral("Ctrl+Shift+I")));
    reportPreview = make("reportPreview", QString(), tr("&Report Preview…"),
                         tr("See the pages of the report as they would be written now, and save it"),
                         QKeySequence(QStringLiteral("Ctrl+Shift+E")));
    exportResults = make("exportResults", QStringLiteral("export"), tr("&Export…"),
                         tr("Write masks, mosaic, shapefile, report and other files"),
                         QKeySequence(QStringLiteral("Ctrl+E")));
    manual = make("manual", QString(), tr("&Manual"),
                  tr("Read the manual, at the page of the panel that has the focus; needs no network"),
                  QKeySequence(QKeySequence::HelpContents));
    keys = make("keys", QStringLiteral("keys"), tr("&Keys"), tr("All actions with their keys"),
                QKeySequence(QStringLiteral("Shift+F1")));
    about = make("about", QStringLiteral("sheen"), tr("&About Sheen"), tr("What Sheen is, and its version"),
                 QKeySequence(QStringLiteral("Ctrl+F1")));
    about->setMenuRole(QAction::AboutRole);
}

}  // namespace sheen
