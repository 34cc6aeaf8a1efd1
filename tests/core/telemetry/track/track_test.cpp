#include "track/track.h"

#include <QElapsedTimer>
#include <QtTest>
#include <cmath>

#include "geo/geodesy.h"
#include "grammar/overlay_grammar.h"

using namespace sheen;
using F = OverlayField;

namespace {

struct TruePose
{
    double latitude = 0, longitude = 0, height = 0, heading = 0;
};

/** A straight flight, straight down, as an overlay shows it: five decimals, feet, whole degrees. */
struct FlightPlan
{
    double latitude = 34.672, longitude = 128.281, height = 820, heading = 75, speed = 80;
    double turnDegreesPerSecond = 0;
    double interval = 0.5;
    int frames = 60;
};

double wrapped(double longitude)
{
    return longitudeNear(longitude, 0);
}

TruePose poseAt(const FlightPlan& plan, double time)
{
    // Along the turn in small steps.
    TruePose pose{plan.latitude, plan.longitude, plan.height, plan.heading};
    const int steps = 200;
    double north = 0, east = 0;
    for (int i = 0; i < steps; ++i) {
        const double heading =
            (plan.heading + plan.turnDegreesPerSecond * time * (i + 0.5) / steps) * radiansPerDegree;
        north += plan.speed * time / steps * std::cos(heading);
        east += plan.speed * time / steps * std::sin(heading);
    }
    pose.latitude += north / 110950;
    pose.longitude = wrapped(pose.longitude + east / (111320 * std::cos(plan.latitude * radiansPerDegree)));
    pose.heading = std::fmod(plan.heading + plan.turnDegreesPerSecond * time + 3600, 360);
    return pose;
}

QString positionText(double degrees, char positive, char negative)
{
    return QString::number(std::abs(degrees), 'f', 5) + QLatin1Char(degrees < 0 ? negative : positive);
}

void set(TelemetryReading& reading, F field, const QString& text)
{
    const auto parsed = readByGrammar(field, text);
    QVERIFY2(parsed, qPrintable(text));
    reading[field].text = parsed->text;
    reading[field].value = parsed->value;
    reading[field].confidence = 1;
}

TelemetryReading readingAt(const FlightPlan& plan, int frame)
{
    TelemetryReading reading;
    reading.frame = frame;
    reading.timeSeconds = frame * plan.interval;
    reading.source = Quality::Read;
    const TruePose pose = poseAt(plan, reading.timeSeconds);
    const QString heading = QString::number(std::lround(pose.heading) % 360) + QChar(0x00B0);
    set(reading, F::FocalLength, "13");
    set(reading, F::Sensor, "EOW");
    set(reading, F::PlatformLatitude, positionText(pose.latitude, 'N', 'S'));
    set(reading, F::PlatformLongitude, positionText(pose.longitude, 'E', 'W'));
    set(reading, F::TargetLatitude, positionText(pose.latitude, 'N', 'S'));
    set(reading, F::TargetLongitude, positionText(pose.longitude, 'E', 'W'));
    set(reading, F::PlatformAltitude, QString::number(std::lround(pose.height / 0.3048)) + "FT");
    set(reading, F::TargetElevation, "0FT");
    set(reading, F::PlatformHeading, heading);
    set(reading, F::TargetBearing, heading);
    set(reading, F::SlantRange, "0.4NM");
    reading.utc = overlayUtc(
        "07JUN2026", QTime(1, 30).addMSecs(static_cast<int>(reading.timeSeconds * 1000)).toString("HH:mm:ss"),
        0.0);
    return reading;
}

std::vector<TelemetryReading> readings(const FlightPlan& plan)
{
    std::vector<TelemetryReading> all;
    for (int i = 0; i < plan.frames; ++i)
        all.push_back(readingAt(plan, i));
    return all;
}

std::vector<TelemetryRecord> finished(const std::vector<TelemetryReading>& all,
                                      const TrackSettings& settings = {})
{
    Track track(settings);
    for (const TelemetryReading& reading : all)
        track.add(reading);
    return track.finish();
}

double metresOff(const TelemetryRecord& record, const FlightPlan& plan)
{
    const TruePose truth = poseAt(plan, record.reading.timeSeconds);
    return cv::norm(toEcef({record.pose->latitudeDegrees, record.pose->longitudeDegrees}) -
                    toEcef({truth.latitude, truth.longitude}));
}

double worstOff(const std::vector<TelemetryRecord>& records, const FlightPlan& plan)
{
    double worst = 0;
    for (const TelemetryRecord& record : records)
        worst = record.pose ? std::max(worst, metresOff(record, plan)) : 1e9;
    return worst;
}

Quality qualityOf(const TelemetryRecord& record, F field)
{
    return record.qualities[indexOf(field)];
}

Doubt doubtOf(const TelemetryRecord& record, F field)
{
    return record.doubts[indexOf(field)];
}

}  // namespace

class TrackTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void straightDown();
    void turningFlightIsNotCut();
    void oblique();
    void wrongDigits_data();
    void wrongDigits();
    void severalWrongFrames();
    void gapsAreFilledAndMarked();
    void antimeridian();
    void headingAcrossNorth();
    void zoomIsAStep();
    void zonesAndClock();
    void withoutSmoothing();
    void correctionsReplaceReadings();
    void correctionsStrikeOut();
    void whyAValueIsDoubted();
    void faintReadingsNeedSureOnes();
    void anglesGivenByKlv();
    void nothingKnown();
    void liveIsCausal();
    void contradictionThroughoutIsNoMoreWork();
    void cancelled();
    void courseStandsForAnUnknownDirection();
    void joinedRecordingsAreFlightsOfTheirOwn();
};

void TrackTest::straightDown()
{
    const FlightPlan plan;
    const auto records = finished(readings(plan));
    QCOMPARE(records.size(), std::size_t(60));
    QVERIFY2(worstOff(records, plan) < 1.5, qPrintable(QString::number(worstOff(records, plan))));
    for (const TelemetryRecord& record : records) {
        QCOMPARE(record.quality, Quality::Read);
        QCOMPARE(record.sensor, QString("EOW"));
        QCOMPARE(record.pose->depressionDegrees, 90.0);
        QVERIFY(std::abs(record.pose->bearingDegrees - 75) < 0.6);
        QVERIFY(std::abs(record.pose->heightMetres - 820) < 0.5);
        QVERIFY(std::abs(record.pose->horizontalFovDegrees - 40.5314) < 0.001);
        QVERIFY(record.pose->horizontalErrorMetres > 0 && record.pose->horizontalErrorMetres < 20);
    }
}

void TrackTest::turningFlightIsNotCut()
{
    FlightPlan plan;
    plan.turnDegreesPerSecond = 3;
    const auto records = finished(readings(plan));
    QVERIFY2(worstOff(records, plan) < 6, qPrintable(QString::number(worstOff(records, plan))));
}

void TrackTest::oblique()
{
    const FlightPlan plan;
    auto all = readings(plan);
    // The target 1500 m to the right (165 degrees).
    for (TelemetryReading& reading : all) {
        const TruePose pose = poseAt(plan, reading.timeSeconds);
        const double north = 1500 * std::cos(165 * radiansPerDegree);
        const double east = 1500 * std::sin(165 * radiansPerDegree);
        set(reading, F::TargetLatitude, positionText(pose.latitude + north / 110950, 'N', 'S'));
        set(reading, F::TargetLongitude,
            positionText(pose.longitude + east / (111320 * std::cos(pose.latitude * radiansPerDegree)), 'E',
                         'W'));
        set(reading, F::TargetBearing, QString("165") + QChar(0x00B0));
        set(reading, F::SlantRange, QString::number(std::hypot(1500, 820) / 1852, 'f', 1) + "NM");
    }
    for (const TelemetryRecord& record : finished(all)) {
        QVERIFY(record.pose);
        QVERIFY(std::abs(record.pose->bearingDegrees - 165) < 0.5);
        QVERIFY(std::abs(record.pose->depressionDegrees - std::atan2(820, 1500) / radiansPerDegree) < 0.3);
    }
}

