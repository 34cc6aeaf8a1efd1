#include <QElapsedTimer>
#include <QSignalSpy>
#include <QThread>
#include <algorithm>
#include <cmath>

#include <qgsmapcanvas.h>

#include "support/synthetic_flight.h"
#include "ui/frame/frame_panel.h"
#include "ui/main_window/main_window.h"
#include "ui/map/live_layers.h"
#include "ui/map/map_view.h"
#include "ui/review/guided_review.h"
#include "ui/review/review_actions.h"
#include "ui/review/review_bar.h"
#include "ui/session/session.h"
#include "ui/session/slick_store.h"
#include "ui/support/qgis_test_main.h"
#include "ui/support/tiny_model.h"
#include "ui/support/window_steps.h"
#include "workspace/workspace.h"

using namespace sheen;
using namespace sheen::test;

namespace {

constexpr int reviewedSlicks = 30;
constexpr int manySlicks = 5000;
constexpr int manyVertices = 200;

double median(std::vector<double> values)
{
    std::sort(values.begin(), values.end());
    return values[values.size() / 2];
}

void print(const char* what, const std::vector<double>& milliseconds, double redraw)
{
    qInfo("%s: %.0f ms (median of %zu), longest %.0f ms; drawing the window once: %.0f ms", what,
          median(milliseconds), milliseconds.size(),
          *std::max_element(milliseconds.begin(), milliseconds.end()), redraw);
}

double redrawMilliseconds(MainWindow& window)
{
    std::vector<double> costs;
    for (int i = 0; i < 5; ++i) {
        QElapsedTimer clock;
        clock.start();
        window.grab();
        costs.push_back(double(clock.nsecsElapsed()) / 1e6);
    }
    return median(costs);
}

/** Waits until a condition holds, looking after every event, and gives how long that took. */
template <typename Condition>
double millisecondsUntil(const Condition& holds)
{
    QElapsedTimer clock;
    clock.start();
    while (!holds() && clock.elapsed() < patience) {
        QCoreApplication::processEvents();
        QThread::usleep(500);  // the cores are for those who draw
    }
    return double(clock.nsecsElapsed()) / 1e6;
}

/** A wavy outline about a place of the earth. */
GroundRing wavyRing(const GroundPoint& middle, double radiusMetres, int vertices)
{
    const double shrink = std::cos(middle.latitudeDegrees * CV_PI / 180);
    GroundRing ring;
    for (int i = 0; i < vertices; ++i) {
        const double angle = -2 * CV_PI * i / vertices;
        const double radius = radiusMetres * (1 + 0.2 * std::sin(7 * angle));
        ring.push_back({middle.latitudeDegrees + radius * std::cos(angle) / 111320,
                        middle.longitudeDegrees + radius * std::sin(angle) / (111320 * shrink)});
    }
    return ring;
}

}  // namespace

/** How long an analyst waits. Times go with the machine, so they are told; what fails is what is not done. */
class ReviewLatencyTest : public QObject
{
    Q_OBJECT

    QTemporaryDir m_folder;
    WindowOptions m_options;

    static void open(MainWindow& window, const QString& path)
    {
        window.resize(1600, 1000);
        window.show();
        QSignalSpy opened(&window.session(), &Session::workspaceOpened);
        window.open(path);
        QVERIFY(opened.wait(patience));
        QTRY_VERIFY_WITH_TIMEOUT(!window.map().liveLayers().isFilling(), patience);
        QTRY_VERIFY_WITH_TIMEOUT(!window.session().isListingRuns(), patience);
        QVERIFY(QTest::qWaitForWindowActive(&window));
        window.map().canvas()->waitWhileRendering();
        QTest::qWait(1500);
    }

    /** A workspace of a real recording with pictures: a small flight, run. */
    QString flightWithPictures()
    {
        const SmallFlight flight = writeSmallFlight(m_folder.path(), 60);
        MainWindow window(m_options);
        openFlight(window, flight);
        [&] { QTRY_VERIFY_WITH_TIMEOUT(window.session().model(), patience); }();
        QSignalSpy finished(&window.session(), &Session::runFinished);
        window.startRun();
        return finished.wait(patience) ? window.session().workspace()->path() : QString();
    }

private Q_SLOTS:
    void initTestCase()
    {
        m_options.modelPath = m_folder.filePath(QStringLiteral("tiny.pt"));
        writeTinyModel(m_options.modelPath);
    }

