#include <QAction>
#include <QApplication>
#include <QDockWidget>
#include <QElapsedTimer>
#include <QHeaderView>
#include <QListWidget>
#include <QMessageBox>
#include <QPushButton>
#include <QScopeGuard>
#include <QTableWidget>
#include <QTranslator>
#include <QTreeView>
#include <QUndoStack>

#include <qgsmapcanvas.h>
#include <qgsmaplayer.h>
#include <qgsmessagebar.h>
#include <qgsmessagebaritem.h>

#include "actions.h"
#include "frame_measure.h"
#include "translations/install_translations.h"
#include "ui/frame/frame_panel.h"
#include "ui/frame/frame_view.h"
#include "ui/frame/picture_look.h"
#include "ui/frame/place_views.h"
#include "ui/main_window/main_window.h"
#include "ui/map/live_layers.h"
#include "ui/map/map_view.h"
#include "ui/review/review_actions.h"
#include "ui/review/review_bar.h"
#include "ui/session/session.h"
#include "ui/session/slick_store.h"
#include "ui/support/flight_that_was_run.h"
#include "ui/support/qgis_test_main.h"
#include "ui/support/small_flight.h"
#include "ui/support/tiny_model.h"
#include "ui/support/window_steps.h"
#include "ui/telemetry/telemetry_panel.h"
#include "workspace/workspace.h"

// The window as somebody reviews in it: nothing starts by a stray key, nothing that was reviewed is hidden.

using namespace sheen;
using namespace sheen::test;

namespace {

void runToTheEnd(MainWindow& window, const std::function<void()>& start)
{
    QSignalSpy finished(&window.session(), &Session::runFinished);
    start();
    QVERIFY(finished.wait(patience));
}

void openResults(MainWindow& window, const QString& path)
{
    QSignalSpy opened(&window.session(), &Session::workspaceOpened);
    window.open(path);
    QVERIFY(opened.wait(patience));
    QTRY_VERIFY_WITH_TIMEOUT(!window.session().isListingRuns(), patience);
}

}  // namespace

class ReviewDeskTest : public QObject
{
    Q_OBJECT

    QTemporaryDir m_folder;
    WindowOptions m_options;

    void openReady(MainWindow& window, const SmallFlight& flight)
    {
        openFlight(window, flight);
        QTRY_VERIFY_WITH_TIMEOUT(window.session().model(), patience);
        QTRY_VERIFY_WITH_TIMEOUT(!window.session().isListingRuns(), patience);
    }

private Q_SLOTS:
    void initTestCase()
    {
        m_options.modelPath = m_folder.filePath(QStringLiteral("tiny.pt"));
        writeTinyModel(m_options.modelPath);
    }

    void aReviewedFlightIsNotRunAgainByAKey()
    {
        const SmallFlight flight = writeSmallFlight(m_folder.path(), 12, QStringLiteral("asked"));
        MainWindow window(m_options);
        window.show();
        openReady(window, flight);
        runToTheEnd(window, [&] { window.windowActions().run->trigger(); });  // nothing to be lost yet
        SlickStore& store = *window.session().slicks();
        QCOMPARE(store.slicks().size(), std::size_t(1));
        const std::int64_t id = store.slicks().front().id;
        store.setDecision({id}, Decision::Accepted);
        const QString reviewed = window.session().workspace()->path();
        QTRY_VERIFY_WITH_TIMEOUT(!window.session().isListingRuns(), patience);

        QVERIFY(QTest::qWaitForWindowActive(&window));
        QTest::keyClick(&window, Qt::Key_F5);  // "Refresh" in QGIS
        QVERIFY(!window.session().isRunning());
        window.windowActions().run->trigger();
        auto* sheet = window.findChild<QMessageBox*>(QStringLiteral("runSheet"));
        QVERIFY(sheet);
        QVERIFY(!window.session().isRunning());
        QVERIFY2(sheet->informativeText().contains(QLatin1String("1 of 1")),
                 qPrintable(sheet->informativeText()));
        QTest::keyClick(sheet, Qt::Key_Return);  // Enter alone is no
        QTRY_VERIFY(!window.findChild<QMessageBox*>(QStringLiteral("runSheet")));
        QVERIFY(!window.session().isRunning());
        QCOMPARE(store.find(id)->decision, Decision::Accepted);

        // Asked for: what was reviewed lies aside, is offered at once, and stands in the list.
        window.windowActions().run->trigger();
        sheet = window.findChild<QMessageBox*>(QStringLiteral("runSheet"));
        runToTheEnd(window, [&] { sheet->findChild<QPushButton*>(QStringLiteral("runAgain"))->click(); });
        QPushButton* back = nullptr;
        QTRY_VERIFY_WITH_TIMEOUT(
            (back = window.findChild<QPushButton*>(QStringLiteral("openReviewedResults"))), patience);
        QCOMPARE(window.session().runs().size(), std::size_t(2));
        window.windowActions().earlierRuns->trigger();
        auto* table = window.findChild<QDialog*>(QStringLiteral("runList"))->findChild<QTableWidget*>();
        QCOMPARE(table->rowCount(), 2);
        QSignalSpy opened(&window.session(), &Session::workspaceOpened);
        back->click();
        QVERIFY(opened.wait(patience));
        QVERIFY(window.session().workspace()->path() != reviewed);  // moved aside, under its new name
        QCOMPARE(store.find(id)->decision, Decision::Accepted);
        window.map().canvas()->waitWhileRendering();
    }

