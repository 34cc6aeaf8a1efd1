#include <QElapsedTimer>
#include <QSignalSpy>
#include <QWheelEvent>
#include <QtTest>
#include <cmath>

#include "track_plot.h"
#include "track_series.h"
#include "ui/support/telemetry_scene.h"

using namespace sheen;
using namespace sheen::test;

namespace {

/** Frames 0, 10, 20, ... a second apart, at a constant 100 m. */
TrackSeries level(int count)
{
    TrackSeries series;
    series.unit = QStringLiteral(" m");
    series.smallest = 10;
    for (int i = 0; i < count; ++i)
        series.samples.push_back({10 * i, double(i), 100.0, 100.0, 0, TrackMark::Read});
    return series;
}

void wheel(TrackPlot& plot, const QPointF& at, int steps)
{
    QWheelEvent event(at, plot.mapToGlobal(at.toPoint()), QPoint(), QPoint(0, 120 * steps), Qt::NoButton,
                      Qt::NoModifier, Qt::NoScrollPhase, false);
    QCoreApplication::sendEvent(&plot, &event);
}

/** The share of pixels of a column, from the plot's top to a third of its height, that are plain white. */
double whiteness(const TrackPlot& plot, const QImage& image, double x)
{
    const QRectF area = plot.plotArea();
    int white = 0;
    int count = 0;
    for (int y = int(area.top()) + 2; y < area.top() + area.height() / 3; ++y) {
        white += image.pixelColor(int(x), y) == QColor(Qt::white);
        ++count;
    }
    return double(white) / count;
}

bool hasColourNear(const QImage& image, const QPointF& at, const QColor& colour)
{
    for (int y = int(at.y()) - 4; y <= at.y() + 4; ++y) {
        for (int x = int(at.x()) - 4; x <= at.x() + 4; ++x) {
            if (!image.rect().contains(x, y))
                continue;
            const QColor seen = image.pixelColor(x, y);
            if (std::abs(seen.red() - colour.red()) + std::abs(seen.green() - colour.green()) +
                    std::abs(seen.blue() - colour.blue()) <
                30)
                return true;
        }
    }
    return false;
}

QImage drawn(TrackPlot& plot)
{
    return plot.grab().toImage();
}

}  // namespace

class TrackPlotTest : public QObject
{
    Q_OBJECT

public:
    static void initMain()
    {
        if (!qEnvironmentVariableIsSet("QT_QPA_PLATFORM"))
            qputenv("QT_QPA_PLATFORM", "offscreen");
    }

private Q_SLOTS:
    void aPlaceInThePlotIsAFrame()
    {
        TrackPlot plot;
        plot.resize(500, 200);
        QCOMPARE(plot.frameAt(250), -1);  // nothing there yet
        plot.setSeries(level(100));
        QCOMPARE(plot.frameAt(plot.pointOf(42, 100).x()), 420);
        QCOMPARE(plot.frameAt(plot.pointOf(42.4, 100).x()), 420);
        QCOMPARE(plot.frameAt(plot.pointOf(42.6, 100).x()), 430);
        QCOMPARE(plot.frameAt(-50), 0);
        QCOMPARE(plot.frameAt(5000), 990);
    }

    void draggingGoesFromFrameToFrameOnce()
    {
        TrackPlot plot;
        plot.resize(500, 200);
        plot.setSeries(level(20));
        QSignalSpy chosen(&plot, &TrackPlot::frameChosen);
        const auto at = [&](double time) { return plot.pointOf(time, 100).toPoint(); };
        QTest::mousePress(&plot, Qt::LeftButton, Qt::NoModifier, at(3));
        QMouseEvent same(QEvent::MouseMove, at(3.1), plot.mapToGlobal(at(3.1)), Qt::NoButton, Qt::LeftButton,
                         Qt::NoModifier);
        QCoreApplication::sendEvent(&plot, &same);
        QMouseEvent next(QEvent::MouseMove, at(7), plot.mapToGlobal(at(7)), Qt::NoButton, Qt::LeftButton,
                         Qt::NoModifier);
        QCoreApplication::sendEvent(&plot, &next);
        QCOMPARE(int(chosen.size()), 2);
        QCOMPARE(chosen[0][0].toInt(), 30);
        QCOMPARE(chosen[1][0].toInt(), 70);
    }