    void oneKeyAcceptsASlickAndShowsTheNextInMapAndFrame()
    {
        const QString path = flightWithPictures();
        QVERIFY(!path.isEmpty());
        MainWindow window(m_options);
        open(window, path);
        SlickStore& store = *window.session().slicks();
        const std::vector<FrameRecord> frames = window.session().frames();
        for (int i = 0; i < reviewedSlicks; ++i) {
            const GroundPoint& centre = *frames[std::size_t(2 * i)].centre;
            QVERIFY(store.draw({{wavyRing({centre.latitudeDegrees, centre.longitudeDegrees + 0.0012},
                                          4 + i % 3, 24)}},
                               1, false) > 0);
        }
        window.reviewBar().startAction()->trigger();
        QgsMapCanvas* canvas = window.map().canvas();
        int drawn = 0;
        connect(canvas, &QgsMapCanvas::mapCanvasRefreshed, canvas, [&drawn] { ++drawn; });
        QTest::qWait(2000);
        std::vector<double> waits;
        int keys = 0;
        for (int i = 0; i + 1 < reviewedSlicks; ++i) {
            const std::int64_t id = *store.selection().begin();
            drawn = 0;
            QElapsedTimer clock;
            clock.start();
            QTest::keyClick(canvas, Qt::Key_A);
            ++keys;
            QCOMPARE(store.find(id)->decision, Decision::Accepted);
            QCOMPARE(store.selection().size(), std::size_t(1));
            const Slick* next = store.find(*store.selection().begin());
            QVERIFY(next->id != id);
            const int frame = next->seen.bestFrame;
            millisecondsUntil([&] {
                return drawn > 0 && !canvas->isDrawing() && window.framePanel().currentFrame() == frame;
            });
            waits.push_back(double(clock.nsecsElapsed()) / 1e6);
            QCOMPARE(window.framePanel().currentFrame(), frame);
        }
        qInfo("keys for a slick that is right: %.2f", double(keys) / (reviewedSlicks - 1));
        print("key to the next slick shown in map and frame", waits, redrawMilliseconds(window));
        QCOMPARE(window.reviewBar().review().progress().accepted, reviewedSlicks - 1);
    }

    void thousandsOfSlicksArePannedAndZoomed()
    {
        const QString path = m_folder.filePath(QStringLiteral("many.gpkg"));
        const std::vector<FrameRecord> frames = SyntheticFlight::records(20);
        const GroundPoint& middle = *frames.front().centre;
        std::vector<Slick> slicks;
        for (int i = 0; i < manySlicks; ++i) {
            const GroundPoint place{middle.latitudeDegrees + (i / 70) * 0.0009,
                                    middle.longitudeDegrees + (i % 70) * 0.0014};
            slicks.push_back(slickOfOne(i + 1, {{wavyRing(place, 30, manyVertices)}}, oilClass, 1 + i % 5));
        }
        Workspace::create(path, SyntheticFlight::facts())->finish(SyntheticFlight::facts(), frames, slicks);
        MainWindow window(m_options);
        open(window, path);
        QCOMPARE(window.session().slicks()->slicks().size(), std::size_t(manySlicks));
        QgsMapCanvas* canvas = window.map().canvas();
        SlickStore::Ids all;
        for (const Slick& slick : window.session().slicks()->slicks())
            all.insert(slick.id);
        window.reviewActions().zoomTo(all);
        canvas->waitWhileRendering();
        QTest::qWait(1000);
        const QgsRectangle whole = canvas->extent();
        int drawn = 0;
        connect(canvas, &QgsMapCanvas::mapCanvasRefreshed, canvas, [&drawn] { ++drawn; });
        std::vector<double> waits;
        for (int i = 0; i < 10; ++i) {
            QgsRectangle wanted = whole;
            wanted.scale(i % 2 == 0 ? 1.0 : 0.4);  // all of them, and a sixth
            wanted.setXMinimum(wanted.xMinimum() + whole.width() * 0.01 * (i % 7));
            wanted.setXMaximum(wanted.xMaximum() + whole.width() * 0.01 * (i % 7));
            drawn = 0;
            canvas->setExtent(wanted);
            canvas->refresh();
            waits.push_back(millisecondsUntil([&] { return drawn > 0 && !canvas->isDrawing(); }));
            QVERIFY(drawn > 0);
        }
        print("pan and zoom over 5,000 slicks of 200 vertices", waits, redrawMilliseconds(window));
    }
};

SHEEN_QGIS_TEST_MAIN(ReviewLatencyTest)
#include "review_latency_test.moc"
