#include "table/telemetry_table.h"

#include <QElapsedTimer>
#include <QFile>
#include <QTemporaryDir>
#include <QtTest>
#include <cmath>
#include <functional>

#include "base/error.h"
#include "geo/geoid.h"
#include "table_instants.h"
#include "track/track.h"

using namespace sheen;

namespace {

const cv::Size hd(1920, 1080);

bool near(double a, double b, double tolerance = 1e-6)
{
    return std::abs(a - b) <= tolerance;
}

double valueOf(const TelemetryReading& reading, OverlayField field)
{
    return reading[field].value.value_or(std::nan(""));
}

}  // namespace

class TelemetryTableTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void columnsAreRecognised_data();
    void columnsAreRecognised();
    void misb();
    void misbWithoutAttitudeLooksAtItsTarget();
    void airData();
    void djiFlightRecord();
    void djiSubtitles();
    void sheensOwn();
    void semicolonsAndDecimalCommas();
    void utf16FromASpreadsheet();
    void utcAgainstTheRecording();
    void shifted();
    void acrossNorthAndTheAntimeridian();
    void nothingOutsideAndInGaps();
    void blanksAndPlacesWithoutFix();
    void straightDownIsAssumed();
    void heightsAboveTheEllipsoidComeDown();
    void settingsHaveTheLastWord();
    void refuses_data();
    void refuses();
    void refusesWhatIsNoFile();
    void longTables();
    void fewBadCells_data();
    void fewBadCells();
    void badCellsOfAColumnThatIsNotNeeded();
    void timesThatRepeat();
    void clockCoarserThanItsRows();
    void rowsOutOfOrder();
    void namesTwiceThatAreNotUsed();
    void koreanSpreadsheets();
    void instantsOfSpreadsheets_data();
    void instantsOfSpreadsheets();
    void daysFirst();
    void overMidnight();
    void alignedByTheColumnThatMarksTheRecording();
    void alignedByTheCreationTime_data();
    void alignedByTheCreationTime();
    void notAligned();
    void heightsThatContradict();
    void compactSubtitles_data();
    void compactSubtitles();
    void subtitlesTellTheirClock();

private:
    QString write(const QByteArray& text, const QString& name = QStringLiteral("table.csv"))
    {
        const QString path = m_folder.filePath(name);
        QFile file(path);
        if (!file.open(QIODevice::WriteOnly))
            return {};
        file.write(text);
        return path;
    }
    /** A table of a row each second from `from` on, northwards by a hundredth of a degree. */
    static QByteArray rows(int count, const std::function<QByteArray(int)>& time, const QByteArray& more = {})
    {
        QByteArray text;
        for (int i = 0; i < count; ++i)
            text += time(i) + ',' + QByteArray::number(54 + 0.01 * i, 'f', 4) + ",7,800,40" + more + '\n';
        return text;
    }
    static QByteArray instant(int second)
    {
        return QDateTime(QDate(2025, 5, 13), QTime(18, 2, 7), Qt::UTC)
            .addSecs(second)
            .toString(QStringLiteral("yyyy-MM-dd HH:mm:ss"))
            .toLatin1();
    }
    static TableSettings withFov(double degrees)
    {
        TableSettings settings;
        settings.horizontalFovDegrees = degrees;
        return settings;
    }
    QTemporaryDir m_folder;
};

void TelemetryTableTest::columnsAreRecognised_data()
{
    QTest::addColumn<QString>("name");
    QTest::addColumn<QString>("meaning");
    QTest::addColumn<QString>("unit");
    const auto row = [](const char* name, const char* meaning, const char* unit) {
        QTest::newRow(name) << QString::fromUtf8(name) << QString::fromLatin1(meaning)
                            << QString::fromLatin1(unit);
    };
    row("Sensor Latitude", "latitude", "deg");
    row("SensorLatitude", "latitude", "deg");
    row("sensor_latitude_deg", "latitude", "deg");
    row("OSD.longitude", "longitude", "deg");
    row("Sensor True Altitude", "altitude", "m");
    row("altitude_above_seaLevel(feet)", "altitude", "ft");
    row("Altitude [m]", "altitude", "m");
    row("AltitudeFeet", "altitude", "ft");
    row("Altitude", "altitude", "");
    row("height_above_takeoff(meters)", "height", "m");
    row("OSD.height [ft]", "height", "ft");
    row("Platform Heading Angle", "heading", "deg");
    row("heading (rad)", "heading", "rad");
    row("Heading (\xc2\xb0)", "heading", "deg");
    row("Platform Pitch Angle (Full)", "pitch", "deg");
    row("gimbal_pitch(degrees)", "gimbal_pitch", "deg");
    row("GIMBAL.yaw", "gimbal_yaw", "deg");
    row("OSD.yaw [360]", "heading", "deg");
    row("Sensor Relative Azimuth Angle", "relative_azimuth", "deg");
    row("Sensor Horizontal Field of View", "horizontal_fov", "deg");
    row("time(millisecond)", "time", "ms");
    row("time_s", "time", "s");
    row("datetime(utc)", "utc", "");
    row("Precision Time Stamp", "utc", "");
    row("Slant Range (km)", "slant_range", "km");
    row("FocalLengthIn35mmFilm", "equivalent_focal_length", "mm");
    row("focal_length_mm", "focal_length", "mm");
    row("Frame Center Latitude", "target_latitude", "deg");
    row("speed(mph)", "unused", "");
    row("platform_latitude_raw", "unused", "");
}

void TelemetryTableTest::columnsAreRecognised()
{
    QFETCH(QString, name);
    QFETCH(QString, meaning);
    QFETCH(QString, unit);
    const TableText text = TableText::load(write("other," + name.toUtf8() + "\nx,1\n"));
    const std::vector<TableColumn> columns = recogniseColumns(text);
    QCOMPARE(columns.size(), std::size_t(2));
    QCOMPARE(meaningName(columns[1].meaning), meaning);
    QCOMPARE(columns[1].unit, unit);
}