    void theBarOfEarlierResultsGoesWithANewRun()
    {
        const SmallFlight flight = writeSmallFlight(m_folder.path(), 4, QStringLiteral("bar"));
        {
            MainWindow window(m_options);
            openReady(window, flight);
            runToTheEnd(window, [&] { window.startRun(); });
        }
        MainWindow window(m_options);
        openReady(window, flight);
        QVERIFY(window.findChild<QPushButton*>(QStringLiteral("openEarlierResults")));
        runToTheEnd(window, [&] { window.startRun(); });
        QTRY_VERIFY(!window.findChild<QPushButton*>(QStringLiteral("openEarlierResults")));
    }

    void messagesDoNotStayOverTheNextFlight()
    {
        const FlightThatWasRun first, second;
        MainWindow window(m_options);
        openResults(window, first.path());
        QSignalSpy failed(&window.session(), &Session::failed);
        window.session().loadModel(m_folder.filePath(QStringLiteral("missing.pt")));
        QVERIFY(failed.wait(patience));
        QVERIFY(!messagesOf(window).isEmpty());
        openResults(window, second.path());
        for (const QString& text : messagesOf(window))
            QVERIFY2(!text.contains(QLatin1String("missing.pt")), qPrintable(text));
    }

    void aCorrectionOfTelemetryIsTakenBackFirst()
    {
        const FlightThatWasRun flight;
        MainWindow window(m_options);
        window.show();
        openResults(window, flight.path());
        Session& session = window.session();
        session.slicks()->setDecision({1}, Decision::Accepted);
        TrackSettings settings = session.trackSettings();
        settings.corrections.push_back({15, OverlayField::PlatformHeading, 12.0, {}});
        const auto held = session.frames()[15].telemetry.values[indexOf(OverlayField::PlatformHeading)];
        session.setTrackSettings(settings);
        QTRY_VERIFY_WITH_TIMEOUT(!session.isPlacingAgain(), patience);
        // The history says which frame, which field, before and after.
        const QString text = flight.onDisk()->edits().back().description;
        QVERIFY2(text.contains(QLatin1String("frame 15")) && text.contains(QStringLiteral("→ 12.0°")) &&
                     text.contains(QString::number(*held, 'f', 1)),
                 qPrintable(text));
        QCOMPARE(window.reviewActions().undoAction()->text().contains(QLatin1String("frame 15")), true);
        window.reviewActions().undoAction()->trigger();
        QTRY_VERIFY_WITH_TIMEOUT(!session.isPlacingAgain(), patience);
        QVERIFY(session.trackSettings().corrections.empty());
        QCOMPARE(session.slicks()->find(1)->decision, Decision::Accepted);
        window.reviewActions().undoAction()->trigger();
        QCOMPARE(session.slicks()->find(1)->decision, Decision::Undecided);
        window.reviewActions().redoAction()->trigger();
        window.reviewActions().redoAction()->trigger();
        QTRY_VERIFY_WITH_TIMEOUT(!session.isPlacingAgain(), patience);
        QCOMPARE(session.trackSettings().corrections.size(), std::size_t(1));
        QVERIFY(flight.onDisk()->edits().size() >= 6);
    }

