#include <QElapsedTimer>
#include <QSignalSpy>
#include <QThread>
#include <QTimer>
#include <algorithm>
#include <ctime>

#include <qgsmapcanvas.h>

#include "base/error.h"
#include "base/resources.h"
#include "core/pipeline/placing/overlay_flight.h"
#include "detect/detector.h"
#include "slick/merge.h"
#include "support/synthetic_flight.h"
#include "ui/main_window/main_window.h"
#include "ui/map/live_layers.h"
#include "ui/map/map_view.h"
#include "ui/session/session.h"
#include "ui/session/slick_store.h"
#include "ui/support/qgis_test_main.h"
#include "ui/support/small_flight.h"
#include "ui/support/tiny_model.h"
#include "workspace/workspace.h"

using namespace sheen;
using namespace sheen::test;

namespace {

constexpr int longFlightFrames = 4000;
constexpr double redrawsAnEventMayTake = 40;

double threadCpuMilliseconds()
{
    timespec time{};
    clock_gettime(CLOCK_THREAD_CPUTIME_ID, &time);
    return double(time.tv_sec) * 1e3 + double(time.tv_nsec) / 1e6;
}

/** What the widgets' thread did for one event. */
struct EventCost
{
    double wallMilliseconds = 0;
    double cpuMilliseconds = 0;
    QString what;  //!< who received which event
};

/** An application that notes how long each event takes that its loop hands out. */
class MeasuredApplication : public QgsApplication
{
public:
    using QgsApplication::QgsApplication;

    bool notify(QObject* receiver, QEvent* event) override
    {
        if (!m_measuring || m_inside || QThread::currentThread() != thread())
            return QgsApplication::notify(receiver, event);
        m_inside = true;
        EventCost cost;
        cost.what = QStringLiteral("%1 %2, event %3")
                        .arg(QLatin1String(receiver->metaObject()->className()), receiver->objectName())
                        .arg(int(event->type()));
        QElapsedTimer clock;
        clock.start();
        const double cpuBefore = threadCpuMilliseconds();
        const bool handled = QgsApplication::notify(receiver, event);
        cost.cpuMilliseconds = threadCpuMilliseconds() - cpuBefore;
        cost.wallMilliseconds = double(clock.nsecsElapsed()) / 1e6;
        m_costs.push_back(std::move(cost));
        m_inside = false;
        return handled;
    }

    void measure()
    {
        m_costs.clear();
        m_measuring = true;
    }

    /** The dearest first, by processor time: another program on the machine does not count. */
    std::vector<EventCost> stop()
    {
        m_measuring = false;
        std::vector<EventCost> costs;
        costs.swap(m_costs);
        std::sort(costs.begin(), costs.end(), [](const EventCost& a, const EventCost& b) {
            return a.cpuMilliseconds > b.cpuMilliseconds;
        });
        return costs;
    }

private:
    bool m_measuring = false;
    bool m_inside = false;
    std::vector<EventCost> m_costs;
};

MeasuredApplication& application()
{
    return *static_cast<MeasuredApplication*>(QCoreApplication::instance());
}

/** How long events wait: a timer that should fire every 10 ms notes how much later it does. */
class LatencyProbe : public QObject
{
public:
    LatencyProbe()
    {
        m_timer.setTimerType(Qt::PreciseTimer);
        m_timer.setInterval(10);
        connect(&m_timer, &QTimer::timeout, this, [this] {
            m_waits.push_back(double(m_clock.nsecsElapsed()) / 1e6 - 10);
            m_clock.restart();
        });
        m_clock.start();
        m_timer.start();
    }

    void print(const char* when)
    {
        std::sort(m_waits.begin(), m_waits.end());
        const auto percentile = [this](double share) {
            return m_waits[std::size_t(share * double(m_waits.size() - 1))];
        };
        qInfo("%s: events waited %.1f ms (median), 99 %% under %.1f ms, longest %.1f ms", when,
              percentile(0.5), percentile(0.99), percentile(1));
    }

private:
    QTimer m_timer;
    QElapsedTimer m_clock;
    std::vector<double> m_waits;
};

/** What it costs to draw the whole window once: the measure for everything else, on any machine. */
double redrawMilliseconds(MainWindow& window)
{
    std::vector<double> costs;
    for (int i = 0; i < 5; ++i) {
        const double before = threadCpuMilliseconds();
        window.grab();
        costs.push_back(threadCpuMilliseconds() - before);
    }
    std::sort(costs.begin(), costs.end());
    return costs[costs.size() / 2];
}

void print(const char* when, const std::vector<EventCost>& costs)
{
    qInfo("%s: %zu events; the longest:", when, costs.size());
    for (std::size_t i = 0; i < std::min<std::size_t>(8, costs.size()); ++i)
        qInfo("  %6.1f ms of a processor, %6.1f ms on the clock: %s", costs[i].cpuMilliseconds,
              costs[i].wallMilliseconds, qPrintable(costs[i].what));
}

}  // namespace

class WindowLatencyTest : public QObject
{
    Q_OBJECT

