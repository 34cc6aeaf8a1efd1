#include <QFile>
#include <QtTest>
#include <cmath>
#include <limits>

#include "core/flight/flight.h"
#include "core/telemetry/klv_reader.h"

using namespace sheen;

/** KLV from hand-made packets, from damaged bytes, and from recordings where they are at hand. */
class KlvReaderTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void decodesEachItem();
    void knowsTheErrorValues();
    void readsLongLengthsAndTags();
    void takesFullRangeValuesFirst();
    void passesOverWhatStandsBefore();
    void countsDamage();
    void tellsOtherSets();
    void survivesHostileBytes();
    void takesTheNearestPacket();
    void takesPacketsWithoutTime();
    void turnsGimbalAnglesIntoTrueOnes_data();
    void turnsGimbalAnglesIntoTrueOnes();
    void readsRecordings();
};

namespace {

const QByteArray uasKey = QByteArray::fromHex("060e2b34020b01010e01030101000000");
const QByteArray predatorKey = QByteArray::fromHex("060e2b34020101010e01010201010000");

QByteArray bigEndian(quint64 value, int bytes)
{
    QByteArray result;
    for (int i = bytes - 1; i >= 0; --i)
        result.append(static_cast<char>(value >> (8 * i) & 0xff));
    return result;
}

QByteArray item(int tag, const QByteArray& value)
{
    QByteArray result;
    if (tag > 127)
        result.append(static_cast<char>(0x80 | tag >> 7));
    result.append(static_cast<char>(tag & 0x7f));
    result.append(static_cast<char>(value.size()));
    return result + value;
}

QByteArray mapped(double value, double from, double to, int bytes)
{
    const double largest = std::ldexp(1.0, 8 * bytes) - 1;
    return bigEndian(static_cast<quint64>(std::llround((value - from) / (to - from) * largest)), bytes);
}

QByteArray mappedSigned(double value, double limit, int bytes)
{
    const double largest = std::ldexp(1.0, 8 * bytes - 1) - 1;
    return bigEndian(static_cast<quint64>(std::llround(value / limit * largest)), bytes);
}

/** Key, length, items and checksum. */
QByteArray packet(const QByteArray& items, bool longLength = false)
{
    const auto size = items.size() + 4;
    QByteArray bytes = uasKey;
    if (longLength || size > 127)
        bytes += QByteArray::fromHex("82") + bigEndian(static_cast<quint64>(size), 2);
    else
        bytes.append(static_cast<char>(size));
    bytes += items + QByteArray::fromHex("0102");
    unsigned sum = 0;
    for (int i = 0; i < bytes.size(); ++i)
        sum += static_cast<unsigned>(static_cast<unsigned char>(bytes[i])) << (i % 2 == 0 ? 8 : 0);
    return bytes + bigEndian(sum & 0xffff, 2);
}

QByteArray position(double latitude, double longitude)
{
    return item(13, mappedSigned(latitude, 90, 4)) + item(14, mappedSigned(longitude, 180, 4));
}

Frame frameWith(double time, const std::vector<DataPacket>& data)
{
    Frame frame;
    frame.index = 7;
    frame.timeSeconds = time;
    frame.data = data;
    return frame;
}

bool near(const std::optional<double>& value, double expected, double tolerance)
{
    return value && std::abs(*value - expected) <= tolerance;
}

QString samplePath(const QString& name)
{
    return QStringLiteral(SHEEN_SOURCE_DIR "/../shared/data/klv/") + name;
}

}  // namespace

