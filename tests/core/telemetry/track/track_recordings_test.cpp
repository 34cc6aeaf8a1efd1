// Recordings that are not a straight flight at an even pace: what is right stays right in them.

#include <QtTest>

#include "overlay_flight.h"

using namespace sheen;
using F = OverlayField;

namespace {

double off(const TelemetryRecord& record, const CameraPose& truth)
{
    if (!record.pose)
        return 1e9;
    return cv::norm(toEcef({record.pose->latitudeDegrees, record.pose->longitudeDegrees}) -
                    toEcef({truth.latitudeDegrees, truth.longitudeDegrees}));
}

double worstOff(const std::vector<TelemetryRecord>& records, const OverlayFlight& flight)
{
    double worst = 0;
    for (const TelemetryRecord& record : records)
        worst = std::max(worst, off(record, flight.poseAt(record.reading.frame * flight.interval)));
    return worst;
}

int doubted(const std::vector<TelemetryRecord>& records, std::initializer_list<F> fields)
{
    int count = 0;
    for (const TelemetryRecord& record : records) {
        for (const F field : fields)
            count += record.doubts[indexOf(field)] != Doubt::None;
    }
    return count;
}

const auto position = {F::PlatformLatitude, F::PlatformLongitude};
const auto all = {F::PlatformLatitude, F::PlatformLongitude, F::PlatformAltitude, F::PlatformHeading,
                  F::TargetLatitude,   F::TargetLongitude,   F::TargetBearing,    F::SlantRange,
                  F::FocalLength,      F::TargetElevation};

}  // namespace

class TrackRecordingsTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void oneReadableFrame();
    void framesWithoutTimes();
    void timesRunBack();
    void twoRecordingsInOneFolder();
    void hovering();
    void circling();
    void acrossTheEquator();
    void clockStandsStill();
    void zoomInAGap();
    void smallZoomInAGap();
    void slewingTurret();
    void misreadForLong();
    void farApart();
};

void TrackRecordingsTest::oneReadableFrame()
{
    const OverlayFlight flight;
    auto readings = flight.readings();
    for (std::size_t i = 0; i < readings.size(); ++i) {
        if (i != 30)
            blank(readings[i]);
    }
    const auto records = finishedTrack(readings);
    QVERIFY(off(records[30], flight.poseAt(15)) < 20);
    QVERIFY(records[31].pose);
    QVERIFY(records[31].pose->horizontalErrorMetres > records[30].pose->horizontalErrorMetres);
    QVERIFY(off(records[31], flight.poseAt(15.5)) < 2.45 * records[31].pose->horizontalErrorMetres);
    QVERIFY(!records[0].pose && !records[59].pose);
    QCOMPARE(records[0].quality, Quality::Interpolated);
    QCOMPARE(*records[0].values[indexOf(F::FocalLength)], 13.0);
}

void TrackRecordingsTest::framesWithoutTimes()
{
    OverlayFlight flight;
    flight.interval = 2;
    auto readings = flight.readings();
    for (TelemetryReading& reading : readings)
        reading.timeSeconds = 0;
    QVERIFY(worstOff(finishedTrack(readings), flight) < 25);
    for (TelemetryReading& reading : readings)
        reading.utc = {};
    const auto records = finishedTrack(readings);
    QVERIFY(worstOff(records, flight) < 25);
    QVERIFY(doubted(records, position) <= 2);
}

void TrackRecordingsTest::timesRunBack()
{
    const OverlayFlight flight;
    auto readings = flight.readings();
    for (std::size_t i = 30; i < readings.size(); ++i)
        readings[i].timeSeconds -= 15;
    const auto records = finishedTrack(readings);
    QCOMPARE(records.size(), readings.size());
    QVERIFY2(worstOff(records, flight) < 15, qPrintable(QString::number(worstOff(records, flight))));
    // A little out of order is no new recording.
    readings = flight.readings();
    std::swap(readings[20].timeSeconds, readings[21].timeSeconds);
    QVERIFY(worstOff(finishedTrack(readings), flight) < 60);
}