void TelemetryTableTest::misb()
{
    // Heading 90, camera 45 to its right, 30 below the horizon; instants in microseconds.
    const TelemetryTable table = TelemetryTable::load(write(
        "Precision Time Stamp,Platform Heading Angle,Platform Pitch Angle,Platform Roll Angle,Sensor "
        "Latitude,Sensor Longitude,Sensor True Altitude,Sensor Horizontal Field of View,Sensor Relative "
        "Azimuth Angle,Sensor Relative Elevation Angle,Sensor Relative Roll Angle,Slant Range\n"
        "1347979911000000,90,0,0,41.1,-104.8,2900,3.1,45,-30,0,5800\n"
        "1347979912000000,90,0,0,41.2,-104.9,2950,3.1,45,-30,0,5800\n"));
    const auto reading = table.at(7, 0.5, hd);
    QVERIFY(reading);
    QCOMPARE(reading->source, Quality::Klv);
    QCOMPARE(reading->frame, 7);
    QVERIFY(near(valueOf(*reading, OverlayField::PlatformLatitude), 41.15));
    QVERIFY(near(valueOf(*reading, OverlayField::PlatformAltitude), 2925));
    QVERIFY(near(reading->cameraBearingDegrees.value_or(0), 135));
    QVERIFY(near(reading->cameraDepressionDegrees.value_or(0), 30));
    QVERIFY(near(reading->horizontalFovDegrees.value_or(0), 3.1));
    QCOMPARE(reading->utc.toString(Qt::ISODateWithMs), QStringLiteral("2012-09-18T14:51:51.500Z"));
    QVERIFY(!table.assumesStraightDown());
}

void TelemetryTableTest::misbWithoutAttitudeLooksAtItsTarget()
{
    const TelemetryTable table = TelemetryTable::load(
        write("time_s,Platform Heading Angle,Sensor Latitude,Sensor Longitude,Sensor True Altitude,Sensor "
              "Horizontal Field of View,Sensor Relative Azimuth Angle,Sensor Relative Elevation Angle,Frame "
              "Center Latitude,Frame Center Longitude\n0,90,41.1,-104.8,2900,3.1,45,-30,41.2,-104.7\n"));
    const auto reading = table.at(0, 0, hd);
    QVERIFY(reading);
    QVERIFY(!reading->cameraBearingDegrees);
    QVERIFY(near(valueOf(*reading, OverlayField::TargetLatitude), 41.2));
}

void TelemetryTableTest::airData()
{
    const TelemetryTable table = TelemetryTable::load(
        write("time(millisecond),datetime(utc),latitude,longitude,height_above_takeoff(feet),"
              "altitude_above_seaLevel(feet),compass_heading(degrees), pitch(degrees), roll(degrees),isVideo,"
              "gimbal_heading(degrees),gimbal_pitch(degrees),gimbal_roll(degrees),altitude(feet)\n"
              "0,2021-05-07 14:03:11,54.1,7.9,100,328.084,10,5,6,1,200,-90,0,100\n"
              "100,2021-05-07 14:03:11,54.1001,7.9,100,328.084,10,5,6,1,200,-90,0,100\n"),
        withFov(70));
    const auto reading = table.at(0, 0.1, hd);
    QVERIFY(reading);
    QVERIFY(near(valueOf(*reading, OverlayField::PlatformLatitude), 54.1001));
    QVERIFY(near(valueOf(*reading, OverlayField::PlatformAltitude), 100, 1e-3));
    QVERIFY(near(valueOf(*reading, OverlayField::PlatformHeading), 10));
    // DJI's gimbal angles are true: the aircraft's own do not matter.
    QVERIFY(near(reading->cameraBearingDegrees.value_or(0), 200));
    QVERIFY(near(reading->cameraDepressionDegrees.value_or(0), 90));
    QVERIFY(near(reading->horizontalFovDegrees.value_or(0), 70));
    QVERIFY(reading->utc.isValid());
    QVERIFY(!table.assumesTakeOffAtSea());
}

void TelemetryTableTest::djiFlightRecord()
{
    const TelemetryTable table = TelemetryTable::load(
        write(
            "sep=,\nCUSTOM.updateTime,OSD.flyTime,OSD.flyTime [s],OSD.latitude,OSD.longitude,OSD.height [ft],"
            "OSD.yaw,OSD.yaw [360],GIMBAL.pitch,GIMBAL.roll,GIMBAL.yaw\n"
            "2020/11/24 08:32:31.84,0m 0s,0,54.1,7.9,1000,-10,350,-45,0,-20\n"
            "2020/11/24 08:32:31.94,0m 0.1s,0.1,54.1,7.9,1000,-10,350,-45,0,-20\n"),
        withFov(70));
    const auto reading = table.at(0, 0.05, hd);
    QVERIFY(reading);
    QVERIFY(near(valueOf(*reading, OverlayField::PlatformAltitude), 304.8));
    QVERIFY(near(valueOf(*reading, OverlayField::PlatformHeading), 350));
    QVERIFY(near(reading->cameraBearingDegrees.value_or(0), 340));
    QVERIFY(near(reading->cameraDepressionDegrees.value_or(0), 45));
    QCOMPARE(reading->utc.toString(Qt::ISODateWithMs), QStringLiteral("2020-11-24T08:32:31.890Z"));
    QVERIFY(table.assumesTakeOffAtSea());
}