void KlvReaderTest::decodesEachItem()
{
    const QByteArray items = item(2, bigEndian(1404306133123456, 8)) + item(3, "MISSION 1") +
                             item(5, mapped(159.97, 0, 360, 2)) + item(6, mappedSigned(-0.43, 20, 2)) +
                             item(7, mappedSigned(3.41, 50, 2)) + item(10, "MX TEST") + item(11, "EOW") +
                             position(-33.5, 179.25) + item(15, mapped(1250, -900, 19000, 2)) +
                             item(16, mapped(3.065, 0, 180, 2)) + item(17, mapped(1.7, 0, 180, 2)) +
                             item(18, mapped(160.7, 0, 360, 4)) + item(19, mappedSigned(-68.8, 180, 4)) +
                             item(20, mapped(12.5, 0, 360, 4)) + item(21, mapped(6894, 0, 5e6, 4)) +
                             item(23, mappedSigned(-33.4, 90, 4)) + item(24, mappedSigned(-179.5, 180, 4)) +
                             item(25, mapped(12, -900, 19000, 2)) + item(48, QByteArray(30, 'x')) +
                             item(65, bigEndian(17, 1)) + item(75, mapped(1275, -900, 19000, 2));
    const KlvDecoding decoding = decodeKlv(packet(items));
    QCOMPARE(decoding.packets.size(), std::size_t(1));
    QCOMPARE(decoding.damaged, 0);
    const KlvPacket& decoded = decoding.packets.front();
    QVERIFY(decoded.checksumGood);
    QCOMPARE(decoded.precisionTimeStamp.toUTC().toString(Qt::ISODateWithMs),
             QString("2014-07-02T13:02:13.123Z"));
    QCOMPARE(decoded.missionId, QString("MISSION 1"));
    QCOMPARE(decoded.platformDesignation, QString("MX TEST"));
    QCOMPARE(decoded.imageSourceSensor, QString("EOW"));
    QVERIFY(near(decoded.platformHeadingDegrees, 159.97, 0.006));
    QVERIFY(near(decoded.platformPitchDegrees, -0.43, 0.001));
    QVERIFY(near(decoded.platformRollDegrees, 3.41, 0.002));
    QVERIFY(near(decoded.sensorLatitudeDegrees, -33.5, 1e-7));
    QVERIFY(near(decoded.sensorLongitudeDegrees, 179.25, 1e-7));
    QVERIFY(near(decoded.sensorTrueAltitudeMetres, 1250, 0.31));
    QVERIFY(near(decoded.sensorEllipsoidHeightMetres, 1275, 0.31));
    QVERIFY(near(decoded.sensorHorizontalFovDegrees, 3.065, 0.003));
    QVERIFY(near(decoded.sensorVerticalFovDegrees, 1.7, 0.003));
    QVERIFY(near(decoded.sensorRelativeAzimuthDegrees, 160.7, 1e-6));
    QVERIFY(near(decoded.sensorRelativeElevationDegrees, -68.8, 1e-6));
    QVERIFY(near(decoded.sensorRelativeRollDegrees, 12.5, 1e-6));
    QVERIFY(near(decoded.slantRangeMetres, 6894, 0.01));
    QVERIFY(near(decoded.frameCentreLatitudeDegrees, -33.4, 1e-7));
    QVERIFY(near(decoded.frameCentreLongitudeDegrees, -179.5, 1e-7));
    QVERIFY(near(decoded.frameCentreElevationMetres, 12, 0.31));
    QCOMPARE(decoded.version, 17);
}

void KlvReaderTest::knowsTheErrorValues()
{
    const QByteArray items = item(5, bigEndian(0x4000, 2)) + item(6, bigEndian(0x8000, 2)) +
                             item(13, bigEndian(0x80000000, 4)) + item(14, bigEndian(0x7fffffff, 4)) +
                             item(16, bigEndian(1, 1)) + item(19, QByteArray());
    const KlvPacket decoded = decodeKlv(packet(items)).packets.at(0);
    QVERIFY(decoded.platformHeadingDegrees);
    QVERIFY(!decoded.platformPitchDegrees);
    QVERIFY(!decoded.sensorLatitudeDegrees);
    QVERIFY(near(decoded.sensorLongitudeDegrees, 180, 1e-9));
    QVERIFY(!decoded.sensorHorizontalFovDegrees);  // of another length
    QVERIFY(!decoded.sensorRelativeElevationDegrees);
}

void KlvReaderTest::readsLongLengthsAndTags()
{
    const QByteArray items = item(141, QByteArray(90, 'a')) + item(3, QByteArray(100, 'm')) + position(1, 2);
    const KlvDecoding decoding = decodeKlv(packet(items) + packet(position(3, 4), true));
    QCOMPARE(decoding.packets.size(), std::size_t(2));
    QVERIFY(near(decoding.packets[0].sensorLatitudeDegrees, 1, 1e-7));
    QCOMPARE(decoding.packets[0].missionId.size(), 100);
    QVERIFY(near(decoding.packets[1].sensorLatitudeDegrees, 3, 1e-7));
}

void KlvReaderTest::takesFullRangeValuesFirst()
{
    // ST 1201 IMAPB(-900, 40000) on three bytes: 16 bits of range, so 2^7 steps a metre.
    const QByteArray height = bigEndian(static_cast<quint64>((12345.5 + 900) * 128), 3);
    const QByteArray items = item(90, mappedSigned(-25.5, 90, 4)) + item(6, mappedSigned(-20, 20, 2)) +
                             item(91, mappedSigned(60.25, 90, 4)) + item(7, mappedSigned(50, 50, 2)) +
                             item(104, height);
    const KlvPacket decoded = decodeKlv(packet(items)).packets.at(0);
    QVERIFY(near(decoded.platformPitchDegrees, -25.5, 1e-6));
    QVERIFY(near(decoded.platformRollDegrees, 60.25, 1e-6));
    QVERIFY(near(decoded.sensorEllipsoidHeightMetres, 12345.5, 0.01));
    // Without a height above mean sea level the one above the ellipsoid serves.
    KlvReader reader;
    const TelemetryReading reading = reader.read(frameWith(0, {{0, packet(items)}}));
    QVERIFY(near(reading[OverlayField::PlatformAltitude].value, 12345.5, 0.01));
}

