// Whether a pose's standard errors are honest: the truth lies within them, in gaps too.

#include <QtTest>
#include <random>

#include "camera/footprint.h"
#include "camera/pose_errors.h"
#include "overlay_flight.h"

using namespace sheen;
using F = OverlayField;

namespace {

std::vector<TelemetryReading> withGap(const OverlayFlight& flight, double from, double to)
{
    auto readings = flight.readings();
    for (TelemetryReading& reading : readings) {
        if (reading.timeSeconds > from && reading.timeSeconds < to)
            blank(reading);
    }
    return readings;
}

struct Share
{
    int points = 0, within = 0;
    double of100() const { return points ? 100.0 * within / points : 100; }
};

/** Corners and middle: how many lie within the 95 % radius said of them. */
Share shareWithin(const std::vector<TelemetryRecord>& records, const OverlayFlight& flight)
{
    Share share;
    for (const TelemetryRecord& record : records) {
        if (!record.pose)
            continue;
        const CameraModel camera(*record.pose, flight.picture);
        const CameraModel exact(flight.poseAt(record.reading.timeSeconds), flight.picture);
        const double w = flight.picture.width, h = flight.picture.height;
        for (const cv::Point2d pixel : {cv::Point2d(0, 0), cv::Point2d(w, 0), cv::Point2d(w, h),
                                        cv::Point2d(0, h), cv::Point2d(w / 2, h / 2)}) {
            const auto ground = camera.toGround(pixel), truth = exact.toGround(pixel);
            if (!ground || !truth)
                continue;
            ++share.points;
            share.within +=
                cv::norm(toEcef(*ground) - toEcef(*truth)) <= positionErrorMetres(camera, pixel).value_or(0);
        }
    }
    return share;
}

double positionOff(const TelemetryRecord& record, const OverlayFlight& flight)
{
    const CameraPose truth = flight.poseAt(record.reading.timeSeconds);
    return cv::norm(toEcef({record.pose->latitudeDegrees, record.pose->longitudeDegrees}) -
                    toEcef({truth.latitudeDegrees, truth.longitudeDegrees}));
}

}  // namespace

class TrackErrorsTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void manyFlights_data();
    void manyFlights();
    void tiltBelowOneFramesDisplay_data();
    void tiltBelowOneFramesDisplay();
    void turnInAGap_data();
    void turnInAGap();
    void beyondTheLimitThereIsNoPose();
    void filledInsteadOfSmoothed_data();
    void filledInsteadOfSmoothed();
};

void TrackErrorsTest::manyFlights_data()
{
    QTest::addColumn<bool>("secondsOfArc");
    QTest::addColumn<bool>("oblique");
    for (const bool secondsOfArc : {false, true}) {
        for (const bool oblique : {false, true})
            QTest::addRow("%s, %s", secondsOfArc ? "seconds of arc" : "decimal degrees",
                          oblique ? "oblique" : "straight down")
                << secondsOfArc << oblique;
    }
}

/** Flights drawn at random: place, course, speed, turn, climb, focal length, phase of the display, tilt. */
void TrackErrorsTest::manyFlights()
{
    QFETCH(bool, secondsOfArc);
    QFETCH(bool, oblique);
    std::mt19937 random(7);
    auto between = [&random](double low, double high) {
        return std::uniform_real_distribution<double>(low, high)(random);
    };
    Share all;
    double worst = 100;
    for (int i = 0; i < 100; ++i) {
        OverlayFlight flight;
        flight.secondsOfArc = secondsOfArc;
        flight.latitude = between(-60, 60);
        flight.longitude = between(-180, 180);
        flight.heading = between(0, 360);
        flight.speed = between(0, 1) < 0.2 ? 0 : between(40, 120);
        flight.height = between(400, 2000);
        flight.climb = between(-2, 2);
        const double turn = between(0, 1) < 0.5 ? 0 : between(-2, 2);
        flight.turnRate = [turn](double) { return turn; };
        flight.refreshPhase = between(0, flight.period);
        flight.interval = between(0, 1) < 0.5 ? 0.5 : 0.2;
        flight.focal = between(10, 60);
        if (oblique) {
            flight.depression = between(30, 60);
            flight.azimuth = between(0, 360);
        } else if (between(0, 1) < 0.5) {
            flight.depression = between(89.5, 90);  // not quite
        }
        const Share share = shareWithin(finishedTrack(flight.readings()), flight);
        all.points += share.points;
        all.within += share.within;
        worst = std::min(worst, share.of100());
    }
    qInfo("%.2f %% of the points within the 95 %% radius; the worst flight %.1f %%", all.of100(), worst);
    QVERIFY2(all.of100() >= 90 && all.of100() <= 99.5, qPrintable(QString::number(all.of100())));
}

