// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/map/ships_on_map.h"

#include <QFile>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QtTest>

#include <qgsmapcanvas.h>

#include "camera/footprint.h"
#include "ui/map/map_view.h"
#include "ui/session/mask_mosaic.h"
#include "ui/support/qgis_test_main.h"

using namespace sheen;

namespace {

FrameRecord frameAt(int minutes)
{
    CameraPose pose;
    pose.latitudeDegrees = 34.5;
    pose.longitudeDegrees = 128;
    pose.heightMetres = 600;
    pose.depressionDegrees = 90;
    pose.horizontalFovDegrees = 40;
    FrameRecord record;
    record.frame = minutes;
    record.pictureSize = {400, 300};
    record.telemetry.pose = pose;
    record.telemetry.utc = QDateTime(QDate(2026, 6, 7), QTime(1, 0), Qt::UTC).addSecs(60 * minutes);
    const Footprint footprint = footprintOf(CameraModel(pose, record.pictureSize));
    record.footprint = footprint.outline;
    record.groundSampleDistanceMetres = footprint.groundSampleDistanceMetres;
    return record;
}

const QByteArray ais =
    "MMSI,BaseDateTime,LAT,LON,SOG,COG,VesselName\n"
    "440000001,2026-06-07T00:50:00,34.49,128.00,10,0,EARLY\n"
    "440000001,2026-06-07T01:05:00,34.51,128.00,10,0,EARLY\n"
    "440000002,2026-06-07T01:30:00,34.50,128.01,10,0,LATE\n"
    "440000003,2026-06-07T01:00:00,36.50,128.01,10,0,FAR\n";

}  // namespace

class ShipsOnMapTest : public QObject
{
    Q_OBJECT

    QTemporaryDir m_folder;

    QString write(const QByteArray& bytes)
    {
        QFile file(m_folder.filePath(QStringLiteral("ais.csv")));
        if (file.open(QIODevice::WriteOnly))
            file.write(bytes);
        return file.fileName();
    }

private Q_SLOTS:
    void showsShipsAtTheTimeOfTheFrame()
    {
        MapView map;
        map.resize(600, 400);
        const std::vector<FrameRecord> frames = {frameAt(0), frameAt(30)};
        map.start(32652, {}, std::make_shared<MaskMosaic>(32652));
        map.addFrames(frames);
        map.showFrame(frames[0]);
        QVERIFY(map.ships().shownNames().isEmpty());
        QSignalSpy read(&map.ships(), &ShipsOnMap::read);
        map.ships().readFiles({write(ais)}, frames);
        QVERIFY(read.wait(30000));
        QCOMPARE(read.first().at(0).toInt(), 2);
        QCOMPARE(map.ships().shownNames(), QStringList{QStringLiteral("EARLY")});  // once it was read
        map.showFrame(frames[1]);
        QCOMPARE(map.ships().shownNames(), QStringList{QStringLiteral("LATE")});
        map.hideFrame();
        QVERIFY(map.ships().shownNames().isEmpty());
        map.showFrame(frames[0]);
        if (const QString folder = qEnvironmentVariable("SHEEN_KEEP_REPORTS"); !folder.isEmpty()) {
            map.show();
            map.zoomToFlight();
            map.canvas()->zoomByFactor(6);
            QTest::qWait(3000);
            map.grab().save(folder + QStringLiteral("/ships.png"));
        }
        map.ships().readFiles({}, frames);
        QVERIFY(map.ships().shownNames().isEmpty());
    }

    void saysWhatIsWrong()
    {
        MapView map;
        QSignalSpy read(&map.ships(), &ShipsOnMap::read);
        map.ships().readFiles({write("no ships\n")}, {frameAt(0)});
        QVERIFY(read.wait(30000));
        QVERIFY(read.first().at(1).toString().contains(QStringLiteral("ais.csv")));
    }
};

SHEEN_QGIS_TEST_MAIN(ShipsOnMapTest)
#include "ships_on_map_test.moc"