    void theWheelZoomsAboutTheMouseAndADoubleClickShowsAll()
    {
        TrackPlot plot;
        plot.resize(500, 200);
        plot.setSeries(level(101));
        const QPointF at = plot.pointOf(30, 100);
        wheel(plot, at, 4);
        QVERIFY(plot.toSeconds() - plot.fromSeconds() < 50);
        QVERIFY(std::abs(plot.pointOf(30, 100).x() - at.x()) < 1);
        // A frame out of view is brought into it; so is nothing when the series is read again.
        const double span = plot.toSeconds() - plot.fromSeconds();
        plot.setCurrentFrame(900);
        QVERIFY(plot.fromSeconds() <= 90 && 90 <= plot.toSeconds());
        QVERIFY(std::abs(plot.toSeconds() - plot.fromSeconds() - span) < 1e-6);
        const double from = plot.fromSeconds();
        plot.setSeries(level(101));
        QCOMPARE(plot.fromSeconds(), from);
        for (int i = 0; i < 40; ++i)
            wheel(plot, at, 10);
        QVERIFY(plot.toSeconds() > plot.fromSeconds());
        QTest::mouseDClick(&plot, Qt::LeftButton, Qt::NoModifier, at.toPoint());
        QCOMPARE(plot.fromSeconds(), 0.0);
        QCOMPARE(plot.toSeconds(), 100.0);
    }

    void aGrowingFlightStaysInView()
    {
        TrackPlot plot;
        plot.resize(500, 200);
        plot.setSeries(level(10));
        plot.setSeries(level(50));
        QCOMPARE(plot.toSeconds(), 49.0);
    }

    void gapsAreShaded()
    {
        TrackPlot plot;
        plot.resize(600, 220);
        TrackSeries series = level(101);
        for (int i = 40; i < 60; ++i) {
            series.samples[std::size_t(i)].mark = TrackMark::Filled;
            series.samples[std::size_t(i)].seen.reset();
        }
        plot.setSeries(std::move(series));
        const QImage image = drawn(plot);
        QVERIFY(whiteness(plot, image, plot.pointOf(50.3, 100).x()) < 0.1);
        QVERIFY(whiteness(plot, image, plot.pointOf(30.3, 100).x()) > 0.6);
        QVERIFY(whiteness(plot, image, plot.pointOf(70.3, 100).x()) > 0.6);
    }

    void aWildReadingIsACrossAtTheEdgeAndFlattensNothing()
    {
        TrackPlot plot;
        plot.resize(600, 220);
        TrackSeries series = level(101);
        series.samples[50].seen = 9e6;
        series.samples[50].mark = TrackMark::Rejected;
        series.samples[70].value = 103.0;
        series.samples[70].mark = TrackMark::Set;
        plot.setSeries(std::move(series));
        QVERIFY(plot.pointOf(0, 100).y() - plot.pointOf(0, 103).y() > 20);
        const QImage image = drawn(plot);
        const QPointF edge(plot.pointOf(50, 100).x(), plot.plotArea().top() + 5);
        QVERIFY(hasColourNear(image, edge, markColour(TrackMark::Rejected)));
        QVERIFY(hasColourNear(image, plot.pointOf(70, 103), markColour(TrackMark::Set)));
        QVERIFY(!hasColourNear(image, plot.pointOf(30, 100), markColour(TrackMark::Rejected)));
    }