void KlvReaderTest::passesOverWhatStandsBefore()
{
    // A synchronous metadata stream puts a header of five bytes before each packet.
    const QByteArray header = QByteArray::fromHex("0001df0040");
    const KlvDecoding decoding =
        decodeKlv(header + packet(position(1, 2)) + header + packet(position(3, 4)) + "trailing");
    QCOMPARE(decoding.packets.size(), std::size_t(2));
    QCOMPARE(decoding.damaged, 0);
}

void KlvReaderTest::countsDamage()
{
    const QByteArray good = packet(position(1, 2));
    QByteArray flipped = good;
    flipped[20] = static_cast<char>(flipped[20] ^ 4);
    const QByteArray cut = good.left(good.size() - 3);
    const KlvDecoding decoding = decodeKlv(flipped + good + cut);
    QCOMPARE(decoding.packets.size(), std::size_t(1));
    QCOMPARE(decoding.damaged, 2);

    KlvReader reader;
    const TelemetryReading reading = reader.read(frameWith(0, {{0, flipped}}));
    QCOMPARE(reading.source, Quality::None);
    QCOMPARE(reader.damagedPackets(), 1);
}

void KlvReaderTest::tellsOtherSets()
{
    const QByteArray older = predatorKey + QByteArray::fromHex("03aabbcc");
    const KlvDecoding decoding = decodeKlv(older + packet(position(1, 2)));
    QCOMPARE(decoding.packets.size(), std::size_t(1));
    QCOMPARE(decoding.otherSets, 1);
    QVERIFY(decoding.olderSet);
    KlvReader reader;
    QCOMPARE(reader.read(frameWith(0, {{0, older}})).source, Quality::None);
    QVERIFY(reader.sawOlderSet());
}

void KlvReaderTest::survivesHostileBytes()
{
    const QByteArray good = packet(item(3, "A") + position(1, 2) + item(141, "zz"));
    unsigned state = 1;
    const auto random = [&state] { return state = state * 1664525 + 1013904223; };
    for (int round = 0; round < 20000; ++round) {
        QByteArray bytes = good + good;
        for (unsigned i = 0; i < 1 + random() % 4; ++i)
            bytes[static_cast<int>(random() % static_cast<unsigned>(bytes.size()))] =
                static_cast<char>(random() >> 16);
        bytes.truncate(static_cast<int>(random() % static_cast<unsigned>(bytes.size() + 1)));
        decodeKlv(bytes);
    }
    // Keys that each claim all the rest: must not take for ever.
    QByteArray nested;
    for (int i = 0; i < 20000; ++i)
        nested += uasKey + QByteArray::fromHex("823f00");
    QCOMPARE(decodeKlv(nested).packets.size(), std::size_t(0));
    for (const char* hex :
         {"", "06", "060e2b34", "060e2b34020b01010e01030101000000", "060e2b34020b01010e0103010100000080",
          "060e2b34020b01010e01030101000000ff", "060e2b34020b01010e0103010100000084ffffffff",
          "060e2b34020b01010e010301010000000101"})
        QCOMPARE(decodeKlv(QByteArray::fromHex(hex)).packets.size(), std::size_t(0));
}

void KlvReaderTest::takesTheNearestPacket()
{
    KlvReader reader;
    const auto latitude = [](const TelemetryReading& reading) {
        return reading[OverlayField::PlatformLatitude].value;
    };
    const TelemetryReading first =
        reader.read(frameWith(0, {{0.0, packet(position(10, 20))}, {0.4, packet(position(11, 20))}}));
    QCOMPARE(first.source, Quality::Klv);
    QCOMPARE(first.frame, 7);
    QVERIFY(near(latitude(first), 10, 1e-6));
    QVERIFY(first[OverlayField::PlatformLatitude].text.isEmpty());
    QVERIFY(near(latitude(reader.read(frameWith(0.3, {}))), 11, 1e-6));
    QVERIFY(near(latitude(reader.read(frameWith(1.3, {}))), 11, 1e-6));
    QCOMPARE(reader.read(frameWith(1.5, {})).source, Quality::None);
    QCOMPARE(reader.read(frameWith(1.6, {{9.0, packet(position(12, 20))}})).source, Quality::None);
    QVERIFY(near(latitude(reader.read(frameWith(8.5, {}))), 12, 1e-6));
}

