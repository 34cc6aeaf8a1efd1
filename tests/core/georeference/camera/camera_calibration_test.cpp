#include "data/camera_calibration.h"

#include <QJsonArray>
#include <QStandardPaths>
#include <QTemporaryDir>
#include <QtTest>

#include "base/error.h"
#include "camera/calibration_files.h"

using namespace sheen;

namespace {

QString refusalOf(const QJsonObject& json)
{
    try {
        calibrationFromJson(json);
    } catch (const Error& error) {
        return error.sentence();
    }
    return {};
}

}  // namespace

class CameraCalibrationTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { QStandardPaths::setTestModeEnabled(true); }

    void whatIsUsualIsNotWritten()
    {
        QVERIFY(calibrationToJson({}).isEmpty());
        QVERIFY(calibrationFromJson({}) == CameraCalibration());
    }

    void everyValueComesBack()
    {
        CameraCalibration calibration;
        calibration.activePicture = QRectF(0.125, 0, 0.75, 1);
        calibration.boresightPanDegrees = 0.42;
        calibration.boresightTiltDegrees = -0.15;
        calibration.boresightRollDegrees = 0.05;
        calibration.focalScale = 1.012;
        calibration.radialK1 = -0.02;
        calibration.radialK2 = 0.003;
        calibration.smallestGrazingDegrees = 5;
        QVERIFY(calibrationFromJson(calibrationToJson(calibration)) == calibration);

        saveCalibration(QStringLiteral("turret seven"), calibration);
        QVERIFY(availableCalibrations().contains(QStringLiteral("turret seven")));
        QVERIFY(loadCalibration(QStringLiteral("turret seven")) == calibration);
        saveCalibration(QStringLiteral("turret seven"), {});  // replaced
        QVERIFY(loadCalibration(QStringLiteral("turret seven")) == CameraCalibration());
    }

    void whatMakesNoSenseIsRefusedByItsKey_data()
    {
        QTest::addColumn<QString>("key");
        QTest::addColumn<QJsonValue>("value");
        QTest::newRow("text") << "focal_scale" << QJsonValue(QStringLiteral("large"));
        QTest::newRow("zero") << "focal_scale" << QJsonValue(0);
        QTest::newRow("too much") << "boresight_tilt_deg" << QJsonValue(200);
        QTest::newRow("negative") << "smallest_grazing_deg" << QJsonValue(-1);
        QTest::newRow("too few") << "active_picture" << QJsonValue(QJsonArray{0, 0, 1});
        QTest::newRow("outside") << "active_picture" << QJsonValue(QJsonArray{0.5, 0, 0.8, 1});
        QTest::newRow("empty") << "active_picture" << QJsonValue(QJsonArray{0, 0, 0, 1});
    }
    void whatMakesNoSenseIsRefusedByItsKey()
    {
        QFETCH(QString, key);
        QFETCH(QJsonValue, value);
        const QString sentence = refusalOf({{key, value}});
        QVERIFY2(sentence.contains(key), qPrintable(sentence));
    }

    void aBrokenFileIsNamed()
    {
        QTemporaryDir folder;
        const QString path = folder.filePath(QStringLiteral("broken.json"));
        for (const char* content : {"", "[]", "no json", "{\"focal_scale\": -1}"}) {
            QFile file(path);
            QVERIFY(file.open(QIODevice::WriteOnly));
            file.write(content);
            file.close();
            try {
                loadCalibration(path);
                QFAIL(content);
            } catch (const Error& error) {
                QVERIFY(error.sentence().contains(QStringLiteral("broken.json")));
                QVERIFY(error.kind() == ErrorKind::Unreadable);
            }
        }
        QVERIFY_EXCEPTION_THROWN(loadCalibration(QStringLiteral("never saved")), Error);
        QVERIFY_EXCEPTION_THROWN(saveCalibration(QString(), {}), Error);
        QVERIFY_EXCEPTION_THROWN(saveCalibration(QStringLiteral("a/b"), {}), Error);
    }
};

QTEST_GUILESS_MAIN(CameraCalibrationTest)
#include "camera_calibration_test.moc"