    void lettersTypedInAnotherPanelDecideNothing()
    {
        const FlightThatWasRun flight;
        MainWindow window(m_options);
        window.show();
        openResults(window, flight.path());
        SlickStore& store = *window.session().slicks();
        store.select({1});
        auto* telemetry = window.telemetryPanel().findChild<QAbstractItemView*>();
        QVERIFY(telemetry);
        window.windowActions().telemetry->trigger();
        QVERIFY(QTest::qWaitForWindowActive(&window));
        telemetry->setFocus();
        QTest::keyClicks(telemetry, QStringLiteral("3500FTAR"));
        QTest::keyClick(telemetry, Qt::Key_Delete);
        QCOMPARE(store.undoStack()->count(), 0);
        window.map().canvas()->setFocus();
        QTest::keyClick(window.map().canvas(), Qt::Key_A);
        QCOMPARE(store.find(1)->decision, Decision::Accepted);
        window.framePanel().view()->setFocus();
        QTest::keyClick(window.framePanel().view(), Qt::Key_R);
        QCOMPARE(store.find(1)->decision, Decision::Rejected);
    }

    void theReviewShowsEachSlickInMapAndFrame()
    {
        const FlightThatWasRun flight;
        MainWindow window(m_options);
        window.resize(1024, 700);
        window.show();
        openResults(window, flight.path());
        QVERIFY(QTest::qWaitForWindowActive(&window));
        SlickStore& store = *window.session().slicks();
        QCOMPARE(store.slicks().size(), std::size_t(3));
        window.reviewBar().startAction()->trigger();
        QVERIFY(window.map().canvas()->hasFocus());
        std::vector<qint64> waits;
        for (int i = 0; i < 3; ++i) {
            const Slick slick = *store.find(*store.selection().begin());
            QTRY_COMPARE_WITH_TIMEOUT(window.framePanel().currentFrame(), slick.seen.bestFrame, patience);
            const QgsRectangle extent = window.map().canvas()->extent();
            QVERIFY(extent.width() < 3000);  // a fitting scale: slicks of 80 to 120 m
            QElapsedTimer clock;
            clock.start();
            QTest::keyClick(window.map().canvas(), Qt::Key_A);
            waits.push_back(clock.elapsed());
            QCOMPARE(store.find(slick.id)->decision, Decision::Accepted);
        }
        qInfo() << "key to the next slick selected and asked for:" << waits << "ms";
        QCOMPARE(window.reviewBar().review().progress().accepted, 3);
        window.map().canvas()->waitWhileRendering();
    }

    void theWindowFitsASmallScreen_data()
    {
        QTest::addColumn<QLocale>("locale");
        QTest::newRow("English") << QLocale(QLocale::English);
        QTest::newRow("Korean") << QLocale(QLocale::Korean);
    }

    void theWindowFitsASmallScreen()
    {
        QFETCH(QLocale, locale);
        installTranslations(*QCoreApplication::instance(), locale);
        const QFont font = QApplication::font();
        QFont usual = font;  // as desktops have it at 96 dots an inch, whatever this platform takes
        usual.setPixelSize(12);
        QApplication::setFont(usual);
        const auto back = qScopeGuard([&font] {
            QApplication::setFont(font);
            for (QTranslator* translator : QCoreApplication::instance()->findChildren<QTranslator*>())
                delete translator;
        });
        const FlightThatWasRun flight;
        MainWindow window(m_options);
        window.resize(1024, 700);
        window.show();
        openResults(window, flight.path());
        QStringList widths;
        for (const QDockWidget* dock : window.findChildren<QDockWidget*>())
            widths << QStringLiteral("%1 %2").arg(dock->objectName()).arg(dock->minimumSizeHint().width());
        widths << QStringLiteral("map %1").arg(window.centralWidget()->minimumSizeHint().width());
        QVERIFY2(window.width() <= 1024 && window.height() <= 700,
                 qPrintable(QStringLiteral("%1 x %2: %3")
                                .arg(window.width())
                                .arg(window.height())
                                .arg(widths.join(QStringLiteral(", ")))));
    }

    void whatIsDecidedByIsSeenInTheTable()
    {
        const FlightThatWasRun flight;
        MainWindow window(m_options);
        window.resize(1600, 1000);
        window.show();
        openResults(window, flight.path());
        auto* view = window.findChild<QDockWidget*>(QStringLiteral("slicksDock"))->findChild<QTreeView*>();
        for (const char* heading : {"Decision", "Taken for", "Oiled area", "Pos. error", "Note"}) {
            int column = 0;
            while (column < view->model()->columnCount() &&
                   view->model()->headerData(column, Qt::Horizontal).toString() != QLatin1String(heading))
                ++column;
            const int right =
                view->header()->sectionViewportPosition(column) + view->header()->sectionSize(column);
            QVERIFY2(right > 0 && right <= view->viewport()->width(),
                     qPrintable(QStringLiteral("%1 ends at %2 of %3")
                                    .arg(QLatin1String(heading))
                                    .arg(right)
                                    .arg(view->viewport()->width())));
        }
    }