void KlvReaderTest::takesPacketsWithoutTime()
{
    KlvReader reader;
    const double none = std::numeric_limits<double>::quiet_NaN();
    const TelemetryReading reading =
        reader.read(frameWith(50, {{none, packet(position(10, 20))}, {none, packet(position(11, 20))}}));
    QVERIFY(near(reading[OverlayField::PlatformLatitude].value, 11, 1e-6));  // the last to arrive
}

void KlvReaderTest::turnsGimbalAnglesIntoTrueOnes_data()
{
    QTest::addColumn<QVector<double>>("angles");  // heading, pitch, roll, azimuth, elevation, roll
    QTest::addColumn<double>("bearing");
    QTest::addColumn<double>("depression");
    QTest::addColumn<double>("roll");
    QTest::newRow("level") << QVector<double>{30, 0, 0, 90, -45, 0} << 120.0 << 45.0 << 0.0;
    QTest::newRow("beyond north") << QVector<double>{300, 0, 0, 90, -10, 5} << 30.0 << 10.0 << 5.0;
    QTest::newRow("nose up, ahead") << QVector<double>{0, 10, 0, 0, -30, 0} << 0.0 << 20.0 << 0.0;
    QTest::newRow("nose up, astern") << QVector<double>{0, 10, 0, 180, -30, 0} << 180.0 << 40.0 << 0.0;
    // Right wing down by 10: the camera to the right looks 10 deeper; ahead the picture rolls with it.
    QTest::newRow("right wing down, right") << QVector<double>{0, 0, 10, 90, -30, 0} << 90.0 << 40.0 << 0.0;
    QTest::newRow("right wing down, ahead") << QVector<double>{0, 0, 10, 0, 0, 0} << 0.0 << 0.0 << 10.0;
    QTest::newRow("straight down") << QVector<double>{75, 0, 0, 0, -90, 0} << 75.0 << 90.0 << 0.0;
    QTest::newRow("straight down, turned") << QVector<double>{75, 0, 0, 20, -90, 30} << 125.0 << 90.0 << 0.0;
}

void KlvReaderTest::turnsGimbalAnglesIntoTrueOnes()
{
    QFETCH(QVector<double>, angles);
    QFETCH(double, bearing);
    QFETCH(double, depression);
    QFETCH(double, roll);
    const QByteArray items =
        item(5, mapped(angles[0], 0, 360, 2)) + item(90, mappedSigned(angles[1], 90, 4)) +
        item(91, mappedSigned(angles[2], 90, 4)) + item(18, mapped(angles[3], 0, 360, 4)) +
        item(19, mappedSigned(angles[4], 180, 4)) + item(20, mapped(angles[5], 0, 360, 4));
    KlvReader reader;
    const TelemetryReading reading = reader.read(frameWith(0, {{0, packet(items)}}));
    QVERIFY(near(reading.cameraDepressionDegrees, depression, 0.001));
    // Straight down bearing and roll are one: what counts is where the picture's upper edge points.
    QVERIFY(reading.cameraBearingDegrees && reading.cameraRollDegrees);
    const double turn = depression > 89.9 ? *reading.cameraBearingDegrees + *reading.cameraRollDegrees
                                          : *reading.cameraBearingDegrees;
    QVERIFY(std::abs(std::remainder(turn - bearing, 360)) < 0.01);
    if (depression < 89.9)
        QVERIFY(near(reading.cameraRollDegrees, roll, 0.001));
}

void KlvReaderTest::readsRecordings()
{
    if (!QFile::exists(samplePath("h264_klv.ts")))
        QSKIP("no sample recordings at hand");
    for (const char* name : {"h264_klv.ts", "h265_klv.ts"}) {
        const auto source = Flight::open(samplePath(name))->frames({});
        KlvReader reader;
        int packets = 0, readings = 0;
        while (const auto frame = source->next()) {
            for (const DataPacket& data : frame->data)
                packets += static_cast<int>(decodeKlv(data.bytes).packets.size());
            const TelemetryReading reading = reader.read(*frame);
            readings += reading.source == Quality::Klv;
            QVERIFY(reading.utc.isValid());
            QVERIFY(reading[OverlayField::PlatformLatitude].value);
        }
        QCOMPARE(packets, 30);
        QCOMPARE(readings, 30);
        QCOMPARE(reader.damagedPackets(), 0);
    }
    const auto source = Flight::open(samplePath("aphill_short.ts"))->frames({});
    KlvReader reader;
    while (const auto frame = source->next())
        QCOMPARE(reader.read(*frame).source, Quality::None);
    QVERIFY(reader.sawOlderSet());
}

QTEST_GUILESS_MAIN(KlvReaderTest)
#include "klv_reader_test.moc"
