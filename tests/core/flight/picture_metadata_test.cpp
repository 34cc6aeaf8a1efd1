#include "flight/picture_metadata.h"

#include <QFile>
#include <QTemporaryDir>
#include <QtTest>
#include <random>

#include "flight/flight.h"
#include "support/geotagged_picture.h"

using namespace sheen;
using namespace sheen::test;

namespace {

bool near(const std::optional<double>& a, double b, double tolerance = 1e-6)
{
    return a && std::abs(*a - b) <= tolerance;
}

}  // namespace

class PictureMetadataTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init() { m_folder = std::make_unique<QTemporaryDir>(); }
    void dji();
    void exifAlone();
    void otherNames_data();
    void otherNames();
    void leavesOutWhatCannotBe();
    void clockAndZone();
    void survivesDamage();
    void folderTakesItsTimesFromTheClock();
    void folderWithoutClockKeepsItsInterval();
    void folderIsInTheOrderOfItsClocks();
    void anglesThatNoCarrierFliesWith_data();
    void anglesThatNoCarrierFliesWith();

private:
    PictureFacts factsOf(const PictureTags& tags, const QString& name = QStringLiteral("one.jpg"))
    {
        writeGeotagged(path(name), cv::Mat(60, 80, CV_8UC3, cv::Scalar::all(90)), tags);
        return readPictureFacts(path(name));
    }
    QString path(const QString& name) const { return m_folder->filePath(name); }

    std::unique_ptr<QTemporaryDir> m_folder;
};

void PictureMetadataTest::dji()
{
    const PictureFacts facts =
        factsOf(djiTags(-33.902, -18.214, 120, 4000, QStringLiteral("2023:05:01 12:11:12")));
    QVERIFY(near(facts.latitudeDegrees, -33.902));
    QVERIFY(near(facts.longitudeDegrees, -18.214));
    QVERIFY(near(facts.altitudeMetres, 120));
    QVERIFY(near(facts.heightAboveTakeOffMetres, 115));
    QVERIFY(near(facts.cameraPitchDegrees, -90));
    QVERIFY(near(facts.platformYawDegrees, -10));
    QVERIFY(near(facts.focalLengthPixels, 3464.1016, 1e-3));
    QVERIFY(!facts.attitudeIsOfCarrier);
    QCOMPARE(facts.utc.toString(Qt::ISODate), QStringLiteral("2023-05-01T10:11:12Z"));
}

void PictureMetadataTest::exifAlone()
{
    const PictureFacts facts = factsOf({{"Exif.GPSInfo.GPSLatitude", "54/1 30/1 36/1"},
                                        {"Exif.GPSInfo.GPSLatitudeRef", "N"},
                                        {"Exif.GPSInfo.GPSLongitude", "7/1 6/1 0/1"},
                                        {"Exif.GPSInfo.GPSLongitudeRef", "E"},
                                        {"Exif.GPSInfo.GPSAltitude", "3000/10"},
                                        {"Exif.GPSInfo.GPSAltitudeRef", "0"},
                                        {"Exif.Photo.FocalLength", "35/1"},
                                        {"Exif.Photo.FocalLengthIn35mmFilm", "52"},
                                        {"Exif.Photo.PixelXDimension", "6000"},
                                        {"Exif.Photo.PixelYDimension", "4000"},
                                        {"Exif.Image.Orientation", "6"}});
    QVERIFY(near(facts.latitudeDegrees, 54.51));
    QVERIFY(near(facts.longitudeDegrees, 7.1));
    QVERIFY(near(facts.altitudeMetres, 300));
    QVERIFY(near(facts.equivalentFocalLengthMillimetres, 52));
    QCOMPARE(facts.size, cv::Size(4000, 6000));  // turned by a quarter when it is decoded
    QVERIFY(!facts.cameraPitchDegrees);
    QVERIFY(!facts.clock.isValid());
}

void PictureMetadataTest::otherNames_data()
{
    QTest::addColumn<QString>("prefix");
    QTest::addColumn<QString>("suffix");
    QTest::addColumn<bool>("ofCarrier");
    QTest::newRow("Pix4D") << "Xmp.Camera."
                           << "" << true;
    QTest::newRow("Parrot") << "Xmp.drone-parrot.Camera"
                            << "Degree" << false;
}

void PictureMetadataTest::otherNames()
{
    QFETCH(QString, prefix);
    QFETCH(QString, suffix);
    QFETCH(bool, ofCarrier);
    PictureTags tags;
    for (const auto& [name, value] :
         {std::pair("Yaw", "12.5"), std::pair("Pitch", "-3/2"), std::pair("Roll", "0.5")})
        tags[(prefix + QLatin1String(name) + suffix).toStdString()] = value;
    const PictureFacts facts = factsOf(tags);
    QVERIFY(near(facts.cameraYawDegrees, 12.5));
    QVERIFY(near(facts.cameraPitchDegrees, -1.5));
    QVERIFY(near(facts.cameraRollDegrees, 0.5));
    QCOMPARE(facts.attitudeIsOfCarrier, ofCarrier);
}