    void anyFrameIsLookedAtBeforeARun()
    {
        const SmallFlight flight = writeSmallFlight(m_folder.path(), 20, QStringLiteral("looked"));
        MainWindow window(m_options);
        window.show();
        openReady(window, flight);
        Session& session = window.session();
        QCOMPARE(session.framesToLookAt().size(), std::size_t(20));
        window.framePanel().goToFrame(13);
        QTRY_COMPARE_WITH_TIMEOUT(window.framePanel().currentFrame(), 13, patience);
        QVERIFY(!window.framePanel().view()->picture().isNull());
        // The table tells where it was seen from: the map shows it.
        const LiveLayers& layers = window.map().liveLayers();
        const auto showsPlaceOf13 = [&layers] {
            if (layers.epsg() == 0 || layers.pictureLayer()->extent().isEmpty())
                return false;
            const cv::Point2d below = layers.projection()->toMap({1.0 + 13 * 12 / 110574.0, 104.5});
            const QgsRectangle seen = layers.pictureLayer()->extent();
            return QgsPointXY(below.x, below.y).distance(seen.center()) < 0.1 * seen.width();
        };
        QTRY_VERIFY_WITH_TIMEOUT(showsPlaceOf13(), patience);
        QVERIFY(!session.workspace());
        runToTheEnd(window, [&] { window.startRun(); });
        QVERIFY(session.framesToLookAt().empty());
        QCOMPARE(session.frames().size(), std::size_t(20));
        window.map().canvas()->waitWhileRendering();
    }

    void theFrameLiesUnderTheOutlinesOnTheMap()
    {
        const SmallFlight flight = writeSmallFlight(m_folder.path(), 8, QStringLiteral("under"));
        MainWindow window(m_options);
        window.show();
        openReady(window, flight);
        runToTheEnd(window, [&] { window.startRun(); });
        const LiveLayers& layers = window.map().liveLayers();
        for (const int frame : {2, 6}) {
            window.framePanel().goToFrame(frame);
            QTRY_COMPARE_WITH_TIMEOUT(window.framePanel().currentFrame(), frame, patience);
            const FrameRecord& record = window.session().frames()[std::size_t(frame)];
            const cv::Point2d centre = layers.projection()->toMap(*record.centre);
            const auto isThere = [&layers, &centre] {
                const QgsRectangle seen = layers.pictureLayer()->extent();
                return !seen.isEmpty() &&
                       QgsPointXY(centre.x, centre.y).distance(seen.center()) < 0.02 * seen.width();
            };
            QTRY_VERIFY_WITH_TIMEOUT(isThere(), patience);
        }
        window.map().canvas()->waitWhileRendering();
    }

    void theFrameShowsTheSlicksAsTheyAre()
    {
        const FlightThatWasRun flight;
        MainWindow window(m_options);
        openResults(window, flight.path());
        SlickStore& store = *window.session().slicks();
        const FrameView& view = *window.framePanel().view();
        const int frame = store.find(1)->seen.bestFrame;
        window.framePanel().goToFrame(frame);
        QTRY_COMPARE_WITH_TIMEOUT(window.framePanel().currentFrame(), frame, patience);
        QVERIFY(view.slicks());
        const std::size_t before = view.slicks()->size();
        QVERIFY(before >= 1);
        const auto count = [&view](const auto& condition) {
            return std::count_if(view.slicks()->begin(), view.slicks()->end(), condition);
        };
        QCOMPARE(count([](const auto& one) { return one.byHand; }), 0);
        store.setDecision({1}, Decision::Rejected);
        QCOMPARE(count([](const auto& one) { return one.decision == Decision::Rejected; }), 1);
        const GroundPoint place = *window.session().frames()[std::size_t(frame)].centre;
        const double size = 0.0002;
        const std::int64_t drawn =
            store.draw({{{{place.latitudeDegrees, place.longitudeDegrees + 3 * size},
                          {place.latitudeDegrees + size, place.longitudeDegrees + 3 * size},
                          {place.latitudeDegrees + size, place.longitudeDegrees + 4 * size},
                          {place.latitudeDegrees, place.longitudeDegrees + 4 * size}}}},
                       1);
        QVERIFY(drawn > 0);
        QCOMPARE(view.slicks()->size(), before + 1);
        QCOMPARE(count([](const auto& one) { return one.byHand; }), 1);
        store.remove({drawn});
        QCOMPARE(view.slicks()->size(), before);
    }

