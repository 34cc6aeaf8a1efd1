#include <QAbstractButton>
#include <QAction>
#include <QDropEvent>
#include <QMenu>
#include <QMenuBar>
#include <QMessageBox>
#include <QMimeData>
#include <QPushButton>
#include <QSet>
#include <QSignalSpy>
#include <QUrl>

#include <qgsmapcanvas.h>
#include <qgsmessagebar.h>
#include <qgsmessagebaritem.h>
#include <qgsproject.h>
#include <qgsvectorlayer.h>

#include "actions.h"
#include "detect/detector.h"
#include "ui/frame/frame_panel.h"
#include "ui/main_window/main_window.h"
#include "ui/map/live_layers.h"
#include "ui/map/map_view.h"
#include "ui/session/mask_mosaic.h"
#include "ui/session/session.h"
#include "ui/session/slick_store.h"
#include "ui/support/qgis_test_main.h"
#include "ui/support/small_flight.h"
#include "ui/support/tiny_model.h"
#include "ui/support/window_steps.h"
#include "workspace/workspace.h"

using namespace sheen;
using namespace sheen::test;

namespace {

long long featuresOf(const MainWindow& window, const QString& layerName)
{
    const QList<QgsMapLayer*> layers = window.map().project().mapLayersByName(layerName);
    auto* layer = layers.isEmpty() ? nullptr : qobject_cast<QgsVectorLayer*>(layers.first());
    return layer ? layer->featureCount() : -1;
}

void waitForModel(MainWindow& window)
{
    QTRY_VERIFY_WITH_TIMEOUT(window.session().model(), patience);
}

}  // namespace

class WindowTest : public QObject
{
    Q_OBJECT

    QTemporaryDir m_folder;
    QString m_model, m_slowModel;

    WindowOptions options(bool slow = false) const
    {
        WindowOptions result;
        result.modelPath = slow ? m_slowModel : m_model;
        return result;
    }

private Q_SLOTS:
    void initTestCase()
    {
        m_model = m_folder.filePath(QStringLiteral("tiny.pt"));
        m_slowModel = m_folder.filePath(QStringLiteral("slow.pt"));
        writeTinyModel(m_model);
        writeTinyModel(m_slowModel, 30);
    }

    void anEmptyWindowTellsWhatToDo()
    {
        MainWindow window(options());
        window.show();
        QVERIFY(window.map().canvas()->layerCount() > 0);  // the world map needs no network
        QVERIFY(!window.windowActions().run->isEnabled());
        QVERIFY(!window.windowActions().exportResults->isEnabled());
        for (const QAction* action : window.windowActions().findChildren<QAction*>()) {
            QVERIFY2(
                !action->text().isEmpty() && !action->toolTip().isEmpty() && !action->shortcut().isEmpty(),
                qPrintable(action->objectName()));
        }
        QSet<QKeySequence> keys;
        for (const QAction* menu : window.menuBar()->actions()) {
            for (const QAction* action : menu->menu()->actions()) {
                const QKeySequence key = action->shortcut();
                QVERIFY2(key.isEmpty() || !keys.contains(key), qPrintable(action->text()));
                keys.insert(key);
            }
        }
        waitForModel(window);
    }

    void aFlightRunsWhileTheMapShowsIt()
    {
        const SmallFlight flight = writeSmallFlight(m_folder.path(), 60, QStringLiteral("run"));
        MainWindow window(options(true));
        window.show();
        openFlight(window, flight);
        QCOMPARE(window.session().preview()->info.frameCount, 60);
        QVERIFY(window.windowActions().run->isEnabled());
        waitForModel(window);

        int batches = 0;
        int lastFrame = -1;
        long long footprintsDuringRun = 0;
        bool inOrder = true;
        connect(&window.session(), &Session::framesArrived, this,
                [&](const std::vector<ShownFrame>& frames, const RunProgress& progress) {
                    ++batches;
                    for (const ShownFrame& frame : frames) {
                        inOrder = inOrder && frame.record.frame > lastFrame;
                        lastFrame = frame.record.frame;
                    }
                    QVERIFY(progress.framesDone > 0);
                    footprintsDuringRun =
                        std::max(footprintsDuringRun, featuresOf(window, QStringLiteral("Footprints")));
                });
        QSignalSpy finished(&window.session(), &Session::runFinished);
        window.startRun();
        QVERIFY(finished.wait(patience));
        QVERIFY(inOrder);
        QVERIFY(batches >= 2);
        QVERIFY(footprintsDuringRun > 0);
        QCOMPARE(finished.first().first().toBool(), false);
        QCOMPARE(int(window.session().frames().size()), 60);
        QTRY_COMPARE(featuresOf(window, QStringLiteral("Footprints")), 60);
        QVERIFY(featuresOf(window, QStringLiteral("Detections")) > 0);
        QCOMPARE(window.map().canvas()->mapSettings().destinationCrs().authid(),
                 QStringLiteral("EPSG:32648"));
        QCOMPARE(int(window.session().slicks()->slicks().size()), 1);
        QVERIFY(window.windowActions().exportResults->isEnabled());
        QSignalSpy masks(&window.session(), &Session::masksChanged);
        QVERIFY(masks.wait(patience));
        QVERIFY(window.session().masks()->tileCount() > 0);

        // Any frame can be looked at again.
        QSignalSpy shown(&window.framePanel(), &FramePanel::frameShown);
        window.framePanel().goToFrame(30);
        QVERIFY(shown.wait(patience));
        QCOMPARE(window.framePanel().currentFrame(), 30);
        QVERIFY(messagesOf(window).isEmpty());
        window.map().canvas()->waitWhileRendering();
    }