void TrackTest::wrongDigits_data()
{
    QTest::addColumn<int>("field");
    QTest::addColumn<int>("frame");
    QTest::addColumn<double>("change");
    for (const int frame : {0, 1, 29, 58, 59}) {
        QTest::addRow("latitude by a degree, frame %d", frame) << int(F::PlatformLatitude) << frame << 1.0;
        QTest::addRow("latitude by 0.01, frame %d", frame) << int(F::PlatformLatitude) << frame << 0.01;
        QTest::addRow("latitude by 0.003, frame %d", frame) << int(F::PlatformLatitude) << frame << -0.003;
        QTest::addRow("longitude by 100, frame %d", frame) << int(F::PlatformLongitude) << frame << -100.0;
        QTest::addRow("altitude, frame %d", frame) << int(F::PlatformAltitude) << frame << 1000.0;
        QTest::addRow("heading, frame %d", frame) << int(F::PlatformHeading) << frame << 200.0;
        QTest::addRow("target, frame %d", frame) << int(F::TargetLatitude) << frame << 0.1;
        QTest::addRow("range, frame %d", frame) << int(F::SlantRange) << frame << 9000.0;
    }
    QTest::addRow("focal length") << int(F::FocalLength) << 30 << 60.0;
}

void TrackTest::wrongDigits()
{
    QFETCH(int, field);
    QFETCH(int, frame);
    QFETCH(double, change);
    const FlightPlan plan;
    auto all = readings(plan);
    const auto truth = finished(all);
    TelemetryReading& reading = all[static_cast<std::size_t>(frame)];
    *reading[static_cast<F>(field)].value += change;
    const auto records = finished(all);
    const TelemetryRecord& record = records[static_cast<std::size_t>(frame)];
    QCOMPARE(qualityOf(record, static_cast<F>(field)), Quality::Rejected);
    QVERIFY2(worstOff(records, plan) < 10, qPrintable(QString::number(worstOff(records, plan))));
    for (std::size_t i = 0; i < records.size(); ++i) {
        const CameraPose& pose = *records[i].pose;
        QVERIFY(std::abs(pose.heightMetres - 820) < 2);
        QVERIFY(std::abs(std::remainder(pose.bearingDegrees - truth[i].pose->bearingDegrees, 360)) < 1);
        QCOMPARE(pose.depressionDegrees, 90.0);
        QVERIFY(std::abs(pose.horizontalFovDegrees - 40.5314) < 0.001);
    }
    // What was seen is kept.
    QCOMPARE(*record.reading[static_cast<F>(field)].value, *reading[static_cast<F>(field)].value);
}

void TrackTest::severalWrongFrames()
{
    const FlightPlan plan;
    auto all = readings(plan);
    for (const std::size_t frame : {10, 11, 12, 13, 30, 45}) {
        *all[frame][F::PlatformLatitude].value += 0.02;
        *all[frame][F::TargetLongitude].value -= 0.5;
    }
    QVERIFY2(worstOff(finished(all), plan) < 10, qPrintable(QString::number(worstOff(finished(all), plan))));
}