void TrackRecordingsTest::twoRecordingsInOneFolder()
{
    const OverlayFlight first;
    OverlayFlight second;
    second.latitude += 0.8;
    second.longitude -= 1.1;
    second.height = 1500;
    second.heading = 200;
    for (const int shorter : {60, 20}) {
        auto readings = first.readings();
        const auto others = second.readings();
        for (int i = 0; i < shorter; ++i) {
            TelemetryReading reading = others[std::size_t(i)];
            reading.frame = int(readings.size());
            reading.timeSeconds = readings.back().timeSeconds + 0.5;
            reading.utc = reading.utc.addSecs(7200);
            readings.push_back(reading);
        }
        const auto records = finishedTrack(readings);
        for (std::size_t i = 0; i < records.size(); ++i) {
            const OverlayFlight& flight = i < 60 ? first : second;
            QVERIFY(off(records[i], flight.poseAt(double(i % 60) * 0.5)) < 15);
            QVERIFY(std::abs(records[i].pose->heightMetres - flight.height) < 2);
        }
        QVERIFY2(doubted(records, all) <= 12, qPrintable(QString::number(doubted(records, all))));
        QVERIFY(std::abs(records[65].utc.secsTo(readings[65].utc)) <= 1);
    }
}

void TrackRecordingsTest::hovering()
{
    for (const bool secondsOfArc : {false, true}) {
        OverlayFlight flight;
        flight.secondsOfArc = secondsOfArc;
        flight.speed = 0;
        flight.latitude = 34.67243;
        flight.longitude = 128.28137;
        const auto records = finishedTrack(flight.readings());
        QCOMPARE(doubted(records, all), 0);
        for (const TelemetryRecord& record : records) {
            const double error = off(record, flight.poseAt(0));
            QVERIFY(error < 2.45 * record.pose->horizontalErrorMetres);
            // No better than the display: it rounds the same way all the time.
            QVERIFY(record.pose->horizontalErrorMetres > (secondsOfArc ? 6 : 0.2));
        }
    }
}

void TrackRecordingsTest::circling()
{
    OverlayFlight flight;
    flight.turnRate = [](double) { return 6.0; };
    flight.frames = 240;
    flight.depression = 45;
    flight.azimuth = 90;
    const auto records = finishedTrack(flight.readings());
    QVERIFY2(worstOff(records, flight) < 20, qPrintable(QString::number(worstOff(records, flight))));
    QVERIFY2(doubted(records, all) < 48, qPrintable(QString::number(doubted(records, all))));  // of 2400
    for (const TelemetryRecord& record : records) {
        const double bearing = flight.poseAt(record.reading.timeSeconds).bearingDegrees;
        QVERIFY(std::abs(std::remainder(record.pose->bearingDegrees - bearing, 360)) < 2);
    }
}

void TrackRecordingsTest::acrossTheEquator()
{
    OverlayFlight flight;
    flight.latitude = 0.01;
    flight.longitude = -0.005;
    flight.heading = 150;
    const auto records = finishedTrack(flight.readings());
    QVERIFY(worstOff(records, flight) < 10);
    QVERIFY(records.front().pose->latitudeDegrees > 0 && records.back().pose->latitudeDegrees < 0);
    QVERIFY(records.front().pose->longitudeDegrees < 0 && records.back().pose->longitudeDegrees > 0);
    QVERIFY(doubted(records, all) <= 6);
}

void TrackRecordingsTest::clockStandsStill()
{
    const OverlayFlight flight;
    auto readings = flight.readings();
    for (TelemetryReading& reading : readings)
        reading.utc = readings.front().utc;
    const auto records = finishedTrack(readings);
    QVERIFY(worstOff(records, flight) < 10);
    QCOMPARE(records[40].utc, readings[0].utc.addSecs(20));
    QCOMPARE(records[40].doubts[indexOf(F::Time)], Doubt::Clock);
}