    void theCurveLiesInTheBandOfItsError()
    {
        TrackPlot plot;
        plot.resize(600, 220);
        TrackSeries series = level(101);
        for (TrackSample& sample : series.samples)
            sample.error = 3;
        plot.setSeries(std::move(series));
        const QImage image = drawn(plot);
        const double x = plot.pointOf(50.3, 100).x();
        QVERIFY(image.pixelColor(QPointF(x, plot.pointOf(50, 102).y()).toPoint()) != QColor(Qt::white));
        QVERIFY(whiteness(plot, image, x) > 0.2);
        QVERIFY(image.pixelColor(QPointF(x, plot.pointOf(50, 97.5).y()).toPoint()) != QColor(Qt::white));
    }

    void headingsRunThroughNorthWithoutAJump()
    {
        std::vector<FrameRecord> frames;
        for (int i = 0; i < 20; ++i) {
            FrameRecord record;
            record.frame = i;
            record.timeSeconds = i;
            const double heading = std::fmod(350.0 + i, 360.0);
            const auto at = std::size_t(OverlayField::PlatformHeading);
            record.telemetry.values[at] = heading;
            record.telemetry.reading.fields[at].value = heading;
            record.telemetry.qualities[at] = Quality::Read;
            frames.push_back(record);
        }
        const TrackSeries series = trackSeries(TrackQuantity::Heading, frames, {});
        for (std::size_t i = 1; i < series.samples.size(); ++i) {
            QCOMPARE(*series.samples[i].value - *series.samples[i - 1].value, 1.0);
            QCOMPARE(*series.samples[i].seen, *series.samples[i].value);
        }
    }

    void aFlightIsShownAsItWasReadAndCompleted()
    {
        const std::vector<FrameRecord> frames = overlayFlight();
        const TrackSeries north = trackSeries(TrackQuantity::North, frames, {});
        QCOMPARE(int(north.samples.size()), int(frames.size()));
        QCOMPARE(north.samples[wildFrame].mark, TrackMark::Rejected);
        QVERIFY(*north.samples[wildFrame].seen > 100000);  // metres: a degree too much
        QCOMPARE(north.samples[firstBlankFrame].mark, TrackMark::Filled);
        QVERIFY(!north.samples[firstBlankFrame].seen);
        // 39 steps of 0.0003 degrees are 1298 m there.
        QVERIFY(std::abs(*north.samples.back().value - *north.samples.front().value - 1298) < 30);
        const TrackSeries height = trackSeries(TrackQuantity::Height, frames, {});
        QVERIFY(std::abs(*height.samples[5].value - 819.9) < 1);
        for (int i = 0; i < trackQuantityCount; ++i) {
            TrackPlot plot;
            plot.resize(plot.minimumSizeHint());
            plot.setSeries(trackSeries(TrackQuantity(i), frames, {}));
            QVERIFY(!drawn(plot).isNull());
        }
    }

    void tenThousandFramesAreDrawnOnceForManyCursors()
    {
        TrackSeries series = level(10000);
        for (std::size_t i = 0; i < series.samples.size(); ++i) {
            *series.samples[i].value += 50 * std::sin(double(i) / 300);
            *series.samples[i].seen = *series.samples[i].value + double(i % 7);
            series.samples[i].error = 2;
        }
        TrackPlot plot;
        plot.resize(900, 300);
        plot.setSeries(std::move(series));
        drawn(plot);
        QCOMPARE(plot.drawings(), 1);
        const QImage early = drawn(plot);
        for (int i = 0; i < 10; ++i) {
            plot.setCurrentFrame(1000 * i);
            drawn(plot);
        }
        QCOMPARE(plot.drawings(), 1);
        QVERIFY(drawn(plot) != early);  // the cursor is there
        plot.resize(800, 300);
        drawn(plot);
        QCOMPARE(plot.drawings(), 2);
    }
};

QTEST_MAIN(TrackPlotTest)
#include "track_plot_test.moc"
