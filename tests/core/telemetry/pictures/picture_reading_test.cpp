#include "pictures/picture_reading.h"

#include <QtTest>

using namespace sheen;

class PictureReadingTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void nothingWithoutAPosition();
    void fieldOfView_data();
    void fieldOfView();
    void angles_data();
    void angles();
    void heights();

private:
    static PictureFacts somewhere()
    {
        PictureFacts facts;
        facts.latitudeDegrees = 54;
        facts.longitudeDegrees = 7;
        return facts;
    }
};

void PictureReadingTest::nothingWithoutAPosition()
{
    PictureFacts facts;
    facts.altitudeMetres = 100;
    QCOMPARE(readingOf(facts, {80, 60}).source, Quality::None);
    QCOMPARE(readingOf(somewhere(), {80, 60}).source, Quality::Klv);
    QVERIFY(!readingOf(somewhere(), {80, 60}).horizontalFovDegrees);
}

void PictureReadingTest::fieldOfView_data()
{
    QTest::addColumn<double>("pixels");
    QTest::addColumn<double>("equivalent");
    QTest::addColumn<QSize>("taken");
    QTest::addColumn<double>("expected");
    QTest::newRow("36 mm wide at 3:2") << 0.0 << 18.0 << QSize() << 90.0;
    QTest::newRow("by the diagonal at 4:3") << 0.0 << 24.0 << QSize(4000, 3000) << 71.59;
    QTest::newRow("pixels first") << 2000.0 << 18.0 << QSize(4000, 3000) << 90.0;
    QTest::newRow("pixels of the frame") << 300.0 << 0.0 << QSize() << 90.0;
}

void PictureReadingTest::fieldOfView()
{
    QFETCH(double, pixels);
    QFETCH(double, equivalent);
    QFETCH(QSize, taken);
    QFETCH(double, expected);
    PictureFacts facts = somewhere();
    if (pixels > 0)
        facts.focalLengthPixels = pixels;
    if (equivalent > 0)
        facts.equivalentFocalLengthMillimetres = equivalent;
    if (!taken.isEmpty())
        facts.size = {taken.width(), taken.height()};
    const auto fov = readingOf(facts, {600, 400}).horizontalFovDegrees;
    QVERIFY(fov);
    QVERIFY2(std::abs(*fov - expected) < 0.01, qPrintable(QString::number(*fov)));
}

void PictureReadingTest::angles_data()
{
    QTest::addColumn<double>("yaw");
    QTest::addColumn<double>("pitch");
    QTest::addColumn<bool>("ofCarrier");
    QTest::addColumn<double>("bearing");
    QTest::addColumn<double>("depression");
    QTest::newRow("gimbal straight down") << -20.0 << -90.0 << false << 340.0 << 90.0;
    QTest::newRow("gimbal oblique") << 30.0 << -40.0 << false << 30.0 << 40.0;
    QTest::newRow("carrier level") << 75.0 << 0.0 << true << 75.0 << 90.0;
    QTest::newRow("carrier nose up") << 75.0 << 10.0 << true << 75.0 << 80.0;
}

void PictureReadingTest::angles()
{
    QFETCH(double, yaw);
    QFETCH(double, pitch);
    QFETCH(bool, ofCarrier);
    QFETCH(double, bearing);
    QFETCH(double, depression);
    PictureFacts facts = somewhere();
    facts.cameraYawDegrees = yaw;
    facts.cameraPitchDegrees = pitch;
    facts.attitudeIsOfCarrier = ofCarrier;
    QVERIFY(!assumesStraightDown(facts));
    const TelemetryReading reading = readingOf(facts, {80, 60});
    QVERIFY(std::abs(reading.cameraBearingDegrees.value_or(-1) - bearing) < 1e-6);
    QVERIFY(std::abs(reading.cameraDepressionDegrees.value_or(-1) - depression) < 1e-6);
}

void PictureReadingTest::heights()
{
    PictureFacts facts = somewhere();
    facts.platformYawDegrees = 350;
    facts.heightAboveTakeOffMetres = 95;
    QVERIFY(assumesStraightDown(facts));
    QCOMPARE(readingOf(facts, {80, 60})[OverlayField::PlatformAltitude].value, std::optional<double>(95));
    QCOMPARE(readingOf(facts, {80, 60}).cameraBearingDegrees, std::optional<double>(350));
    facts.altitudeMetres = 100;
    QCOMPARE(readingOf(facts, {80, 60})[OverlayField::PlatformAltitude].value, std::optional<double>(100));
}

QTEST_APPLESS_MAIN(PictureReadingTest)
#include "picture_reading_test.moc"
