// Drives the window over a flight as an analyst would and keeps what it shows: the pictures of the manual.
// screenshots [--language ko] [--size 1024x700] [--theme dark] FLIGHT FOLDER

#include <QAction>
#include <QCommandLineParser>
#include <QDir>
#include <QDockWidget>
#include <QFile>
#include <QFileInfo>
#include <QLocale>
#include <QPushButton>
#include <QSignalSpy>
#include <QTabWidget>
#include <QTemporaryDir>
#include <QTest>
#include <QTextStream>
#include <algorithm>
#include <stdexcept>

#include <qgsapplication.h>
#include <qgsmapcanvas.h>

#include "actions.h"
#include "field_list.h"
#include "save_calibration_dialog.h"
#include "table_import_dialog.h"
#include "translations/install_translations.h"
#include "ui/calibration/calibration_panel.h"
#include "ui/export/export_dialog.h"
#include "ui/frame/bookmarks.h"
#include "ui/frame/frame_panel.h"
#include "ui/frame/timeline.h"
#include "ui/layers/add_layer_dialog.h"
#include "ui/layers/layer_panel.h"
#include "ui/layers/own_layers.h"
#include "ui/main_window/main_window.h"
#include "ui/map/map_view.h"
#include "ui/model/model_dialog.h"
#include "ui/overlay/layout_editor.h"
#include "ui/review/review_actions.h"
#include "ui/review/review_bar.h"
#include "ui/session/session.h"
#include "ui/session/slick_store.h"
#include "ui/settings/settings_dialog.h"

using namespace sheen;

namespace {

constexpr int patienceMilliseconds = 300000;
constexpr QSize manualSize(1440, 900);

class Photographer
{
public:
    Photographer(MainWindow& window, const QString& folder) : m_window(window), m_folder(folder) {}

    /** Lets the map finish drawing, then keeps the widget as a picture. */
    void take(QWidget& widget, const QString& name)
    {
        QTest::qWait(1500);
        m_window.map().canvas()->waitWhileRendering();
        QTest::qWait(200);
        const QString path = m_folder + QLatin1Char('/') + name + QStringLiteral(".png");
        if (!widget.grab().save(path))
            throw std::runtime_error("cannot write " + path.toStdString());
        QTextStream(stdout) << path << "\n";
    }