void TrackTest::gapsAreFilledAndMarked()
{
    const FlightPlan plan;
    auto all = readings(plan);
    auto blank = [&](std::size_t frame) {
        TelemetryReading empty;
        empty.frame = all[frame].frame;
        empty.timeSeconds = all[frame].timeSeconds;
        all[frame] = empty;
    };
    for (const std::size_t frame : {0, 20, 21, 22, 23, 24, 25, 59})
        blank(frame);
    const auto records = finished(all);
    QVERIFY2(worstOff(records, plan) < 5, qPrintable(QString::number(worstOff(records, plan))));
    for (const std::size_t frame : {0, 22, 59}) {
        QCOMPARE(records[frame].quality, Quality::Interpolated);
        QCOMPARE(qualityOf(records[frame], F::PlatformLatitude), Quality::Interpolated);
        QVERIFY(records[frame].values[indexOf(F::PlatformAltitude)].has_value());
        QVERIFY(records[frame].utc.isValid());
        QCOMPARE(records[frame].sensor, QString("EOW"));
    }
    // Held at the ends, interpolated inside.
    QCOMPARE(*records[0].values[indexOf(F::PlatformLatitude)], *all[1][F::PlatformLatitude].value);
    QVERIFY(*records[22].values[indexOf(F::PlatformLatitude)] > *all[19][F::PlatformLatitude].value);
    QVERIFY(*records[22].values[indexOf(F::PlatformLatitude)] < *all[26][F::PlatformLatitude].value);
    QCOMPARE(records[10].quality, Quality::Read);
}

void TrackTest::antimeridian()
{
    FlightPlan plan;
    plan.latitude = -17.5;
    plan.longitude = 179.99;
    auto all = readings(plan);
    *all[30][F::PlatformLongitude].value *= -1;  // the wrong hemisphere's letter
    const auto records = finished(all);
    QVERIFY2(worstOff(records, plan) < 10, qPrintable(QString::number(worstOff(records, plan))));
    QVERIFY(records.front().pose->longitudeDegrees > 179);
    QVERIFY(records.back().pose->longitudeDegrees < -179);
    for (const TelemetryRecord& record : records)
        QVERIFY(std::abs(*record.values[indexOf(F::PlatformLongitude)]) > 179);
}

void TrackTest::headingAcrossNorth()
{
    FlightPlan plan;
    plan.heading = 340;
    plan.turnDegreesPerSecond = 2;
    auto all = readings(plan);
    all[20][F::PlatformHeading] = {};
    all[20][F::TargetBearing] = {};
    const auto records = finished(all);
    for (const TelemetryRecord& record : records) {
        const double truth = poseAt(plan, record.reading.timeSeconds).heading;
        QVERIFY(std::abs(std::remainder(record.pose->bearingDegrees - truth, 360)) < 1);
        QVERIFY(record.pose->bearingDegrees >= 0 && record.pose->bearingDegrees < 360);
    }
    // Half way from one side of north to the other lies north, not south.
    const double filled = *records[20].values[indexOf(F::PlatformHeading)];
    QVERIFY2(std::abs(std::remainder(filled, 360)) < 2, qPrintable(QString::number(filled)));
}

void TrackTest::zoomIsAStep()
{
    const FlightPlan plan;
    auto all = readings(plan);
    for (std::size_t i = 30; i < all.size(); ++i)
        set(all[i], F::FocalLength, "26");
    all[28][F::FocalLength] = {};
    all[31][F::FocalLength] = {};
    const auto records = finished(all);
    for (std::size_t i = 0; i < records.size(); ++i) {
        const double focal = *records[i].values[indexOf(F::FocalLength)];
        QCOMPARE(focal, i < 30 ? 13.0 : 26.0);
    }
    QCOMPARE(qualityOf(records[31], F::FocalLength), Quality::Interpolated);
}

void TrackTest::zonesAndClock()
{
    const FlightPlan plan;
    auto all = readings(plan);
    for (TelemetryReading& reading : all) {
        set(reading, F::Date, "07JUN2026");
        set(reading, F::Time, reading.utc.toString("HH:mm:ss"));
        set(reading, F::Zone, "UTC+1.0");
        reading[F::Zone].value = {};
        reading.utc = overlayUtc(reading[F::Date].text, reading[F::Time].text, 1.0);
    }
    all[12].utc = all[12].utc.addSecs(3600);
    QCOMPARE(finished(all)[12].utc.toString(Qt::ISODate), QString("2026-06-07T00:30:06Z"));
    TrackSettings settings;
    settings.clockZoneHours = 0;
    settings.clockShiftSeconds = 2;
    QCOMPARE(finished(all, settings)[20].utc.toString(Qt::ISODate), QString("2026-06-07T01:30:12Z"));
}