void PictureMetadataTest::leavesOutWhatCannotBe()
{
    const PictureFacts facts = factsOf({{"Exif.GPSInfo.GPSLatitude", "154/1 0/1 0/1"},
                                        {"Exif.GPSInfo.GPSLongitude", "7/0 6/1 0/1"},
                                        {"Exif.GPSInfo.GPSAltitude", "1/0"},
                                        {"Exif.Photo.FocalLength", "0/1"},
                                        {"Exif.Photo.DateTimeOriginal", "0000:00:00 00:00:00"},
                                        {"Xmp.drone-dji.GimbalPitchDegree", "down"},
                                        {"Xmp.drone-dji.AbsoluteAltitude", "1e99"}});
    QVERIFY(!facts.hasPosition());
    QVERIFY(!facts.altitudeMetres);
    QVERIFY(!facts.focalLengthMillimetres);
    QVERIFY(!facts.cameraPitchDegrees);
    QVERIFY(!facts.clock.isValid());
    QVERIFY(
        !factsOf({{"Exif.GPSInfo.GPSLatitude", "0/1 0/1 0/1"}, {"Exif.GPSInfo.GPSLongitude", "0/1 0/1 0/1"}})
             .hasPosition());
}

void PictureMetadataTest::clockAndZone()
{
    PictureTags tags = {{"Exif.Photo.DateTimeOriginal", "2023:05:01 19:11:12"},
                        {"Exif.Photo.SubSecTimeOriginal", "25"}};
    PictureFacts facts = factsOf(tags);
    QCOMPARE(facts.clock.time(), QTime(19, 11, 12, 250));
    QVERIFY(!facts.utc.isValid());
    // The satellites' clock, a second behind, tells the zone.
    tags["Exif.GPSInfo.GPSDateStamp"] = "2023:05:01";
    tags["Exif.GPSInfo.GPSTimeStamp"] = "10/1 11/1 11/1";
    facts = factsOf(tags);
    QCOMPARE(facts.utc.toString(Qt::ISODateWithMs), QStringLiteral("2023-05-01T10:11:12.250Z"));
    tags["Exif.Photo.OffsetTimeOriginal"] = "-03:30";
    facts = factsOf(tags);
    QCOMPARE(facts.utc.toString(Qt::ISODateWithMs), QStringLiteral("2023-05-01T22:41:12.250Z"));
}

void PictureMetadataTest::survivesDamage()
{
    factsOf(djiTags(54, 7, 120, 4000, QStringLiteral("2023:05:01 12:11:12")));
    QFile whole(path(QStringLiteral("one.jpg")));
    QVERIFY(whole.open(QIODevice::ReadOnly));
    const QByteArray bytes = whole.readAll();
    std::mt19937 random(7);
    for (int i = 0; i < 400; ++i) {
        QByteArray damaged = bytes;
        for (int k = 0; k < 8; ++k)
            damaged[int(random() % std::min<unsigned>(2500, unsigned(damaged.size())))] = char(random());
        if (i % 4 == 0)
            damaged.truncate(int(random() % unsigned(damaged.size())));
        QFile file(path(QStringLiteral("damaged.jpg")));
        QVERIFY(file.open(QIODevice::WriteOnly | QIODevice::Truncate));
        file.write(damaged);
        file.close();
        const PictureFacts facts = readPictureFacts(file.fileName());
        QVERIFY(!facts.latitudeDegrees || std::abs(*facts.latitudeDegrees) <= 90);
    }
    QVERIFY(!readPictureFacts(path(QStringLiteral("none.jpg"))).hasPosition());
    QVERIFY(!readPictureFacts(m_folder->path()).hasPosition());
}

void PictureMetadataTest::folderTakesItsTimesFromTheClock()
{
    // Two pictures in one second, then a pause.
    for (const auto& [index, second] :
         {std::pair(1, 12), std::pair(2, 12), std::pair(3, 13), std::pair(10, 19)}) {
        factsOf(djiTags(54, 7, 120, 80, QStringLiteral("2023:05:01 12:11:%1").arg(second)),
                QStringLiteral("DJI_%1.jpg").arg(index));
    }
    const auto flight = Flight::open(m_folder->path());
    QVERIFY(flight->info().hasGeotags);
    QCOMPARE(flight->info().durationSeconds, 7.0);
    QCOMPARE(flight->info().recordedAt.toString(Qt::ISODate), QStringLiteral("2023-05-01T10:11:12Z"));
    const auto source = flight->frames({});
    for (const double expected : {0.0, 0.5, 1.0, 7.0})
        QCOMPARE(source->next().value().timeSeconds, expected);
    FrameSelection selection;
    selection.everySeconds = 5;
    const auto selected = flight->frames(selection);
    QCOMPARE(selected->next().value().index, 0);
    QCOMPARE(selected->next().value().index, 3);
    QVERIFY(!selected->next());
}

