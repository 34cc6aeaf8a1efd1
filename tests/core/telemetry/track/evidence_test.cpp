// What a text lacks, or a lost digit changes, the rest of the flight has to tell.

#include <QtTest>

#include "geo/angles.h"
#include "overlay_flight.h"
#include "track/track.h"

using namespace sheen;
using F = OverlayField;

namespace {

/** A text as the reader hands it on when a sign, a unit or a letter is missing. */
void setIncomplete(TelemetryReading& reading, F field, const QString& text)
{
    reading[field].text = text;
    reading[field].value.reset();
    reading[field].confidence = 0.9;
}

/** The readings with the last so many characters of a field taken off. */
std::vector<TelemetryReading> without(std::vector<TelemetryReading> readings, F field, int characters)
{
    for (TelemetryReading& reading : readings)
        setIncomplete(reading, field, reading[field].text.chopped(characters));
    return readings;
}

double worstOffMetres(const std::vector<TelemetryRecord>& records, const OverlayFlight& flight)
{
    double worst = 0;
    for (const TelemetryRecord& record : records) {
        if (!record.pose)
            return 1e9;
        const cv::Point2d corner(0, 0);
        const auto seen = CameraModel(*record.pose, flight.picture).toGround(corner);
        const auto exact =
            CameraModel(flight.poseAt(record.reading.timeSeconds), flight.picture).toGround(corner);
        worst = std::max(worst, cv::norm(toEcef(*seen) - toEcef(*exact)));
    }
    return worst;
}

std::vector<Issue> noticesOf(const std::vector<TelemetryReading>& readings)
{
    Track track;
    for (const TelemetryReading& reading : readings)
        track.add(reading);
    return track.notices();
}

}  // namespace

class EvidenceTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void headingWithoutSign_data();
    void headingWithoutSign();
    void signTakenForADigit();
    void signLostNowAndThen();
    void headingAgainstTheCourse();
    void altitudeWithoutUnit_data();
    void altitudeWithoutUnit();
    void unitThatNothingTells();
    void positionWithoutLetter();
    void lostDigitOfTheFocalLength();
    void continuousZoom();
    void headingNotShown();
};

void EvidenceTest::headingWithoutSign_data()
{
    QTest::addColumn<double>("heading");
    QTest::addColumn<double>("depression");
    QTest::newRow("three digits") << 306.0 << 90.0;
    QTest::newRow("may be 3 and a sign") << 36.0 << 90.0;
    QTest::newRow("one digit") << 7.0 << 90.0;
    QTest::newRow("oblique") << 306.0 << 50.0;
}

void EvidenceTest::headingWithoutSign()
{
    QFETCH(double, heading);
    QFETCH(double, depression);
    OverlayFlight flight;
    flight.heading = heading;
    flight.depression = depression;
    flight.azimuth = 40;
    const auto whole = flight.readings();
    const auto readings = without(without(whole, F::PlatformHeading, 1), F::TargetBearing, 1);
    const auto records = finishedTrack(readings);
    QVERIFY2(worstOffMetres(records, flight) <= worstOffMetres(finishedTrack(whole), flight) + 0.01,
             qPrintable(QString::number(worstOffMetres(records, flight))));
    QCOMPARE(records[5].reading[F::PlatformHeading].text, whole[5][F::PlatformHeading].text);
    const auto notices = noticesOf(readings);
    QCOMPARE(notices.size(), std::size_t(2));
    QCOMPARE(notices[0].kind, IssueKind::OverlayTextCompleted);
    QCOMPARE(notices[0].values.at(2).toInt(), flight.frames);
    QVERIFY(noticesOf(whole).empty());
}

/** 30 degrees, whose sign is always read as a 6. */
void EvidenceTest::signTakenForADigit()
{
    OverlayFlight flight;
    flight.heading = 30;
    auto readings = flight.readings();
    for (TelemetryReading& reading : readings)
        setIncomplete(reading, F::PlatformHeading, reading[F::PlatformHeading].text.chopped(1) + "6");
    const auto records = finishedTrack(readings);
    QVERIFY2(worstOffMetres(records, flight) < 10,
             qPrintable(QString::number(worstOffMetres(records, flight))));
}

void EvidenceTest::signLostNowAndThen()
{
    OverlayFlight flight;
    flight.heading = 30;
    auto readings = flight.readings();
    setIncomplete(readings[10], F::PlatformHeading, "30");
    setIncomplete(readings[20], F::PlatformHeading, "308");
    setIncomplete(readings[30], F::PlatformHeading, "991");
    const auto records = finishedTrack(readings);
    QVERIFY(worstOffMetres(records, flight) < 10);
    QCOMPARE(records[10].qualities[indexOf(F::PlatformHeading)], Quality::Read);
    QCOMPARE(records[20].qualities[indexOf(F::PlatformHeading)], Quality::Read);
    QCOMPARE(records[30].doubts[indexOf(F::PlatformHeading)], Doubt::Unreadable);
}