void TrackTest::withoutSmoothing()
{
    const FlightPlan plan;
    auto all = readings(plan);
    all[7] = {};
    all[7].frame = 7;
    all[7].timeSeconds = 3.5;
    TrackSettings settings;
    settings.completion = Completion::Interpolate;
    const auto records = finished(all, settings);
    QVERIFY(worstOff(records, plan) < 1.5);
    QVERIFY(std::abs(records[9].pose->latitudeDegrees - *all[9][F::PlatformLatitude].value) < 1e-9);
}

void TrackTest::correctionsReplaceReadings()
{
    const FlightPlan plan;
    const auto all = readings(plan);
    TrackSettings settings;
    settings.corrections = {
        {20, F::PlatformAltitude, 900.0, {}},  // impossible beside its neighbours, and taken all the same
        {21, F::FocalLength, 99.0, {}},       {21, F::FocalLength, 26.0, {}},  // the last one counts
        {22, F::Sensor, std::nullopt, "IR"},  {23, F::Time, std::nullopt, "02:30:11"},
        {999, F::PlatformAltitude, 1.0, {}},  // no such frame
    };
    auto withDates = all;
    for (TelemetryReading& reading : withDates) {
        set(reading, F::Date, "07JUN2026");
        set(reading, F::Time, reading.utc.toString("HH:mm:ss"));
        set(reading, F::Zone, "UTC+0.0");
    }
    const auto records = finished(withDates, settings);
    QCOMPARE(*records[20].values[indexOf(F::PlatformAltitude)], 900.0);
    QCOMPARE(qualityOf(records[20], F::PlatformAltitude), Quality::Set);
    QCOMPARE(doubtOf(records[20], F::PlatformAltitude), Doubt::Analyst);
    QCOMPARE(*records[21].values[indexOf(F::FocalLength)], 26.0);
    QVERIFY(std::abs(*records[21].horizontalFovDegrees - 20.92) < 0.01);
    QCOMPARE(records[22].sensor, QString("IR"));
    QCOMPARE(qualityOf(records[22], F::Sensor), Quality::Set);
    QCOMPARE(records[23].utc.toString(Qt::ISODate), QString("2026-06-07T02:30:11Z"));
    // The reading stays as it was, and so do the neighbours.
    for (std::size_t i = 0; i < records.size(); ++i) {
        QCOMPARE(records[i].reading[F::PlatformAltitude].text, all[i][F::PlatformAltitude].text);
        QCOMPARE(*records[i].reading[F::FocalLength].value, 13.0);
        QCOMPARE(records[i].sensor, QString(i == 22 ? "IR" : "EOW"));
        if (i != 20)
            QCOMPARE(qualityOf(records[i], F::PlatformAltitude), Quality::Read);
    }
}