void TelemetryTableTest::djiSubtitles()
{
    QByteArray text;
    for (int i = 0; i < 3; ++i) {
        text += QStringLiteral(
                    "%1\n00:00:0%2,000 --> 00:00:0%3,000\n<font size=\"28\">FrameCnt: %1, DiffTime: "
                    "33ms\n2023-05-01 "
                    "10:11:12.345\n[iso: 110] [shutter: 1/200.0] [fnum: 280] [color_md: default] [focal_len: "
                    "240] "
                    "[latitude: 24.%2] [longitude: -120.5] [rel_alt: 1.200 abs_alt: 104.5] [gb_yaw: 12.0 "
                    "gb_pitch: "
                    "-90.0 gb_roll: 0.0] </font>\n\n")
                    .arg(i + 1)
                    .arg(i)
                    .arg(i + 1)
                    .toUtf8();
    }
    const TelemetryTable table = TelemetryTable::load(write(text, QStringLiteral("DJI_0001.SRT")));
    QCOMPARE(table.rowCount(), 3);
    const auto reading = table.at(30, 1.5, cv::Size(4000, 3000));
    QVERIFY(reading);
    QVERIFY(near(valueOf(*reading, OverlayField::PlatformLatitude), 24.15));
    QVERIFY(near(valueOf(*reading, OverlayField::PlatformLongitude), -120.5));
    QVERIFY(near(valueOf(*reading, OverlayField::PlatformAltitude), 104.5));
    QVERIFY(near(reading->cameraDepressionDegrees.value_or(0), 90));
    // 24 mm on film: the diagonal sees 84.1 degrees, of 4:3 the width 71.6.
    QVERIFY(near(reading->horizontalFovDegrees.value_or(0), 71.6, 0.1));
}

void TelemetryTableTest::sheensOwn()
{
    const TelemetryTable table = TelemetryTable::load(write(
        "frame,time_s,utc,quality,platform_latitude_deg,platform_longitude_deg,platform_altitude_m,"
        "platform_heading_deg,sensor,focal_length_mm,horizontal_fov_deg,target_latitude_deg,"
        "target_longitude_deg,target_elevation_m,target_bearing_deg,slant_range_m,camera_bearing_deg,"
        "camera_depression_deg,platform_latitude_raw,camera_roll_deg,camera_latitude_deg,"
        "camera_longitude_deg,camera_height_m\n"
        "0,0,2026-06-07T01:02:03.000Z,read,34.1,128.2,820,75,EOW,13,40.5,,,,,,75.5,89.5,34:06:00N,0.5,34.2,"
        "128.3,815\n"
        "15,0.5,2026-06-07T01:02:03.500Z,read,34.1,128.2,820,75,EOW,13,40.5,,,,,,75.5,89.5,34:06:00N,0.5,34."
        "3,"
        "128.3,815\n"
        "30,1,,none,,,,,,,,,,,,,,,,,,,\n"));
    const auto reading = table.at(15, 99, hd);
    QVERIFY(reading);
    QVERIFY(near(valueOf(*reading, OverlayField::PlatformLatitude), 34.3));
    QVERIFY(near(valueOf(*reading, OverlayField::PlatformAltitude), 815));
    QVERIFY(near(reading->cameraBearingDegrees.value_or(0), 75.5));
    QVERIFY(near(reading->cameraRollDegrees.value_or(0), 0.5));
    QCOMPARE((*reading)[OverlayField::Sensor].text, QStringLiteral("EOW"));
}

void TelemetryTableTest::semicolonsAndDecimalCommas()
{
    const TelemetryTable table = TelemetryTable::load(
        write("\xef\xbb\xbf\"Time (s)\";\"Lat\";\"Lon\";\"Altitude (m)\";\"HFOV\";\"note; here\"\r\n"
              "\"0,5\";54,25N;7,5W;\"820,5\";40,5;\"one; "
              "\"\"two\"\"\nthree\"\r\n\r\n1,5;54,5N;7,5W;821,5;40,5;\r\n"));
    const auto reading = table.at(0, 1.0, hd);
    QVERIFY(reading);
    QVERIFY(near(valueOf(*reading, OverlayField::PlatformLatitude), 54.375));
    QVERIFY(near(valueOf(*reading, OverlayField::PlatformLongitude), -7.5));
    QVERIFY(near(valueOf(*reading, OverlayField::PlatformAltitude), 821));
}

void TelemetryTableTest::utf16FromASpreadsheet()
{
    const QString text = QStringLiteral("t (s)\tlat\tlon\talt (ft)\thfov\r\n0\t54\t7\t1000\t40\r\n");
    QByteArray bytes("\xff\xfe", 2);
    for (const QChar each : text) {
        bytes += char(each.unicode() & 0xff);
        bytes += char(each.unicode() >> 8);
    }
    const TelemetryTable table = TelemetryTable::load(write(bytes));
    QVERIFY(near(valueOf(table.at(0, 0, hd).value(), OverlayField::PlatformAltitude), 304.8));
}

void TelemetryTableTest::utcAgainstTheRecording()
{
    const QByteArray header = "utc,lat,lon,alt_m,hfov\n";
    for (const QByteArray& rows :
         {QByteArray("2026-06-07T01:02:03+00:00,54,7,800,40\n2026-06-07T01:02:05.000000Z,55,7,800,40\n"),
          QByteArray("2026-06-07 03:02:03+02:00,54,7,800,40\n2026/06/07 01:02:05,55,7,800,40\n"),
          QByteArray("1780794123,54,7,800,40\n1780794125,55,7,800,40\n"),
          QByteArray("1780794123000,54,7,800,40\n1780794125000,55,7,800,40\n"),
          QByteArray("01:02:03,54,7,800,40\n01:02:05.000,55,7,800,40\n")}) {
        TelemetryTable table = TelemetryTable::load(write(header + rows));
        const auto reading = table.at(0, 1, hd);  // the table begins with the recording
        QVERIFY2(reading, rows.constData());
        QVERIFY2(near(valueOf(*reading, OverlayField::PlatformLatitude), 54.5), rows.constData());
        if (rows.startsWith("01"))
            continue;
        table.setRecordingStart(QDateTime::fromString(QStringLiteral("2026-06-07T01:02:04Z"), Qt::ISODate));
        QVERIFY2(near(valueOf(table.at(0, 0, hd).value(), OverlayField::PlatformLatitude), 54.5),
                 rows.constData());
    }
}

void TelemetryTableTest::shifted()
{
    TableSettings settings;
    settings.shiftSeconds = -10;  // the recording was started ten seconds after the table
    const QString path = write("time_s,frame,lat,lon,alt_m,hfov\n10,0,54,7,800,40\n12,60,55,7,800,40\n");
    const TelemetryTable table = TelemetryTable::load(path, settings);
    QVERIFY(near(valueOf(table.at(60, 1, hd).value(), OverlayField::PlatformLatitude), 54.5));
    QCOMPARE(table.span(), std::pair(0.0, 2.0));
    // Not shifted, the frame counts.
    QVERIFY(
        near(valueOf(TelemetryTable::load(path).at(60, 1, hd).value(), OverlayField::PlatformLatitude), 55));
}