    void take(const QString& name) { take(m_window, name); }

private:
    MainWindow& m_window;
    QString m_folder;
};

void waitFor(QSignalSpy& spy, const char* what)
{
    if (spy.isEmpty() && !spy.wait(patienceMilliseconds))
        throw std::runtime_error(std::string("waited in vain for ") + what);
}

void runFlight(MainWindow& window, Photographer& photographer)
{
    Session& session = window.session();
    if (!session.model()) {
        QSignalSpy loaded(&session, &Session::modelLoaded);
        waitFor(loaded, "the model");
    }
    bool taken = false;
    QObject::connect(&session, &Session::framesArrived, &window,
                     [&](const std::vector<ShownFrame>&, const RunProgress& progress) {
                         if (!taken && 2 * progress.framesDone > progress.framesExpected) {
                             taken = true;
                             QMetaObject::invokeMethod(
                                 &window, [&photographer] { photographer.take(QStringLiteral("running")); },
                                 Qt::QueuedConnection);
                         }
                     });
    QSignalSpy finished(&session, &Session::runFinished);
    window.startRun();
    waitFor(finished, "the end of the run");
}

void reviewSlicks(MainWindow& window, Photographer& photographer)
{
    SlickStore& store = *window.session().slicks();
    if (store.slicks().empty())
        throw std::runtime_error("the run found no slick to show");
    const auto largest = std::max_element(
        store.slicks().begin(), store.slicks().end(),
        [](const Slick& a, const Slick& b) { return a.oiledSquareMetres() < b.oiledSquareMetres(); });
    const std::int64_t id = largest->id;
    store.select({id});
    window.session().requestFrame(largest->seen.bestFrame);
    photographer.take(QStringLiteral("window"));

    window.reviewActions().goTo(id);
    for (QAction* tool : window.reviewActions().toolActions()) {
        if (tool->shortcut() == QKeySequence(Qt::Key_V))
            tool->trigger();
    }
    photographer.take(QStringLiteral("editing"));
    window.reviewActions().selectToolAction()->trigger();

    window.reviewBar().startAction()->trigger();
    photographer.take(QStringLiteral("review"));
    window.reviewBar().startAction()->trigger();
}

void drawLayout(MainWindow& window, Photographer& photographer)
{
    window.showOverlayLayout();
    auto* editor = window.findChild<LayoutEditor*>();
    if (!editor)
        throw std::runtime_error("the overlay layout did not open");
    editor->startFrom(overlayLayoutNamed(QStringLiteral("mx-hd")));
    QSignalSpy read(editor, &LayoutEditor::readingChanged);
    const auto hasDate = [editor] {
        const auto* list = editor->findChild<FieldList*>();
        return !list->topLevelItem(int(OverlayField::Date))->text(1).isEmpty();
    };
    while (!hasDate()) {
        waitFor(read, "a reading of the overlay");
        read.clear();
    }
    editor->findChild<FieldList*>()->setCurrentField(OverlayField::PlatformAltitude);
    photographer.take(*editor, QStringLiteral("overlay-layout"));
    editor->close();
}

/** A table as a drone's application writes it, with a unit that its name does not tell. */
void importTable(MainWindow& window, Photographer& photographer)
{
    const QTemporaryDir home;
    const QString path = home.filePath(QStringLiteral("drone log.csv"));
    QFile file(path);
    if (!file.open(QIODevice::WriteOnly))
        throw std::runtime_error("the table cannot be written");
    file.write(
        "time(millisecond),OSD.latitude,OSD.longitude,altitude,GIMBAL.pitch,GIMBAL.yaw,OSD.hSpeed [MPH]\n");
    for (int i = 0; i < 60; ++i)
        file.write(QStringLiteral("%1,%2,129.4,998,-90,%3,41\n")
                       .arg(500 * i)
                       .arg(35.2 + 1e-4 * i, 0, 'f', 6)
                       .arg(105 + i % 3)
                       .toUtf8());
    file.close();
    FlightInfo info;
    info.name = QStringLiteral("flight");
    info.durationSeconds = 24;
    info.framesPerSecond = 25;
    info.frameCount = 600;
    info.pictureSize = {1280, 720};
    TableImportDialog dialog(path, {}, info, {}, &window);
    QSignalSpy checked(&dialog, &TableImportDialog::checked);
    dialog.show();
    waitFor(checked, "the table");
    photographer.take(dialog, QStringLiteral("import-table"));
}

void chooseModel(MainWindow& window, Photographer& photographer)
{
    window.windowActions().loadModel->trigger();
    auto* dialog = window.findChild<ModelDialog*>();
    auto* tryIt = dialog->findChild<QPushButton*>(QStringLiteral("try"));
    const auto isReady = [tryIt] { return tryIt->isEnabled(); };
    if (!QTest::qWaitFor(isReady, patienceMilliseconds))
        throw std::runtime_error("waited in vain for the model's card");
    tryIt->click();
    if (!QTest::qWaitFor(isReady, patienceMilliseconds))
        throw std::runtime_error("waited in vain for the model's mask");
    photographer.take(*dialog, QStringLiteral("choose-model"));
    dialog->reject();
}

/** What narrow windows and long words may cut off, beyond what the manual shows. */
void takeCalibration(MainWindow& window, Photographer& photographer)
{
    auto* panel = window.findChild<CalibrationPanel*>();
    panel->showTiePoints();
    photographer.take(QStringLiteral("tie-points"));
    panel->findChild<QTabWidget*>()->setCurrentIndex(0);
    SaveCalibrationDialog dialog(QString(), &window);
    dialog.show();
    photographer.take(dialog, QStringLiteral("save-calibration"));
}

/** Each page, with what somebody may have chosen. */
void takeSettings(MainWindow& window, Photographer& photographer)
{
    MapSource tiles;
    tiles.id = QStringLiteral("1");
    tiles.kind = MapSource::Kind::Tiles;
    tiles.name = QStringLiteral("Chart");
    tiles.address = QStringLiteral("https://charts.example/{z}/{x}/{y}.png");
    window.layerPanel().ownLayers().setSources({tiles});
    window.windowActions().settings->trigger();
    auto* dialog = window.findChild<SettingsDialog*>();
    const std::pair<SettingsDialog::Page, const char*> pages[] = {{SettingsDialog::General, "settings"},
                                                                  {SettingsDialog::Person, "settings-person"},
                                                                  {SettingsDialog::Maps, "settings-maps"},
                                                                  {SettingsDialog::Keys, "settings-keys"}};
    for (const auto& [page, name] : pages) {
        dialog->showPage(page);
        photographer.take(*dialog, QLatin1String(name));
    }
    dialog->reject();
    AddLayerDialog add(tiles, &window);
    add.show();
    photographer.take(add, QStringLiteral("add-layer"));
    window.layerPanel().ownLayers().setSources({});
}

/** Small pictures, a range, bookmarks. */
void takeTimeline(MainWindow& window, Photographer& photographer)
{
    FramePanel& panel = window.framePanel();
    const double end = panel.timeline()->span().second;
    panel.bookmarks()->add(end / 3, end / 2, QStringLiteral("Streamers along the wind"));
    panel.bookmarks()->add(end * 0.8, end * 0.8, QStringLiteral("Ship turns"));
    panel.timeline()->setRange(Timeline::Range(end / 3, end / 2));
    panel.timeline()->setThumbnailsVisible(true);
    auto* dock = window.findChild<QDockWidget*>(QStringLiteral("bookmarksDock"));
    dock->raise();
    photographer.take(QStringLiteral("timeline"));
    panel.timeline()->setThumbnailsVisible(false);
    panel.timeline()->setRange(std::nullopt);
    window.findChild<QDockWidget*>(QStringLiteral("slicksDock"))->raise();
}

void takeAll(const QString& flight, const QString& folder, const QSize& size)
{
    const QTemporaryDir home;
    const QString copy = home.filePath(QFileInfo(flight).fileName());
    QFile::copy(flight, copy);

    MainWindow window;
    window.resize(size);
    window.show();
    Photographer photographer(window, folder);
    photographer.take(QStringLiteral("empty"));
    takeSettings(window, photographer);

    QSignalSpy opened(&window.session(), &Session::flightOpened);
    window.open(copy);
    waitFor(opened, "the flight");
    photographer.take(QStringLiteral("opened"));

    chooseModel(window, photographer);
    drawLayout(window, photographer);
    importTable(window, photographer);
    runFlight(window, photographer);
    photographer.take(QStringLiteral("done"));
    window.windowActions().calibration->trigger();
    photographer.take(QStringLiteral("calibration"));
    takeCalibration(window, photographer);
    takeTimeline(window, photographer);
    reviewSlicks(window, photographer);

    ExportDialog dialog(QFileInfo(copy).absolutePath() + QStringLiteral("/results/sheen.gpkg"), &window);
    dialog.setFolder(QDir::homePath() + QStringLiteral("/results"));
    dialog.show();
    photographer.take(dialog, QStringLiteral("export"));
}

}  // namespace