void TrackTest::correctionsStrikeOut()
{
    const FlightPlan plan;
    const auto all = readings(plan);
    TrackSettings settings;
    settings.corrections = {{30, F::PlatformLatitude, std::nullopt, {}}, {30, F::Sensor, std::nullopt, {}}};
    const auto records = finished(all, settings);
    QCOMPARE(qualityOf(records[30], F::PlatformLatitude), Quality::Rejected);
    QCOMPARE(doubtOf(records[30], F::PlatformLatitude), Doubt::Analyst);
    QCOMPARE(qualityOf(records[30], F::Sensor), Quality::Rejected);
    QCOMPARE(records[30].sensor, QString("EOW"));
    QCOMPARE(records[30].reading[F::PlatformLatitude].text, all[30][F::PlatformLatitude].text);
    QVERIFY(worstOff(records, plan) < 1.5);

    // Struck out in every frame, there is no value.
    settings.corrections.clear();
    for (const TelemetryReading& reading : all)
        settings.corrections.push_back({reading.frame, F::PlatformAltitude, std::nullopt, {}});
    for (const TelemetryRecord& record : finished(all, settings))
        QVERIFY(!record.pose && !record.values[indexOf(F::PlatformAltitude)]);
    // One value set by hand serves for as long as the height can be told from it.
    settings.corrections[30].value = 820;
    const auto set = finished(all, settings);
    for (std::size_t i = 20; i <= 40; ++i) {
        QVERIFY(set[i].pose);
        QVERIFY(std::abs(set[i].pose->heightMetres - 820) < 0.01);
        QVERIFY(i == 30 || set[i].pose->heightErrorMetres > 1);
    }
    // Set in every frame, it serves them all.
    for (Correction& correction : settings.corrections)
        correction.value = 820;
    for (const TelemetryRecord& record : finished(all, settings))
        QVERIFY(record.pose && record.quality == Quality::Read);
}

void TrackTest::whyAValueIsDoubted()
{
    const FlightPlan plan;
    auto all = readings(plan);
    all[5][F::PlatformLatitude].text = "34.6?200N";
    all[5][F::PlatformLatitude].value = {};
    all[10][F::PlatformAltitude].value = 90000;
    *all[15][F::PlatformLongitude].value += 1;
    all[20][F::FocalLength].value = 18;
    all[25].utc = all[25].utc.addSecs(3600);
    all[30][F::PlatformHeading] = {};
    const auto records = finished(all);
    QCOMPARE(doubtOf(records[5], F::PlatformLatitude), Doubt::Unreadable);
    QCOMPARE(doubtOf(records[10], F::PlatformAltitude), Doubt::Range);
    QCOMPARE(doubtOf(records[15], F::PlatformLongitude), Doubt::Motion);
    QCOMPARE(doubtOf(records[20], F::FocalLength), Doubt::Brief);
    QCOMPARE(doubtOf(records[25], F::Time), Doubt::Clock);
    // Nothing seen is nothing to doubt.
    QCOMPARE(doubtOf(records[30], F::PlatformHeading), Doubt::None);
    QCOMPARE(qualityOf(records[30], F::PlatformHeading), Quality::Interpolated);
    for (const auto& [frame, field] : {std::pair(5, F::PlatformLatitude),
                                       {10, F::PlatformAltitude},
                                       {15, F::PlatformLongitude},
                                       {20, F::FocalLength}})
        QCOMPARE(qualityOf(records[std::size_t(frame)], field), Quality::Rejected);
    int doubted = 0;
    for (const TelemetryRecord& record : records)
        doubted += int(std::count_if(record.doubts.begin(), record.doubts.end(),
                                     [](Doubt doubt) { return doubt != Doubt::None; }));
    QCOMPARE(doubted, 5);
}

/** Letters so faint that the reader is not sure of them count beside sure ones that agree, and nowhere else.
 */
void TrackTest::faintReadingsNeedSureOnes()
{
    auto all = readings({});
    const auto altitude = [&](std::size_t at) -> FieldReading& { return all[at][F::PlatformAltitude]; };
    altitude(10).confidence = altitude(20).confidence = 0.6;
    altitude(20).text = QStringLiteral("8690FT");
    altitude(20).value = 8690 * 0.3048;
    for (TelemetryReading& reading : all)
        reading[F::TargetElevation].confidence = 0.6;
    const auto records = finished(all);
    const auto at = indexOf(F::PlatformAltitude);
    QCOMPARE(records[10].qualities[at], Quality::Read);
    QCOMPARE(records[20].qualities[at], Quality::Rejected);
    QCOMPARE(records[20].doubts[at], Doubt::Unreadable);
    QVERIFY(std::abs(*records[20].values[at] - 820) < 5);
    for (const TelemetryRecord& record : records) {
        QCOMPARE(record.doubts[indexOf(F::TargetElevation)], Doubt::Unreadable);
        QVERIFY(record.qualities[indexOf(F::TargetElevation)] != Quality::Read);
    }
}