    void theSecondWindowReadsOnlyAndSaysWhoHasIt()
    {
        const FlightThatWasRun flight;
        Session first;
        flight.openIn(first);
        MainWindow window(m_options);
        openResults(window, flight.path());
        const QString process = QString::number(QCoreApplication::applicationPid());
        QVERIFY2(messagesOf(window).join(QLatin1Char(' ')).contains(QLatin1String("another window")),
                 qPrintable(messagesOf(window).join(QLatin1Char('\n'))));
        SlickStore& store = *window.session().slicks();
        QSignalSpy refused(&store, &SlickStore::refused);
        store.setDecision({1}, Decision::Accepted);
        QCOMPARE(refused.count(), 1);
        QVERIFY(refused.first().first().toString().contains(process));
        TrackSettings settings = window.session().trackSettings();
        settings.seaLevelMetres = 3;
        window.session().setTrackSettings(settings);
        QVERIFY(!window.session().isPlacingAgain());
        first.slicks()->setDecision({2}, Decision::Rejected);
        QCOMPARE(flight.onDisk()->edits().size(), std::size_t(1));
    }

    void aMissingElevationFileIsSaid()
    {
        const FlightThatWasRun flight;
        MainWindow window(m_options);
        openResults(window, flight.path());
        TrackSettings settings = window.session().trackSettings();
        settings.elevationFile = m_folder.filePath(QStringLiteral("no-such-land.tif"));
        window.session().setTrackSettings(settings);
        QTRY_VERIFY_WITH_TIMEOUT(!window.session().isPlacingAgain(), patience);
        QVERIFY2(messagesOf(window).join(QLatin1Char(' ')).contains(QLatin1String("no-such-land.tif")),
                 qPrintable(messagesOf(window).join(QLatin1Char('\n'))));
    }

    void framesOfAPlaceAreListed()
    {
        const FlightThatWasRun flight;
        MainWindow window(m_options);
        openResults(window, flight.path());
        auto* views = window.findChild<PlaceViews*>();
        QVERIFY(views);
        views->showPlace(OverlayFlight::at(500, 0));
        auto* list = views->findChild<QListWidget*>(QStringLiteral("placeViewsList"));
        QVERIFY(list->count() > 3);
        QSignalSpy shown(&window.framePanel(), &FramePanel::frameShown);
        Q_EMIT list->itemClicked(list->item(0));
        QVERIFY(shown.wait(patience));
        QCOMPARE(window.framePanel().currentFrame(), list->item(0)->data(Qt::UserRole).toInt());
    }

    void picturesAreEnhancedForTheEyeAlone()
    {
        QImage picture(64, 48, QImage::Format_RGB32);
        for (int x = 0; x < 64; ++x) {
            for (int y = 0; y < 48; ++y)
                picture.setPixel(x, y, qRgb(100 + x / 4, 100 + x / 4, 100 + x / 4));
        }
        QCOMPARE(enhanced(picture, {}), picture);
        PictureLook look;
        look.invert = true;
        QCOMPARE(qRed(enhanced(picture, look).pixel(0, 0)), 155);
        look = {};
        look.brightness = 20;
        QCOMPARE(qRed(enhanced(picture, look).pixel(0, 0)), 151);
        const auto spread = [&picture](const PictureLook& one) {
            const QImage shown = enhanced(picture, one);
            return qRed(shown.pixel(63, 20)) - qRed(shown.pixel(0, 20));
        };
        look = {};
        look.contrast = 50;
        QCOMPARE(spread(look), 2 * spread({}));
        look = {};
        look.dehaze = true;
        QVERIFY(spread(look) > spread({}));
        QVERIFY(enhanced(QImage(), look).isNull());
    }

    void whatIsMeasuredInTheFrameIsOnTheSea()
    {
        const auto at = [](double north, double east) { return OverlayFlight::at(north, east); };
        QVERIFY(measuredText({at(0, 0)}).isEmpty());
        const QString line = measuredText({at(0, 0), at(0, 500)});
        QVERIFY2(line.startsWith(QLatin1String("50")) && line.contains(QStringLiteral("90.0° true")),
                 qPrintable(line));
        const QString area = measuredText({at(0, 0), at(0, 100), at(100, 100), at(100, 0)});
        QVERIFY2(area.contains(QLatin1String("area 10,0")), qPrintable(area));
    }
};

SHEEN_QGIS_TEST_MAIN(ReviewDeskTest)
#include "review_desk_test.moc"