void PictureMetadataTest::folderWithoutClockKeepsItsInterval()
{
    const PictureTags tags = djiTags(54, 7, 120, 80, QStringLiteral("2023:05:01 12:11:12"));
    factsOf(tags, QStringLiteral("1.jpg"));
    factsOf({}, QStringLiteral("2.jpg"));
    const auto times = [this] {
        std::vector<double> result;
        const auto source = Flight::open(m_folder->path())->frames({});
        while (const auto frame = source->next())
            result.push_back(frame->timeSeconds);
        return result;
    };
    QCOMPARE(times(), (std::vector<double>{0, 1}));
    // One clock that was never set counts as none.
    factsOf(djiTags(54, 7, 120, 80, QStringLiteral("1980:01:06 00:00:00")), QStringLiteral("2.jpg"));
    QCOMPARE(times(), (std::vector<double>{0, 1}));
}

void PictureMetadataTest::folderIsInTheOrderOfItsClocks()
{
    // The camera's counter rolls over after 999; one picture lost its clock.
    const std::vector<std::pair<QString, int>> pictures = {
        {QStringLiteral("DJI_0997.jpg"), 7},  {QStringLiteral("DJI_0998.jpg"), 8},
        {QStringLiteral("DJI_0999.jpg"), 9},  {QStringLiteral("DJI_0001.jpg"), 10},
        {QStringLiteral("DJI_0002.jpg"), -1}, {QStringLiteral("DJI_0003.jpg"), 12}};
    for (const auto& [name, second] : pictures) {
        factsOf(second < 0
                    ? PictureTags()
                    : djiTags(54, 7, 120, 80,
                              QStringLiteral("2023:05:01 12:11:%1").arg(second, 2, 10, QLatin1Char('0'))),
                name);
    }
    const auto flight = Flight::open(m_folder->path());
    QCOMPARE(flight->info().notices, (std::vector<Issue>{{IssueKind::PicturesInOrderOfClocks, {}}}));
    QCOMPARE(flight->info().recordedAt.toString(Qt::ISODate), QStringLiteral("2023-05-01T10:11:07Z"));
    const auto source = flight->frames({});
    const std::vector<double> seconds = {0, 1, 2, 3, 3.5, 5};
    for (std::size_t i = 0; i < pictures.size(); ++i) {
        const Frame frame = source->next().value();
        QCOMPARE(frame.fileName, pictures[i].first);
        QCOMPARE(frame.timeSeconds, seconds[i]);
        QCOMPARE(frame.index, static_cast<int>(i));
        QCOMPARE(flight->frameAt(frame.index, frame.timeSeconds).fileName, pictures[i].first);
    }
}

void PictureMetadataTest::anglesThatNoCarrierFliesWith_data()
{
    QTest::addColumn<QString>("pitch");
    QTest::addColumn<QString>("roll");
    QTest::addColumn<bool>("ofCarrier");
    QTest::newRow("level") << "0"
                           << "0" << true;
    QTest::newRow("into the wind") << "-22.5"
                                   << "8" << true;
    QTest::newRow("banked") << "3"
                            << "-40" << true;
    QTest::newRow("gimbal straight down") << "-90.0"
                                          << "0" << false;
    QTest::newRow("gimbal oblique") << "-60"
                                    << "0" << false;
    QTest::newRow("hangs upside down") << "0"
                                       << "180" << false;
}

void PictureMetadataTest::anglesThatNoCarrierFliesWith()
{
    QFETCH(QString, pitch);
    QFETCH(QString, roll);
    QFETCH(bool, ofCarrier);
    const PictureFacts facts = factsOf({{"Xmp.Camera.Yaw", "40.0"},
                                        {"Xmp.Camera.Pitch", pitch.toStdString()},
                                        {"Xmp.Camera.Roll", roll.toStdString()}});
    QCOMPARE(facts.attitudeIsOfCarrier, ofCarrier);
    QCOMPARE(facts.attitudeWasNoCarriers, !ofCarrier);
    QVERIFY(near(facts.cameraPitchDegrees, pitch.toDouble()));
}

QTEST_APPLESS_MAIN(PictureMetadataTest)
#include "picture_metadata_test.moc"