int main(int argc, char** argv)
{
    const QTemporaryDir profile;
    qputenv("HOME", profile.path().toLocal8Bit());
    QgsApplication application(argc, argv, true, profile.path());
    if (!qEnvironmentVariableIsSet("QGIS_PREFIX_PATH"))
        QgsApplication::setPrefixPath(QStringLiteral(SHEEN_QGIS_PREFIX), true);
    QgsApplication::initQgis();
    QCommandLineParser options;
    options.addPositionalArgument(QStringLiteral("FLIGHT"), QStringLiteral("the flight to show"));
    options.addPositionalArgument(QStringLiteral("FOLDER"), QStringLiteral("where the pictures go"));
    options.addHelpOption();
    options.addOptions({{QStringLiteral("language"), QStringLiteral("of the window, as \"ko\""),
                         QStringLiteral("language"), QStringLiteral("en")},
                        {QStringLiteral("theme"), QStringLiteral("light, dark or system"),
                         QStringLiteral("theme"), QStringLiteral("system")},
                        {QStringLiteral("size"), QStringLiteral("of the window"), QStringLiteral("WxH"),
                         QStringLiteral("%1x%2").arg(manualSize.width()).arg(manualSize.height())}});
    options.process(application);
    const QStringList places = options.positionalArguments();
    const QStringList sides = options.value(QStringLiteral("size")).split(QLatin1Char('x'));
    const QSize size(sides.value(0).toInt(), sides.value(1).toInt());
    if (places.size() != 2 || size.isEmpty())
        options.showHelp(2);
    const QLocale locale(options.value(QStringLiteral("language")));
    QLocale::setDefault(locale);
    installTranslations(application, locale, QgsApplication::i18nPath());
    UserSettings chosen = readUserSettings();
    chosen.theme = options.value(QStringLiteral("theme")) == QLatin1String("dark")    ? Theme::Dark
                   : options.value(QStringLiteral("theme")) == QLatin1String("light") ? Theme::Light
                                                                                      : Theme::System;
    writeUserSettings(chosen);
    int status = 0;
    try {
        QDir().mkpath(places[1]);
        takeAll(places[0], places[1], size);
    } catch (const std::exception& error) {
        QTextStream(stderr) << "screenshots: " << error.what() << "\n";
        status = 1;
    }
    QgsApplication::exitQgis();
    return status;
}