/** What the course contradicts is not believed: straight down, the course stands for it. */
void EvidenceTest::headingAgainstTheCourse()
{
    OverlayFlight flight;
    auto readings = flight.readings();
    for (TelemetryReading& reading : readings)
        setIncomplete(reading, F::PlatformHeading, "204");
    const auto records = finishedTrack(readings);
    QVERIFY(!records[30].values[indexOf(F::PlatformHeading)]);
    QVERIFY(records[30].pose);
    QVERIFY(std::abs(shortestTurn(records[30].pose->bearingDegrees, 75)) < 2);
    QVERIFY(records[30].pose->bearingErrorDegrees >= 8);
}

void EvidenceTest::altitudeWithoutUnit_data()
{
    QTest::addColumn<bool>("metric");
    QTest::addColumn<bool>("rangeToo");
    QTest::newRow("feet") << false << false;
    QTest::newRow("metres") << true << false;
    QTest::newRow("feet, range without unit too") << false << true;
}

void EvidenceTest::altitudeWithoutUnit()
{
    QFETCH(bool, metric);
    QFETCH(bool, rangeToo);
    OverlayFlight flight;
    flight.depression = 60;
    auto readings = flight.readings();
    for (TelemetryReading& reading : readings) {
        const double metres = *reading[F::PlatformAltitude].value;
        setIncomplete(reading, F::PlatformAltitude,
                      QString::number(std::lround(metric ? metres : metres / 0.3048)));
        reading[F::TargetElevation] = {};
        if (rangeToo)
            setIncomplete(reading, F::SlantRange, reading[F::SlantRange].text.chopped(2));
    }
    const auto records = finishedTrack(readings);
    QVERIFY2(std::abs(records[20].values[indexOf(F::PlatformAltitude)].value_or(0) - 820) < 1,
             qPrintable(QString::number(records[20].values[indexOf(F::PlatformAltitude)].value_or(0))));
    QCOMPARE(records[20].reading[F::PlatformAltitude].text.endsWith(metric ? "M" : "FT"), true);
}

/** Without range and without another frame's unit, feet and metres are as likely: nothing is placed. */
void EvidenceTest::unitThatNothingTells()
{
    const OverlayFlight flight;
    auto readings = without(flight.readings(), F::PlatformAltitude, 2);
    for (TelemetryReading& reading : readings)
        reading[F::SlantRange] = reading[F::TargetElevation] = {};
    const auto records = finishedTrack(readings);
    QVERIFY(!records[20].pose);
    QCOMPARE(records[20].doubts[indexOf(F::PlatformAltitude)], Doubt::Unreadable);
}

void EvidenceTest::positionWithoutLetter()
{
    const OverlayFlight flight;
    auto readings = without(flight.readings(), F::TargetLongitude, 1);
    setIncomplete(readings[7], F::PlatformLatitude, readings[7][F::PlatformLatitude].text.chopped(1));
    // Cut off by the picture's edge: a digit is missing, too.
    setIncomplete(readings[9], F::TargetLongitude, readings[9][F::TargetLongitude].text.chopped(1));
    const auto records = finishedTrack(readings);
    QCOMPARE(records[9].doubts[indexOf(F::TargetLongitude)], Doubt::Unreadable);
    QVERIFY(worstOffMetres(records, flight) < 10);
    QCOMPARE(records[7].qualities[indexOf(F::PlatformLatitude)], Quality::Read);
}

/** Over a bright sea a digit is lost, or a streak becomes one, in a third of the frames. */
void EvidenceTest::lostDigitOfTheFocalLength()
{
    OverlayFlight flight;
    flight.focal = 17;
    auto readings = flight.readings();
    for (const std::size_t i : {3, 4, 9, 10, 11, 20, 30, 31, 32, 33, 41, 50, 59})
        OverlayFlight::set(readings[i], F::FocalLength, "7");
    for (const std::size_t i : {5, 22, 42, 43})
        OverlayFlight::set(readings[i], F::FocalLength, "174");
    readings[23][F::FocalLength] = readings[44][F::FocalLength] = {};
    const auto records = finishedTrack(readings);
    for (const TelemetryRecord& record : records)
        QCOMPARE(record.values[indexOf(F::FocalLength)].value_or(0), 17.0);
}

void EvidenceTest::continuousZoom()
{
    OverlayFlight flight;
    auto readings = flight.readings();
    double focal = 13;
    std::vector<double> shown;
    for (std::size_t i = 0; i < readings.size(); ++i) {
        if (i >= 20 && i < 30)
            focal *= 1.12;
        shown.push_back(std::round(focal));
        OverlayFlight::set(readings[i], F::FocalLength, QString::number(shown.back()));
    }
    const auto records = finishedTrack(readings);
    for (std::size_t i = 0; i < records.size(); ++i)
        QCOMPARE(*records[i].values[indexOf(F::FocalLength)], shown[i]);
}

void EvidenceTest::headingNotShown()
{
    const OverlayFlight flight;
    auto readings = flight.readings();
    for (TelemetryReading& reading : readings)
        reading[F::PlatformHeading] = {};
    const auto records = finishedTrack(readings);
    QVERIFY(records[30].pose);
    QCOMPARE(records[30].quality, Quality::Interpolated);
    QVERIFY(records[30].pose->bearingErrorDegrees >= 8);
    QVERIFY(std::abs(shortestTurn(records[30].pose->bearingDegrees, 75)) < 2);
}

QTEST_GUILESS_MAIN(EvidenceTest)
#include "evidence_test.moc"