void TelemetryTableTest::acrossNorthAndTheAntimeridian()
{
    const TelemetryTable table =
        TelemetryTable::load(write("t_s,lat,lon,alt_m,hfov,heading,gimbal_yaw,gimbal_pitch\n"
                                   "0,-17,179.999,800,40,358,-1,-60\n1,-17,-179.999,800,40,2,3,-60\n"));
    const auto reading = table.at(0, 0.75, hd);
    QVERIFY(reading);
    QVERIFY(near(valueOf(*reading, OverlayField::PlatformLongitude), -179.9995));
    QVERIFY(near(valueOf(*reading, OverlayField::PlatformHeading), 1));
    QVERIFY(near(reading->cameraBearingDegrees.value_or(-1), 2));
}

void TelemetryTableTest::nothingOutsideAndInGaps()
{
    const TelemetryTable table =
        TelemetryTable::load(write("t_s,lat,lon,alt_m,hfov\n0,54,7,800,40\n2,54,7,800,40\n60,55,7,800,40\n"));
    QVERIFY(table.at(0, -0.4, hd));
    QVERIFY(!table.at(0, -0.6, hd));
    QVERIFY(table.at(0, 60.4, hd));
    QVERIFY(!table.at(0, 61, hd));
    QVERIFY(table.at(0, 2.3, hd));
    QVERIFY(!table.at(0, 30, hd));
    QVERIFY(table.covers(0, 30));
    QVERIFY(!table.covers(0, 61));
}

void TelemetryTableTest::blanksAndPlacesWithoutFix()
{
    const TelemetryTable table = TelemetryTable::load(
        write("t_s,lat,lon,alt_m,hfov,gimbal_pitch,gimbal_yaw\n0,0.0,0.0,0,40,-90,0\n"
              "1,54,7,800,40,,N/A\n2,54.5,7,801,0,-80,0\n3,55,7,-,40,-90,0\n\n4,55,7,800,,NaN\n"));
    QVERIFY(!table.at(0, 0, hd));
    const auto reading = table.at(0, 2, hd);
    QVERIFY(reading);
    QVERIFY(near(reading->cameraDepressionDegrees.value_or(0), 80));
    QVERIFY(near(reading->horizontalFovDegrees.value_or(0), 40));  // a field of no width is none
    QVERIFY(near(table.at(0, 1, hd)->cameraDepressionDegrees.value_or(0), 85));
}

void TelemetryTableTest::straightDownIsAssumed()
{
    const TelemetryTable table = TelemetryTable::load(
        write("t_s,lat,lon,alt_m,hfov\n0,54,7,800,40\n1,54,7.001,800,40\n2,54,7.002,800,40\n"));
    QVERIFY(table.assumesStraightDown());
    const auto reading = table.at(0, 1, hd);
    QVERIFY(reading);
    QVERIFY(near(reading->cameraDepressionDegrees.value_or(0), 90));
    QVERIFY(near(reading->cameraBearingDegrees.value_or(0), 90, 1e-3));  // along its course
}

void TelemetryTableTest::heightsAboveTheEllipsoidComeDown()
{
    const Geoid* geoid = Geoid::installed();
    if (!geoid)
        QSKIP("PROJ has no geoid here");
    const TelemetryTable table =
        TelemetryTable::load(write("t_s,Sensor Latitude,Sensor Longitude,Sensor Ellipsoid Height,hfov\n"
                                   "0,54,7,1000,40\n1,54,7,1000,40\n"));
    const double height = valueOf(table.at(0, 0, hd).value(), OverlayField::PlatformAltitude);
    QVERIFY(near(height, 1000 - geoid->heightMetres({54, 7})));
    QVERIFY(height < 970);  // the North Sea lies some 40 m above the ellipsoid
    QVERIFY(!table.assumesTakeOffAtSea());
}

void TelemetryTableTest::settingsHaveTheLastWord()
{
    const QString path = write("Uhr,Breite,Laenge,Altitude,lat\n0,54,7,1000,1\n1,54,7,1000,1\n");
    TableSettings settings = withFov(40);
    settings.meanings = {{QStringLiteral("Uhr"), QStringLiteral("time")},
                         {QStringLiteral("Breite"), QStringLiteral("latitude")},
                         {QStringLiteral("laenge"), QStringLiteral("longitude")}};
    settings.units = {{QStringLiteral("Altitude"), QStringLiteral("feet")},
                      {QStringLiteral("Uhr"), QStringLiteral("s")}};
    const TelemetryTable table = TelemetryTable::load(path, settings);
    QVERIFY(near(valueOf(table.at(0, 0, hd).value(), OverlayField::PlatformLatitude), 54));
    QVERIFY(near(valueOf(table.at(0, 0, hd).value(), OverlayField::PlatformAltitude), 304.8));
    const TableSettings again = TableSettings::fromJson(settings.toJson());
    QCOMPARE(again.meanings, settings.meanings);
    QCOMPARE(again.units, settings.units);
    QCOMPARE(again.horizontalFovDegrees, settings.horizontalFovDegrees);

    for (const auto& [column, unit] : {std::pair("None", "m"), std::pair("Altitude", "deg")}) {
        TableSettings wrong = settings;
        wrong.units = {{QString::fromLatin1(column), QString::fromLatin1(unit)}};
        try {
            TelemetryTable::load(path, wrong);
            QFAIL("taken");
        } catch (const Error& error) {
            QCOMPARE(error.kind(), ErrorKind::Usage);
            QVERIFY2(error.sentence().contains(QString::fromLatin1(column)), qPrintable(error.sentence()));
        }
    }
}