    /** Times go with the machine, so they are told, and one event is held against drawing the window. */
    static void verify(const char* when, LatencyProbe& probe, MainWindow& window)
    {
        const std::vector<EventCost> costs = application().stop();
        probe.print(when);
        print(when, costs);
        const double redraw = redrawMilliseconds(window);
        qInfo("%s: drawing the window takes %.1f ms of a processor", when, redraw);
        QVERIFY(!costs.empty());
        QVERIFY2(costs.front().cpuMilliseconds < redrawsAnEventMayTake * redraw,
                 qPrintable(costs.front().what));
    }

private Q_SLOTS:
    void theWindowAnswersWhileARunGoesOn()
    {
        QTemporaryDir folder;
        WindowOptions options;
        options.outputFolder = folder.path();
        options.startRun = true;
        try {
            options.flightPath = resourcePath(QStringLiteral("demo/flight.mp4"));
        } catch (const Error&) {
            options.flightPath = writeSmallFlight(folder.path(), 100).frames;
        }
        if (!QFileInfo::exists(Detector::defaultModelPath())) {
            options.modelPath = folder.filePath(QStringLiteral("tiny.pt"));
            writeTinyModel(options.modelPath, 30);
        }
        MainWindow window(options);
        window.show();
        QSignalSpy started(&window.session(), &Session::runStarted);
        QSignalSpy finished(&window.session(), &Session::runFinished);
        QVERIFY(started.wait(120000));
        QTimer hand;  // moves the map all the time
        int movements = 0;
        connect(&hand, &QTimer::timeout, &window, [&window, &movements] {
            QgsMapCanvas* canvas = window.map().canvas();
            QgsRectangle extent = canvas->extent();
            const double step = extent.width() * (++movements % 20 < 10 ? 0.05 : -0.05);
            extent.setXMinimum(extent.xMinimum() + step);
            extent.setXMaximum(extent.xMaximum() + step);
            canvas->setExtent(extent);
            canvas->refresh();
        });
        hand.start(150);
        LatencyProbe probe;
        application().measure();
        QVERIFY(finished.wait(500000));
        QTest::qWait(1500);  // what comes after a run counts as well
        hand.stop();
        verify("a run, the map being panned", probe, window);

        window.map().canvas()->waitWhileRendering();
    }

    void theWindowAnswersWhileALongFlightIsOpened()
    {
        QTemporaryDir folder;
        const QString path = folder.filePath(QStringLiteral("sheen.gpkg"));
        const std::vector<FrameRecord> frames = SyntheticFlight::records(longFlightFrames);
        std::vector<Slick> slicks;
        for (std::size_t i = 0; i < frames.size(); i += 4)
            slicks.push_back(SyntheticFlight::slick(std::int64_t(i) + 1, frames[i]));
        Workspace::create(path, SyntheticFlight::facts())->finish(SyntheticFlight::facts(), frames, slicks);

        WindowOptions options;
        options.modelPath = folder.filePath(QStringLiteral("tiny.pt"));
        writeTinyModel(options.modelPath, 30);
        MainWindow window(options);
        window.show();
        QTest::qWait(2000);
        QSignalSpy opened(&window.session(), &Session::workspaceOpened);
        LatencyProbe probe;
        application().measure();
        window.open(path);
        QVERIFY(opened.wait(120000));
        QTRY_VERIFY_WITH_TIMEOUT(!window.map().liveLayers().isFilling(), 60000);
        QTest::qWait(1500);
        verify("a long flight opened", probe, window);
        QCOMPARE(window.session().slicks()->slicks().size(), slicks.size());
    }

    void theWindowAnswersWhileALongFlightIsPlacedAgain()
    {
        QTemporaryDir folder;
        const QString path = folder.filePath(QStringLiteral("sheen.gpkg"));
        std::vector<FrameRecord> frames = OverlayFlight::frames(longFlightFrames);
        OverlayFlight::addRings(frames, 3, 40);
        const Cancel cancel;
        placeAgain(frames, TrackSettings(), cancel);
        const RunFacts facts = factsAgain(OverlayFlight::facts(), frames, TrackSettings());
        {
            const auto workspace = Workspace::create(path, facts);
            workspace->append(frames, std::vector<QByteArray>(frames.size(), QByteArray(8000, 'x')));
            workspace->finish(facts, frames, mergeSlicks(frames, facts.model, mergeSettingsOf(facts)));
        }

        WindowOptions options;
        options.modelPath = folder.filePath(QStringLiteral("tiny.pt"));
        writeTinyModel(options.modelPath, 30);
        MainWindow window(options);
        window.show();
        QSignalSpy opened(&window.session(), &Session::workspaceOpened);
        window.open(path);
        QVERIFY(opened.wait(120000));
        QTRY_VERIFY_WITH_TIMEOUT(!window.map().liveLayers().isFilling(), 60000);
        QTest::qWait(1500);

        LatencyProbe probe;
        application().measure();
        TrackSettings settings;
        for (int i = 0; i < 60; ++i) {  // a slider, dragged for some seconds
            settings.seaLevelMetres = i;
            window.session().setTrackSettings(settings);
            QTest::qWait(50);
        }
        QElapsedTimer clock;
        clock.start();
        QTRY_VERIFY_WITH_TIMEOUT(!window.session().isPlacingAgain(), 120000);
        qInfo("stored %lld ms after the last change", static_cast<long long>(clock.elapsed()));
        QTRY_VERIFY_WITH_TIMEOUT(!window.map().liveLayers().isFilling(), 60000);
        QTest::qWait(500);
        verify("a long flight placed again", probe, window);
        QCOMPARE(trackSettingsOf(Workspace::open(path)->facts()).seaLevelMetres, 59.0);
    }
};

SHEEN_QGIS_TEST_MAIN_WITH(MeasuredApplication, WindowLatencyTest)
#include "window_latency_test.moc"