    void resultsOpenAgainAsTheyWereLeft()
    {
        const SmallFlight flight = writeSmallFlight(m_folder.path(), 12, QStringLiteral("again"));
        QString workspace;
        long long slick = 0;
        {
            MainWindow window(options());
            openFlight(window, flight);
            QSignalSpy finished(&window.session(), &Session::runFinished);
            window.startRun();
            QVERIFY(finished.wait(patience));
            workspace = window.session().workspace()->path();
            QCOMPARE(int(window.session().slicks()->slicks().size()), 1);
            slick = window.session().slicks()->slicks().front().id;
            window.session().slicks()->setDecision({slick}, Decision::Accepted);
        }
        QVERIFY(Workspace::isWorkspace(workspace));
        MainWindow window(options());
        QSignalSpy opened(&window.session(), &Session::workspaceOpened);
        window.open(workspace);
        QVERIFY(opened.wait(patience));
        QCOMPARE(int(window.session().frames().size()), 12);
        QTRY_COMPARE(featuresOf(window, QStringLiteral("Footprints")), 12);
        QVERIFY(window.session().slicks()->find(slick));
        QCOMPARE(window.session().slicks()->find(slick)->decision, Decision::Accepted);
        QTRY_VERIFY_WITH_TIMEOUT(window.framePanel().currentFrame() >= 0, patience);

        // Opening the flight itself offers them.
        QSignalSpy flightOpened(&window.session(), &Session::flightOpened);
        window.open(flight.frames);
        QVERIFY(flightOpened.wait(patience));
        QCOMPARE(window.session().preview()->earlierWorkspace, workspace);
        QCOMPARE(window.messages().items().size(), 1);
    }

    void cancellingKeepsWhatWasDone()
    {
        const SmallFlight flight = writeSmallFlight(m_folder.path(), 200, QStringLiteral("cancel"));
        MainWindow window(options(true));
        openFlight(window, flight);
        connect(&window.session(), &Session::framesArrived, &window,
                [&] { window.windowActions().cancel->trigger(); });
        QSignalSpy finished(&window.session(), &Session::runFinished);
        window.startRun();
        QVERIFY(finished.wait(patience));
        QCOMPARE(finished.first().first().toBool(), true);
        const std::size_t done = window.session().frames().size();
        QVERIFY2(done > 0 && done < 200, qPrintable(QString::number(done)));
        const auto kept = Workspace::open(window.session().workspace()->path());
        QCOMPARE(kept->frames().size(), done);
        QVERIFY(kept->facts().cancelled);
        QVERIFY(window.windowActions().run->isEnabled());
    }

    void aRunThatWasCancelledCanBeFinished()
    {
        const SmallFlight flight = writeSmallFlight(m_folder.path(), 60, QStringLiteral("finish"));
        MainWindow window(options(true));
        openFlight(window, flight);
        const QMetaObject::Connection cancelling =
            connect(&window.session(), &Session::framesArrived, &window,
                    [&] { window.windowActions().cancel->trigger(); });
        QSignalSpy finished(&window.session(), &Session::runFinished);
        window.startRun();
        QVERIFY(finished.wait(patience));
        disconnect(cancelling);
        if (!window.session().canFinishRun())
            QSKIP("It was done before it could be cancelled.");
        const QString workspace = window.session().workspace()->path();
        auto* button = window.findChild<QPushButton*>(QStringLiteral("finishRun"));
        QVERIFY(button);
        button->click();
        QVERIFY(window.session().isRunning());
        QVERIFY(finished.wait(patience));
        QCOMPARE(finished.last().first().toBool(), false);
        QVERIFY(!window.session().canFinishRun());
        QCOMPARE(int(window.session().frames().size()), 60);
        QCOMPARE(window.session().workspace()->path(), workspace);
        QCOMPARE(window.session().facts().framesDone, 60);
    }