void TelemetryTableTest::refuses_data()
{
    QTest::addColumn<QByteArray>("text");
    QTest::addColumn<QString>("named");
    const QByteArray good = "t_s,lat,lon,alt_m,hfov\n";
    QTest::newRow("empty") << QByteArray() << "empty";
    QTest::newRow("blank lines") << QByteArray("\n\n  \n") << "empty";
    QTest::newRow("header alone") << good << "no rows";
    QTest::newRow("binary") << QByteArray("\x89PNG\0\0\0\1,\2", 10) << "no text";
    QTest::newRow("no position") << QByteArray("t_s,alt_m,hfov\n0,800,40\n") << "no position";
    QTest::newRow("no time") << QByteArray("lat,lon,alt_m,hfov\n54,7,800,40\n") << "times";
    QTest::newRow("no height") << QByteArray("t_s,lat,lon,hfov\n0,54,7,40\n") << "height";
    QTest::newRow("no field of view") << QByteArray("t_s,lat,lon,alt_m\n0,54,7,800\n") << "--hfov";
    QTest::newRow("no unit") << QByteArray("t_s,lat,lon,Altitude,hfov\n0,54,7,800,40\n")
                             << "--units \"Altitude=m\"";
    QTest::newRow("text for a number") << good + "0,54,7,800,40\n1,north,7,800,40\n"
                                       << "line 3, column \"lat\"";
    QTest::newRow("after a quoted line")
        << good.trimmed() + ",note\n0,54,7,800,40,\"a\nb\"\n\n1,x,7,800,40,\n"
        << "line 5, column \"lat\"";
    QTest::newRow("out of range") << good + "0,540,7,800,40\n"
                                  << "line 2, column \"lat\"";
    QTest::newRow("no time in a row")
        << QByteArray("utc,lat,lon,alt_m,hfov\nnoon-ish,54,7,800,40\n") << "line 2";
    QTest::newRow("out of order") << good + "1,54,7,800,40\n0,54,7,800,40\n"
                                  << "line 3: \"t_s\" goes back";
    QTest::newRow("duplicated") << good + "1,54,7,800,40\n1,55,7,800,40\n"
                                << "line 3: \"t_s\" is 1 as in line 2";
    QTest::newRow("named twice") << QByteArray("t_s,lat,lat\n0,1,2\n") << "twice";
    QTest::newRow("only blanks") << good + ",,,,\n,,,,\n"
                                 << "no row";
    QTest::newRow("subtitles without telemetry")
        << QByteArray("1\n00:00:01,000 --> 00:00:02,000\nGood evening.\n") << "no rows";
}

void TelemetryTableTest::refuses()
{
    QFETCH(QByteArray, text);
    QFETCH(QString, named);
    const QString path = write(text);
    try {
        TelemetryTable::load(path);
        QFAIL("taken");
    } catch (const Error& error) {
        QCOMPARE(error.kind(), ErrorKind::Unreadable);
        QVERIFY2(error.sentence().contains(named), qPrintable(error.sentence()));
        QVERIFY2(error.sentence().contains(QStringLiteral("table.csv")), qPrintable(error.sentence()));
        QVERIFY2(error.sentence().endsWith(QLatin1Char('.')), qPrintable(error.sentence()));
    }
}

void TelemetryTableTest::refusesWhatIsNoFile()
{
    QVERIFY_EXCEPTION_THROWN(TelemetryTable::load(m_folder.filePath(QStringLiteral("none.csv"))), Error);
    QVERIFY_EXCEPTION_THROWN(TelemetryTable::load(m_folder.path()), Error);
}

void TelemetryTableTest::longTables()
{
    QByteArray text =
        "Precision Time Stamp,Platform Heading Angle,Sensor Latitude,Sensor Longitude,Sensor True "
        "Altitude,Sensor Horizontal Field of View,Mission ID\n";
    for (int i = 0; i < 200000; ++i)
        text += QByteArray::number(1347979911000000LL + i * 40000LL) + ",90.5," +
                QByteArray::number(41 + i * 1e-6, 'f', 7) + ",-104.83929,2973.5,3.0650,\"MISSION 01\"\n";
    const QString path = write(text);
    QElapsedTimer timer;
    timer.start();
    const TelemetryTable table = TelemetryTable::load(path);
    qInfo("%d rows in %lld ms", table.rowCount(), timer.restart());
    for (int i = 0; i < 200000; ++i)
        QVERIFY(table.at(i, i * 0.04, hd));
    qInfo("%d frames in %lld ms", table.rowCount(), timer.elapsed());
}

void TelemetryTableTest::fewBadCells_data()
{
    QTest::addColumn<QByteArray>("latitude");
    QTest::newRow("overflow") << QByteArray("-5.797244833965e+148");
    QTest::newRow("minus one") << QByteArray("4294967295");
    QTest::newRow("text") << QByteArray("#REF!");
    QTest::newRow("infinite") << QByteArray("inf");
}

void TelemetryTableTest::fewBadCells()
{
    QFETCH(QByteArray, latitude);
    QByteArray text = "t_s,lat,lon,alt_m,hfov\n";
    for (int i = 0; i < 61; ++i)
        text += QByteArray::number(0.1 * i, 'f', 1) + ',' +
                (i == 23 || i == 40 ? latitude : QByteArray::number(54 + 1e-4 * i, 'f', 6)) + ",7,800,40\n";
    const TelemetryTable table = TelemetryTable::load(write(text));
    QCOMPARE(table.repairs().rowsLeftOut, 2);
    QVERIFY2(table.repairs().firstFault.contains(QStringLiteral("line 25, column \"lat\"")),
             qPrintable(table.repairs().firstFault));
    QVERIFY(near(valueOf(table.at(0, 2.3, hd).value(), OverlayField::PlatformLatitude), 54 + 23e-4));
}

void TelemetryTableTest::badCellsOfAColumnThatIsNotNeeded()
{
    const auto with = [this](int bad) {
        QByteArray text = "t_s,lat,lon,alt_m,hfov,heading\n";
        for (int i = 0; i < 20; ++i)
            text += QByteArray::number(i) + ",54,7,800,40," + (i < bad ? "north" : "90") + '\n';
        return TelemetryTable::load(write(text));
    };
    const TelemetryTable table = with(3);
    QCOMPARE(table.repairs().rowsLeftOut, 0);
    QCOMPARE(table.repairs().cellsLeftOut, 3);
    QVERIFY(table.at(0, 0, hd));
    // A column that is mostly nonsense is none of numbers: the analyst is asked.
    QVERIFY_EXCEPTION_THROWN(with(12), Error);
}

