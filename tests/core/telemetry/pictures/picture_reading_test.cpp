#include "pictures/picture_reading.h"

#include <QtTest>

#include "pictures/height_choice.h"

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
    void heightsThatContradict_data();
    void heightsThatContradict();
    void withoutADirection();

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

void PictureReadingTest::heightsThatContradict_data()
{
    QTest::addColumn<double>("absolute");
    QTest::addColumn<double>("aboveTakeOff");
    QTest::addColumn<double>("taken");
    QTest::newRow("written as below the sea") << -901.0 << 901.0 << 901.0;
    QTest::newRow("below the sea") << -35.0 << 901.0 << 901.0;
    QTest::newRow("a barometer far off") << 135.0 << 901.0 << 901.0;
    QTest::newRow("from a hill") << 1300.0 << 900.0 << 1300.0;
    QTest::newRow("a barometer a little off") << 880.0 << 901.0 << 880.0;
    QTest::newRow("below the place of take-off") << 100.0 << -30.0 << 100.0;
}

void PictureReadingTest::heightsThatContradict()
{
    QFETCH(double, absolute);
    QFETCH(double, aboveTakeOff);
    QFETCH(double, taken);
    PictureFacts facts = somewhere();
    facts.altitudeMetres = absolute;
    facts.heightAboveTakeOffMetres = aboveTakeOff;
    QCOMPARE(readingOf(facts, {80, 60})[OverlayField::PlatformAltitude].value, std::optional<double>(taken));
    QCOMPARE(chooseHeight(absolute, aboveTakeOff).contradicts, taken != absolute);
}

void PictureReadingTest::withoutADirection()
{
    // Left to the track, which knows the course.
    PictureFacts facts = somewhere();
    QVERIFY(lacksDirection(facts));
    TelemetryReading reading = readingOf(facts, {80, 60});
    QVERIFY(!reading.cameraBearingDegrees);
    QCOMPARE(reading.cameraDepressionDegrees, std::optional<double>(90));
    facts.cameraPitchDegrees = -60;
    QVERIFY(!assumesStraightDown(facts));
    reading = readingOf(facts, {80, 60});
    QVERIFY(!reading.cameraBearingDegrees);
    QVERIFY(std::abs(*reading.cameraDepressionDegrees - 60) < 1e-6);
    facts.platformYawDegrees = 30;
    QVERIFY(!lacksDirection(facts));
    QVERIFY(std::abs(*readingOf(facts, {80, 60}).cameraBearingDegrees - 30) < 1e-6);
}

QTEST_APPLESS_MAIN(PictureReadingTest)
#include "picture_reading_test.moc"