void TrackErrorsTest::tiltBelowOneFramesDisplay_data()
{
    QTest::addColumn<bool>("secondsOfArc");
    QTest::addColumn<double>("tilt");
    QTest::addColumn<double>("aside");
    for (const double aside : {0.0, 60.0, 180.0, 270.0}) {
        QTest::addRow("0.4 degrees towards %g", aside) << false << 0.4 << aside;
        QTest::addRow("seconds of arc, 1.5 degrees towards %g", aside) << true << 1.5 << aside;
    }
}

/** A turret that does not look quite straight down, whatever its displays of single frames say. */
void TrackErrorsTest::tiltBelowOneFramesDisplay()
{
    QFETCH(bool, secondsOfArc);
    QFETCH(double, tilt);
    QFETCH(double, aside);
    OverlayFlight flight;
    flight.secondsOfArc = secondsOfArc;
    flight.depression = 90 - tilt;
    flight.azimuth = aside;
    flight.roll = -aside;  // the picture's upper edge is ahead
    flight.turnRate = [](double) { return 1.0; };
    flight.refreshPhase = 0;
    const auto records = finishedTrack(flight.readings());
    const CameraModel camera(*records[30].pose, flight.picture);
    const CameraModel exact(flight.poseAt(records[30].reading.timeSeconds), flight.picture);
    // 6 and 21 metres beside the place beneath.
    for (const cv::Point2d pixel : {cv::Point2d(0, 0), cv::Point2d(640, 360), cv::Point2d(1280, 720)}) {
        const double off = cv::norm(toEcef(*camera.toGround(pixel)) - toEcef(*exact.toGround(pixel)));
        QVERIFY2(off < (secondsOfArc ? 7 : 2), qPrintable(QString::number(off)));
    }
}

void TrackErrorsTest::turnInAGap_data()
{
    QTest::addColumn<double>("gap");
    QTest::addColumn<double>("rate");
    QTest::addColumn<bool>("returns");
    for (const double gap : {5.0, 10.0, 30.0, 60.0, 180.0}) {
        for (const double rate : {1.0, 3.0}) {
            QTest::addRow("%g s, %g degrees/s", gap, rate) << gap << rate << false;
            QTest::addRow("%g s, %g degrees/s and back", gap, rate) << gap << rate << true;
        }
    }
}