void TelemetryTableTest::timesThatRepeat()
{
    // A row written twice, and one written anew.
    QByteArray text = "t_s,lat,lon,alt_m,hfov\n";
    for (int i = 0; i < 20; ++i) {
        const QByteArray row = QByteArray::number(i) + ',' + QByteArray::number(54 + i) + ",7,800,40\n";
        text += row;
        if (i == 5)
            text += row;
        if (i == 9)
            text += "9,64,7,800,40\n";
    }
    const TelemetryTable table = TelemetryTable::load(write(text));
    QCOMPARE(table.repairs().rowsRepeated, 2);
    QVERIFY(!table.repairs().isSpread);
    QVERIFY(near(valueOf(table.at(0, 5.5, hd).value(), OverlayField::PlatformLatitude), 59.5));
    QVERIFY(near(valueOf(table.at(0, 9, hd).value(), OverlayField::PlatformLatitude), 64));
}

void TelemetryTableTest::clockCoarserThanItsRows()
{
    // Ten rows a second, the table begins and ends within a second.
    QByteArray text = "timestamp,lat,lon,alt_m,hfov\n";
    for (int i = 6; i < 44; ++i)
        text += instant(i / 10) + ',' + QByteArray::number(54 + 1e-4 * i, 'f', 6) + ",7,800,40\n";
    const TelemetryTable table = TelemetryTable::load(write(text));
    QVERIFY(table.repairs().isSpread);
    for (const double time : {0.0, 0.15, 1.0, 2.34, 3.7}) {
        const auto reading = table.at(0, time, hd);
        QVERIFY(reading);
        QVERIFY2(near(valueOf(*reading, OverlayField::PlatformLatitude), 54 + 1e-4 * (6 + 10 * time)),
                 qPrintable(QString::number(time)));
    }
}

void TelemetryTableTest::rowsOutOfOrder()
{
    const auto tableOf = [this](const std::vector<int>& seconds) {
        QByteArray text = "t_s,lat,lon,alt_m,hfov\n";
        for (const int second : seconds)
            text +=
                QByteArray::number(second) + ',' + QByteArray::number(50 + second / 100.0) + ",7,800,40\n";
        return TelemetryTable::load(write(text));
    };
    const TelemetryTable late = tableOf({0, 1, 2, 4, 5, 3, 6, 7, 8, 9});
    QCOMPARE(late.repairs().rowsMisplaced, 1);
    QVERIFY(near(valueOf(late.at(0, 3, hd).value(), OverlayField::PlatformLatitude), 50.03));
    // A time far ahead among good ones is itself the wrong one.
    const TelemetryTable ahead = tableOf({0, 1, 90, 2, 3, 4, 5, 6, 7, 8});
    QCOMPARE(ahead.repairs().rowsMisplaced, 1);
    QCOMPARE(ahead.span().second, 8.0);
    // Another recording, appended.
    QVERIFY_EXCEPTION_THROWN(tableOf({0, 1, 2, 3, 4, 0, 1, 2, 3, 4}), Error);
}

void TelemetryTableTest::namesTwiceThatAreNotUsed()
{
    const QByteArray names = "t_s,lat,lon,alt_m,hfov,message,message,heading,heading\n";
    const TelemetryTable table =
        TelemetryTable::load(write(names + "0,54,7,800,40,a,b,,90\n1,54,7,800,40,,,,90\n"));
    QVERIFY(near(valueOf(table.at(0, 0, hd).value(), OverlayField::PlatformHeading), 90));
    QVERIFY_EXCEPTION_THROWN(TelemetryTable::load(write(names + "0,54,7,800,40,a,b,80,90\n")), Error);
}

void TelemetryTableTest::koreanSpreadsheets()
{
    // "시간(s),위도,경도,고도(m),방위,화각,똠" in CP949; the last letter is not in EUC-KR.
    const QByteArray header =
        QByteArray::fromHex("bdc3b0a32873292cc0a7b5b52cb0e6b5b52cb0edb5b5286d292cb9e6c0a72cc8adb0a22c8c630a");
    const TableText text = TableText::load(write(header + "0,35.2,129.45,900,40,27,1\n"));
    QCOMPARE(text.names().first(), QStringLiteral("시간(s)"));
    QCOMPARE(text.names().last(), QStringLiteral("똠"));
    const TelemetryTable table(text, recogniseColumns(text));
    const auto reading = table.at(0, 0, hd);
    QVERIFY(reading);
    QVERIFY(near(valueOf(*reading, OverlayField::PlatformLatitude), 35.2));
    QVERIFY(near(valueOf(*reading, OverlayField::PlatformAltitude), 900));
    QVERIFY(near(valueOf(*reading, OverlayField::PlatformHeading), 40));
    QVERIFY(near(reading->horizontalFovDegrees.value_or(0), 27));
    // A degree sign of an older program is none of Korean.
    const TableText older =
        TableText::load(write("t_s,Heading (\xb0),Pitch (\xb0"
                              "C)\n0,90,1\n"));
    QCOMPARE(older.names()[1], QStringLiteral("Heading (°)"));
    QCOMPARE(older.names()[2], QStringLiteral("Pitch (°C)"));
}