    void theModelIsLoadedOnce()
    {
        const int before = Detector::loadCount();
        MainWindow window(options());
        waitForModel(window);
        for (const QString& name : {QStringLiteral("first"), QStringLiteral("second")}) {
            openFlight(window, writeSmallFlight(m_folder.path(), 3, name));
            QSignalSpy finished(&window.session(), &Session::runFinished);
            window.startRun();
            QVERIFY(finished.wait(patience));
            QCOMPARE(int(window.session().frames().size()), 3);
        }
        QCOMPARE(Detector::loadCount() - before, 1);
    }

    void aRunWaitsForTheModel()
    {
        WindowOptions starting = options();
        starting.flightPath = writeSmallFlight(m_folder.path(), 3, QStringLiteral("start")).frames;
        starting.startRun = true;
        starting.outputFolder = m_folder.filePath(QStringLiteral("elsewhere"));
        MainWindow window(starting);
        QSignalSpy finished(&window.session(), &Session::runFinished);
        QVERIFY(finished.wait(patience));
        QVERIFY(Workspace::isWorkspace(starting.outputFolder + QStringLiteral("/sheen.gpkg")));
        QVERIFY(window.session().slicks()->slicks().empty());  // without telemetry nothing has a place
        QCOMPARE(int(window.session().frames().size()), 3);
    }

    void badInputKeepsWhatIsOpen()
    {
        MainWindow window(options());
        openFlight(window, writeSmallFlight(m_folder.path(), 3, QStringLiteral("kept")));
        const QString text = m_folder.filePath(QStringLiteral("notes.txt"));
        QFile file(text);
        QVERIFY(file.open(QIODevice::WriteOnly));
        file.write("no flight at all\n");
        file.close();

        QMimeData data;
        data.setUrls({QUrl::fromLocalFile(text)});
        // Qt hands a drop to what was entered.
        QDragEnterEvent enter(QPoint(10, 10), Qt::CopyAction, &data, Qt::LeftButton, Qt::NoModifier);
        QCoreApplication::sendEvent(&window, &enter);
        QVERIFY(enter.isAccepted());
        QDropEvent drop(QPointF(10, 10), Qt::CopyAction, &data, Qt::LeftButton, Qt::NoModifier);
        QSignalSpy failed(&window.session(), &Session::openFailed);
        QCoreApplication::sendEvent(&window, &drop);
        QVERIFY(failed.wait(patience));
        QCOMPARE(window.messages().items().size(), 1);
        QVERIFY(messagesOf(window).first().contains(QLatin1String("notes.txt")));
        QVERIFY(window.session().preview());
        QCOMPARE(window.session().preview()->info.name, QStringLiteral("kept"));
        QVERIFY(window.windowActions().run->isEnabled());
    }

    void aModelThatIsNoneIsSaidAndTheEarlierOneKept()
    {
        MainWindow window(options());
        waitForModel(window);
        QSignalSpy failed(&window.session(), &Session::failed);
        window.session().loadModel(m_folder.filePath(QStringLiteral("missing.pt")));
        QVERIFY(failed.wait(patience));
        QCOMPARE(window.session().model()->name, QStringLiteral("Tiny"));
        QCOMPARE(window.messages().items().size(), 1);
    }

    void closingWhileARunGoesOnStopsItFirst()
    {
        const SmallFlight flight = writeSmallFlight(m_folder.path(), 200, QStringLiteral("close"));
        MainWindow window(options(true));
        window.show();
        openFlight(window, flight);
        QSignalSpy arrived(&window.session(), &Session::framesArrived);
        window.startRun();
        QVERIFY(arrived.wait(patience));
        QVERIFY(!window.close());
        auto* question = window.findChild<QMessageBox*>(QStringLiteral("closeQuestion"));
        QVERIFY(question);
        question->button(QMessageBox::Yes)->click();
        QTRY_VERIFY_WITH_TIMEOUT(!window.isVisible(), patience);
        QVERIFY(!window.session().isRunning());
    }

    void aWindowMayGoInTheMiddleOfARun()
    {
        const SmallFlight flight = writeSmallFlight(m_folder.path(), 100, QStringLiteral("gone"));
        {
            MainWindow window(options(true));
            openFlight(window, flight);
            waitForModel(window);
            QSignalSpy arrived(&window.session(), &Session::framesArrived);
            window.startRun();
            QVERIFY(arrived.wait(patience));
        }
        QVERIFY(Workspace::isWorkspace(m_folder.filePath(QStringLiteral("gone.sheen/sheen.gpkg"))));
    }
};

SHEEN_QGIS_TEST_MAIN(WindowTest)
#include "window_test.moc"