void TrackTest::anglesGivenByKlv()
{
    const FlightPlan plan;
    auto all = readings(plan);
    for (TelemetryReading& reading : all) {
        reading.source = Quality::Klv;
        for (FieldReading& field : reading.fields)
            field.text.clear();
        reading.cameraBearingDegrees = 120;
        reading.cameraDepressionDegrees = 40;
        reading.cameraRollDegrees = 3;
        reading.horizontalFovDegrees = 5;
    }
    for (const TelemetryRecord& record : finished(all)) {
        QVERIFY(record.pose);
        QCOMPARE(record.pose->bearingDegrees, 120.0);
        QCOMPARE(record.pose->depressionDegrees, 40.0);
        QCOMPARE(record.pose->rollDegrees, 3.0);
        QCOMPARE(record.pose->horizontalFovDegrees, 5.0);
        QCOMPARE(record.quality, Quality::Klv);
    }
}

void TrackTest::nothingKnown()
{
    QVERIFY(finished({}).empty());
    QVERIFY(!Track().live().pose);
    std::vector<TelemetryReading> all(5);
    for (int i = 0; i < 5; ++i)
        all[static_cast<std::size_t>(i)].timeSeconds = i;
    for (const TelemetryRecord& record : finished(all)) {
        QVERIFY(!record.pose);
        QCOMPARE(record.quality, Quality::None);
    }
    // One frame alone can be placed.
    const FlightPlan plan;
    const auto single = finished({readingAt(plan, 0)});
    QVERIFY(single[0].pose);
    QVERIFY(metresOff(single[0], plan) < 10);
}

void TrackTest::liveIsCausal()
{
    const FlightPlan plan;
    Track track;
    for (const TelemetryReading& reading : readings(plan)) {
        track.add(reading);
        const TelemetryRecord record = track.live();
        QCOMPARE(record.reading.frame, reading.frame);
        QVERIFY(record.pose);
        QVERIFY(metresOff(record, plan) < 20);
    }
}

/** A straight flight, quickly made: `range` is shown as slant range throughout. */
std::vector<TelemetryReading> longFlight(int frames, const QString& range)
{
    const TelemetryReading first = readingAt({}, 0);
    std::vector<TelemetryReading> all(std::size_t(frames), first);
    for (int i = 0; i < frames; ++i) {
        TelemetryReading& reading = all[std::size_t(i)];
        reading.frame = i;
        reading.timeSeconds = 0.5 * i;
        for (const F field : {F::PlatformLatitude, F::TargetLatitude})
            reading[field].value = *first[field].value + 1e-5 * double(i % 4000);
        reading[F::SlantRange].text = range;
        reading[F::SlantRange].value = readByGrammar(F::SlantRange, range)->value;
        reading.utc = first.utc.addMSecs(500 * i);
    }
    return all;
}

void TrackTest::contradictionThroughoutIsNoMoreWork()
{
    const auto secondsFor = [](int frames, const char* range) {
        const auto all = longFlight(frames, QString::fromLatin1(range));
        QElapsedTimer timer;
        timer.start();
        const auto records = finished(all);
        const double seconds = 1e-9 * double(timer.nsecsElapsed());
        const bool doubted = doubtOf(records[records.size() / 2], F::TargetLatitude) == Doubt::Contradiction;
        return doubted == (QLatin1String(range) == QLatin1String("5.0NM")) ? seconds : -1;
    };
    const double agreeing = secondsFor(20000, "0.4NM");
    const double contradicting = secondsFor(20000, "5.0NM");
    QVERIFY(agreeing > 0 && contradicting > 0);
    QVERIFY2(contradicting < 4 * agreeing,
             qPrintable(QStringLiteral("%1 s against %2 s").arg(contradicting).arg(agreeing)));
    qInfo("100,000 frames that all contradict are finished in %.2f s", secondsFor(100000, "5.0NM"));
}