void TelemetryTableTest::instantsOfSpreadsheets_data()
{
    QTest::addColumn<QString>("cell");
    QTest::addColumn<QString>("utc");
    const auto row = [](const char* cell, const char* utc) {
        QTest::newRow(cell) << QString::fromUtf8(cell) << QString::fromLatin1(utc);
    };
    row("2025-05-14 3:12:07", "2025-05-14T03:12:07.000Z");
    row("2025-05-14 3:12", "2025-05-14T03:12:00.000Z");
    row("2025/5/4 13:02:07.25", "2025-05-04T13:02:07.250Z");
    row("2025. 5. 14. 오전 3:12:07", "2025-05-14T03:12:07.000Z");
    row("2025-05-14 오후 3:12", "2025-05-14T15:12:00.000Z");
    row("2025-05-14 오전 12:00:01", "2025-05-14T00:00:01.000Z");
    row("2025-05-14 오후 12:00:01", "2025-05-14T12:00:01.000Z");
    row("5/14/2025 3:12:07 AM", "2025-05-14T03:12:07.000Z");
    row("5/14/2025 12:12 PM", "2025-05-14T12:12:00.000Z");
    row("5/14/2025 12:12:01 AM", "2025-05-14T00:12:01.000Z");
    row("2025-05-14T03:12:07+09:00", "2025-05-13T18:12:07.000Z");
    row("2025-05-14 03:12:07 UTC", "2025-05-14T03:12:07.000Z");
    row("2025.05.14 03:12:07", "2025-05-14T03:12:07.000Z");
    row("2025-13-14 03:12:07", "");
    row("2025-05-14 24:12:07", "");
    row("5/14/2025 13:12 PM", "");
    row("14 May", "");
}

void TelemetryTableTest::instantsOfSpreadsheets()
{
    QFETCH(QString, cell);
    QFETCH(QString, utc);
    const QByteArray bytes = cell.toUtf8();
    const auto instant = instantInCell(std::string_view(bytes.constData(), std::size_t(bytes.size())));
    QCOMPARE(instant.has_value(), !utc.isEmpty());
    if (instant)
        QCOMPARE(QDateTime::fromMSecsSinceEpoch(std::llround(*instant * 1000), Qt::UTC)
                     .toString(Qt::ISODateWithMs),
                 utc);
}

void TelemetryTableTest::daysFirst()
{
    // From the 12th to the 13th of May: the second date says how the first is meant.
    const TelemetryTable table =
        TelemetryTable::load(write("utc,lat,lon,alt_m,hfov\n12/05/2025 23:59:59,54,7,800,40\n"
                                   "13/05/2025 00:00:00,54.1,7,800,40\n13/05/2025 00:00:01,54.2,7,800,40\n"));
    QCOMPARE(table.at(0, 0, hd)->utc.toString(Qt::ISODate), QStringLiteral("2025-05-12T23:59:59Z"));
    QVERIFY(near(valueOf(table.at(0, 1.5, hd).value(), OverlayField::PlatformLatitude), 54.15));
}

void TelemetryTableTest::overMidnight()
{
    const TelemetryTable table =
        TelemetryTable::load(write("utc,lat,lon,alt_m,hfov\n23:59:58,54,7,800,40\n23:59:59,54.1,7,800,40\n"
                                   "00:00:00,54.2,7,800,40\n00:00:01,54.3,7,800,40\n"));
    QCOMPARE(table.repairs().rowsMisplaced, 0);
    QCOMPARE(table.span(), std::pair(0.0, 3.0));
    QVERIFY(near(valueOf(table.at(0, 2.5, hd).value(), OverlayField::PlatformLatitude), 54.25));
}

void TelemetryTableTest::alignedByTheColumnThatMarksTheRecording()
{
    // Two recordings of the flight: the one of six seconds is ours.
    QByteArray text = "datetime(utc),lat,lon,alt_m,hfov,isVideo\n";
    for (int i = 0; i < 620; ++i)
        text += instant(i) + ',' + QByteArray::number(54 + 1e-3 * i, 'f', 4) + ",7,800,40," +
                ((i >= 100 && i < 150) || (i >= 600 && i < 606) ? "1" : "0") + '\n';
    TelemetryTable table = TelemetryTable::load(write(text));
    table.align({}, 6);
    QVERIFY(table.alignment());
    QVERIFY(table.alignment()->by == TableAlignment::By::RecordingColumn);
    QCOMPARE(table.secondsBeforeRecording(), 600.0);
    const auto first = table.at(0, 0, hd);
    QVERIFY(near(valueOf(first.value(), OverlayField::PlatformLatitude), 54.6));
    QCOMPARE(first->utc.toString(Qt::ISODate), QStringLiteral("2025-05-13T18:12:07Z"));
    // What the container says otherwise is told.
    table.align(QDateTime(QDate(2025, 5, 13), QTime(18, 7, 7), Qt::UTC), 6);
    QCOMPARE(table.secondsBeforeRecording(), 600.0);
    QVERIFY(near(table.alignment()->creationTimeDiffersSeconds.value_or(0), -300, 7));
    // The analyst's shift comes on top.
    table.setShift(-10);
    QVERIFY(near(valueOf(table.at(0, 0, hd).value(), OverlayField::PlatformLatitude), 54.61));
}

void TelemetryTableTest::alignedByTheCreationTime_data()
{
    QTest::addColumn<QString>("createdAt");
    QTest::addColumn<double>("secondsBefore");
    QTest::newRow("begin, in UTC") << "2025-05-13T18:12:07Z" << 600.0;
    QTest::newRow("in another zone") << "2025-05-14T03:12:07Z" << 600.0;
    QTest::newRow("end, at the end of the table") << "2025-05-13T18:12:27Z" << 600.0;
}

void TelemetryTableTest::alignedByTheCreationTime()
{
    QFETCH(QString, createdAt);
    QFETCH(double, secondsBefore);
    const QByteArray header = "datetime(utc),lat,lon,alt_m,hfov\n";
    TelemetryTable table = TelemetryTable::load(write(header + rows(621, instant)));
    table.align(QDateTime::fromString(createdAt, Qt::ISODate), 20);
    QVERIFY(table.alignment());
    QVERIFY(table.alignment()->by == TableAlignment::By::CreationTime);
    QCOMPARE(table.secondsBeforeRecording(), secondsBefore);
    // The same where the table counts seconds and has instants beside them.
    const auto both = [](int i) { return QByteArray::number(i) + ',' + instant(i); };
    TelemetryTable counting =
        TelemetryTable::load(write("time_s,datetime(utc),lat,lon,alt_m,hfov\n" + rows(621, both)));
    counting.align(QDateTime::fromString(createdAt, Qt::ISODate), 20);
    QCOMPARE(counting.secondsBeforeRecording(), secondsBefore);
}