/** A turn that nobody saw: the errors grow so that the truth lies within. */
void TrackErrorsTest::turnInAGap()
{
    QFETCH(double, gap);
    QFETCH(double, rate);
    QFETCH(bool, returns);
    OverlayFlight flight;
    const double from = 20, to = from + gap;
    flight.frames = int((40 + gap) / flight.interval);
    // To one side, and back on course: nothing of it is left to be seen after the gap but an offset.
    const double part = std::min(gap / 4, 90 / rate);
    flight.turnRate = [=](double time) {
        const double into = time - from;
        if (into < 0 || into > gap)
            return 0.0;
        if (!returns)
            return into < std::min(gap, 120 / rate) ? rate : 0.0;
        return into < part ? rate : into < 3 * part ? -rate : into < 4 * part ? rate : 0.0;
    };
    int inside = 0, placed = 0, within = 0;
    double largestError = 0, largestOff = 0;
    for (const TelemetryRecord& record : finishedTrack(withGap(flight, from, to))) {
        const bool blind = record.reading.source == Quality::None;
        if (!blind) {
            QVERIFY(record.pose);
            QVERIFY(positionOff(record, flight) < 25);
            continue;
        }
        ++inside;
        QCOMPARE(record.quality, Quality::Interpolated);
        if (!record.pose)
            continue;
        ++placed;
        const double off = positionOff(record, flight);
        largestOff = std::max(largestOff, off);
        largestError = std::max(largestError, record.pose->horizontalErrorMetres);
        within += off < 2.45 * record.pose->horizontalErrorMetres;
    }
    qInfo(
        "%d of %d frames in the gap placed; off by %.1f m at most, largest standard error %.1f m; %d within",
        placed, inside, largestOff, largestError, within);
    QVERIFY2(within >= 0.9 * placed, qPrintable(QString("%1 of %2").arg(within).arg(placed)));
}

void TrackErrorsTest::beyondTheLimitThereIsNoPose()
{
    OverlayFlight flight;
    flight.frames = 1300;
    const auto records = finishedTrack(withGap(flight, 20, 620));
    const TelemetryRecord& middle = records[640];
    QVERIFY(!middle.pose);
    QCOMPARE(middle.quality, Quality::Interpolated);
    QVERIFY(middle.values[indexOf(F::PlatformLatitude)].has_value());
    QVERIFY(records[30].pose && records[1280].pose);
    // The errors grow into the gap.
    double before = 0;
    for (std::size_t i = 42; i < 54; ++i) {
        QVERIFY(records[i].pose);
        QVERIFY(records[i].pose->horizontalErrorMetres > before);
        before = records[i].pose->horizontalErrorMetres;
    }
    // Before the first and after the last reading as well.
    auto ends = flight.readings();
    for (std::size_t i = 0; i < ends.size(); ++i) {
        if (i < 600 || i >= 700)
            blank(ends[i]);
    }
    const auto ended = finishedTrack(ends);
    QVERIFY(!ended.front().pose && !ended.back().pose);
    QVERIFY(ended[590].pose && ended[710].pose && ended[650].pose);
    QVERIFY(ended[710].pose->horizontalErrorMetres > ended[702].pose->horizontalErrorMetres);
}

void TrackErrorsTest::filledInsteadOfSmoothed_data()
{
    QTest::addColumn<int>("completion");
    QTest::newRow("interpolate") << int(Completion::Interpolate);
    QTest::newRow("hold") << int(Completion::Hold);
}

void TrackErrorsTest::filledInsteadOfSmoothed()
{
    QFETCH(int, completion);
    OverlayFlight flight;
    flight.frames = 100;
    auto readings = withGap(flight, 20, 28);
    blank(readings.front());
    TrackSettings settings;
    settings.completion = static_cast<Completion>(completion);
    const auto records = finishedTrack(readings, settings);
    int within = 0;
    for (const TelemetryRecord& record : records) {
        QVERIFY(record.pose);
        within += positionOff(record, flight) < 2.45 * record.pose->horizontalErrorMetres;
    }
    QVERIFY2(within >= 92, qPrintable(QString::number(within)));
    const std::size_t latitude = indexOf(F::PlatformLatitude);
    QCOMPARE(*records[0].values[latitude], *records[1].values[latitude]);
    QCOMPARE(records[0].quality, Quality::Interpolated);
    const double held = *records[40].values[latitude];
    if (settings.completion == Completion::Hold)
        QCOMPARE(*records[50].values[latitude], held);
    else
        QVERIFY(std::abs(*records[48].values[latitude] - (held + *records[56].values[latitude]) / 2) < 1e-5);
    // As displayed, not smoothed.
    QVERIFY(std::abs(records[10].pose->latitudeDegrees - *readings[10][F::PlatformLatitude].value) < 1e-9);
}

QTEST_GUILESS_MAIN(TrackErrorsTest)
#include "track_errors_test.moc"