void TrackTest::cancelled()
{
    Track track;
    for (const TelemetryReading& reading : readings({}))
        track.add(reading);
    Cancel cancel;
    QCOMPARE(track.finish(&cancel).size(), std::size_t(60));
    cancel.request();
    QVERIFY(track.finish(&cancel).empty());
}

/** As pictures tell it that say nothing of a direction: a position, a height, straight down. */
TelemetryReading withoutDirection(const FlightPlan& plan, int frame)
{
    TelemetryReading reading;
    reading.frame = frame;
    reading.timeSeconds = frame * plan.interval;
    reading.source = Quality::Klv;
    const TruePose pose = poseAt(plan, reading.timeSeconds);
    reading[F::PlatformLatitude].value = pose.latitude;
    reading[F::PlatformLongitude].value = pose.longitude;
    reading[F::PlatformAltitude].value = pose.height;
    reading.horizontalFovDegrees = 27;
    reading.cameraDepressionDegrees = 90;
    return reading;
}

void TrackTest::courseStandsForAnUnknownDirection()
{
    FlightPlan plan;
    plan.heading = 40;
    plan.frames = 6;
    plan.interval = 1;
    std::vector<TelemetryReading> all;
    for (int i = 0; i < plan.frames; ++i)
        all.push_back(withoutDirection(plan, i));
    for (const TelemetryRecord& record : finished(all)) {
        QVERIFY(record.pose);
        QVERIFY2(std::abs(record.pose->bearingDegrees - 40) < 1,
                 qPrintable(QString::number(record.pose->bearingDegrees)));
        QVERIFY(record.pose->bearingErrorDegrees >= 5);  // it is only the course
        QCOMPARE(record.pose->depressionDegrees, 90.0);
        QCOMPARE(record.quality, Quality::Klv);
    }
    // It stops and hovers: the direction is held. One that never moves has none: north.
    plan.speed = 0;
    const TruePose last = poseAt({plan.latitude, plan.longitude, plan.height, 40, 80}, 5);
    plan.latitude = last.latitude;
    plan.longitude = last.longitude;
    for (int i = 6; i < 16; ++i)
        all.push_back(withoutDirection(plan, i));
    const auto hovering = finished(all);
    QVERIFY(std::abs(hovering.back().pose->bearingDegrees - 40) < 15);
    QCOMPARE(finished({withoutDirection(plan, 0)})[0].pose->bearingDegrees, 0.0);
}

void TrackTest::joinedRecordingsAreFlightsOfTheirOwn()
{
    // The recorder was off for two seconds; the container counts on as if it had not been.
    const FlightPlan plan;
    std::vector<TelemetryReading> all;
    for (int i = 0; i < 60; ++i) {
        TelemetryReading reading = readingAt(plan, i < 30 ? i : i + 4);
        reading.frame = i;
        reading.timeSeconds = i * plan.interval;
        reading.startsRecording = i == 30;
        all.push_back(reading);
    }
    const auto records = finished(all);
    for (int i = 0; i < 60; ++i) {
        const double time = (i < 30 ? i : i + 4) * plan.interval;
        const TelemetryRecord& record = records[std::size_t(i)];
        const TruePose truth = poseAt(plan, time);
        QVERIFY(cv::norm(toEcef({record.pose->latitudeDegrees, record.pose->longitudeDegrees}) -
                         toEcef({truth.latitude, truth.longitude})) < 10);
        QCOMPARE(qualityOf(record, F::PlatformLatitude), Quality::Read);
        QVERIFY(std::abs(all[0].utc.msecsTo(record.utc) - 1000 * time) <= 1000);
    }
}

QTEST_GUILESS_MAIN(TrackTest)
#include "track_test.moc"