void TrackRecordingsTest::zoomInAGap()
{
    const OverlayFlight flight;
    auto readings = flight.readings();
    for (std::size_t i = 0; i < readings.size(); ++i) {
        if (i >= 30)
            OverlayFlight::set(readings[i], F::FocalLength, "52");
        if (i >= 26 && i < 34)
            readings[i][F::FocalLength] = {};
    }
    const auto records = finishedTrack(readings);
    for (std::size_t i = 0; i < records.size(); ++i) {
        // Four times the scale, or not: nothing worth showing is known.
        const bool unseen = i >= 26 && i < 34;
        QCOMPARE(records[i].pose.has_value(), !unseen);
        const double expected = horizontalFovDegrees(i < 30 ? 13 : 52, "EOW", {});
        QVERIFY(unseen || std::abs(records[i].pose->horizontalFovDegrees - expected) < 1e-9);
    }
}

/** A small zoom in a gap: either focal length may be true, and the error said holds both. */
void TrackRecordingsTest::smallZoomInAGap()
{
    OverlayFlight flight;
    flight.focal = 17;
    auto readings = flight.readings();
    for (std::size_t i = 0; i < readings.size(); ++i) {
        if (i >= 30)
            OverlayFlight::set(readings[i], F::FocalLength, "21");
        if (i >= 26 && i < 34)
            readings[i][F::FocalLength] = {};
    }
    const auto records = finishedTrack(readings);
    for (std::size_t i = 26; i < 34; ++i) {
        const CameraPose& pose = *records[i].pose;
        for (const double either : {17.0, 21.0})
            QVERIFY(std::abs(pose.horizontalFovDegrees - horizontalFovDegrees(either, "EOW", {})) <=
                    1.96 * pose.fovErrorDegrees);
        QCOMPARE(records[i].qualities[indexOf(F::FocalLength)], Quality::Interpolated);
    }
}

void TrackRecordingsTest::slewingTurret()
{
    OverlayFlight right, left;
    right.depression = left.depression = 40;
    right.azimuth = 80;
    left.azimuth = -100;
    auto readings = right.readings();
    const auto others = left.readings();
    std::copy(others.begin() + 30, others.end(), readings.begin() + 30);
    const auto records = finishedTrack(readings);
    QVERIFY(doubted(records, all) <= 8);
    QVERIFY(worstOff(records, right) < 10);
    for (const std::size_t i : {10, 20, 27, 32, 40, 50}) {
        const double bearing = (i < 30 ? right : left).poseAt(double(i) * 0.5).bearingDegrees;
        QVERIFY2(std::abs(std::remainder(records[i].pose->bearingDegrees - bearing, 360)) < 10,
                 qPrintable(QString("%1: %2").arg(i).arg(records[i].pose->bearingDegrees)));
    }
}

/** A glyph that is misread the same way for as long as it stands: the flight goes on where it was. */
void TrackRecordingsTest::misreadForLong()
{
    OverlayFlight flight;
    flight.frames = 120;
    auto readings = flight.readings();
    for (std::size_t i = 40; i < 60; ++i) {
        *readings[i][F::PlatformLatitude].value += 0.02;
        *readings[i][F::TargetLatitude].value += 0.02;
    }
    const auto records = finishedTrack(readings);
    QVERIFY2(worstOff(records, flight) < 60, qPrintable(QString::number(worstOff(records, flight))));
    for (std::size_t i = 40; i < 60; ++i)
        QCOMPARE(records[i].qualities[indexOf(F::PlatformLatitude)], Quality::Rejected);
}

/** A photograph each ten seconds: a wrong digit is found all the same. */
void TrackRecordingsTest::farApart()
{
    OverlayFlight flight;
    flight.interval = 10;
    flight.frames = 30;
    auto readings = flight.readings();
    QVERIFY(doubted(finishedTrack(readings), all) <= 4);
    *readings[15][F::PlatformLatitude].value += 0.02;
    // The first one's place can only be told from frames that are 10 s and more away.
    *readings[0][F::PlatformLongitude].value += 0.01;
    const auto records = finishedTrack(readings);
    QVERIFY2(worstOff(records, flight) < 100, qPrintable(QString::number(worstOff(records, flight))));
}

QTEST_GUILESS_MAIN(TrackRecordingsTest)
#include "track_recordings_test.moc"