void TelemetryTableTest::notAligned()
{
    const QByteArray header = "datetime(utc),lat,lon,alt_m,hfov\n";
    const QDateTime created(QDate(2025, 5, 13), QTime(18, 2, 17), Qt::UTC);
    // As long as the recording: a clock that is off does not matter.
    TelemetryTable table = TelemetryTable::load(write(header + rows(31, instant)));
    table.align(created, 25);
    QVERIFY(!table.alignment());
    QCOMPARE(table.secondsBeforeRecording(), 0.0);
    // Much longer, and nothing tells: that is said.
    TelemetryTable longer = TelemetryTable::load(write(header + rows(621, instant)));
    longer.align(QDateTime(QDate(2025, 8, 1), QTime(12, 30), Qt::UTC), 6);
    QVERIFY(longer.alignment());
    QVERIFY(longer.alignment()->by == TableAlignment::By::TableBegin);
    QCOMPARE(longer.alignment()->tableSeconds, 620.0);
    QCOMPARE(longer.secondsBeforeRecording(), 0.0);
}

void TelemetryTableTest::heightsThatContradict()
{
    const TelemetryTable table =
        TelemetryTable::load(write("t_s,lat,lon,altitude_msl_m,height_above_takeoff(m),hfov\n"
                                   "0,54,7,135,901,40\n1,54,7,910,901,40\n"));
    QVERIFY(near(valueOf(table.at(0, 0, hd).value(), OverlayField::PlatformAltitude), 901));
    QVERIFY(near(valueOf(table.at(0, 1, hd).value(), OverlayField::PlatformAltitude), 910));
    QVERIFY(table.contradictsHeight(0, 0));
    QVERIFY(!table.contradictsHeight(0, 1));
}

void TelemetryTableTest::compactSubtitles_data()
{
    QTest::addColumn<QString>("line");
    QTest::addColumn<double>("latitude");
    QTest::addColumn<double>("altitude");
    QTest::addColumn<double>("bearing");
    QTest::newRow("longitude first") << "F/4.5, SS 800, ISO 100, EV 0, GPS (129.450000, 35.2%1, 900), HOME "
                                        "(129.440000, 35.190000, 0.00m), D 900.00m, H 901.19m, H.S 70.00m/s, "
                                        "V.S 0.00m/s, F.PRY (0.0°, 0.0°, 30.0°), G.PRY (-90.0°, 0.0°, 40.0°)"
                                     << 35.21 << 901.19 << 40.0;
    QTest::newRow("latitude first") << "HOME(35.1900,129.4400) 2025.05.14 03:12:07\n"
                                       "GPS(35.2%1,129.450000,900.0M) BAROMETER:900.0M\nISO:100 Shutter:800"
                                    << 35.21 << 900.0 << 0.0;
    QTest::newRow("either may be") << "GPS(7.500000,54.2%1,19) BAROMETER:120.5" << 54.21 << 120.5 << 0.0;
    QTest::newRow("either may be, with a unit") << "GPS(54.2%1,7.500000,120.0M)" << 54.21 << 120.0 << 0.0;
}

void TelemetryTableTest::compactSubtitles()
{
    QFETCH(QString, line);
    QFETCH(double, latitude);
    QFETCH(double, altitude);
    QFETCH(double, bearing);
    QByteArray text;
    for (int i = 0; i < 3; ++i)
        text += QStringLiteral("%1\n00:00:0%2,000 --> 00:00:0%1,000\n%3\n\n")
                    .arg(i + 1)
                    .arg(i)
                    .arg(line.arg(i))
                    .toUtf8();
    const TelemetryTable table =
        TelemetryTable::load(write(text, QStringLiteral("DJI_0002.SRT")), withFov(27));
    const auto reading = table.at(0, 1, hd);
    QVERIFY(reading);
    QVERIFY(near(valueOf(*reading, OverlayField::PlatformLatitude), latitude));
    QVERIFY(near(valueOf(*reading, OverlayField::PlatformAltitude), altitude));
    QVERIFY(near(reading->cameraDepressionDegrees.value_or(0), 90));
    QVERIFY(near(reading->cameraBearingDegrees.value_or(-1), bearing, 1e-3));
}

void TelemetryTableTest::subtitlesTellTheirClock()
{
    QByteArray text;
    for (int i = 0; i < 3; ++i)
        text += QStringLiteral(
                    "%1\n00:00:0%2,000 --> 00:00:0%1,000\n2025-05-14 03:12:0%1.000\n[latitude: 35.2] "
                    "[longitude: 129.45] [abs_alt: 900.0]\n\n")
                    .arg(i + 1)
                    .arg(i)
                    .toUtf8();
    const TelemetryTable table =
        TelemetryTable::load(write(text, QStringLiteral("DJI_0003.SRT")), withFov(27));
    TelemetryReading reading = table.at(0, 0, hd).value();
    // Its zone is not known by itself.
    QVERIFY(!reading.utc.isValid());
    QCOMPARE(reading[OverlayField::Date].text, QStringLiteral("14MAY2025"));
    QCOMPARE(reading[OverlayField::Time].text, QStringLiteral("03:12:01"));
    TrackSettings settings;
    settings.clockZoneHours = 9;
    Track track(settings);
    track.add(reading);
    QCOMPARE(track.finish().at(0).utc.toString(Qt::ISODate), QStringLiteral("2025-05-13T18:12:01Z"));
    try {
        TelemetryTable::load(write("1\n00:00:01,000 --> 00:00:02,000\nISO: 100 2025-05-14 03:12:07\n",
                                   QStringLiteral("a.srt")));
        QFAIL("taken");
    } catch (const Error& error) {
        QVERIFY2(!error.sentence().contains(QStringLiteral("--columns")), qPrintable(error.sentence()));
    }
}

QTEST_APPLESS_MAIN(TelemetryTableTest)
#include "telemetry_table_test.moc"
