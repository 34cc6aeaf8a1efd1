#include <QFile>
#include <QtTest>
#include <cmath>
#include <limits>
#include <opencv2/core.hpp>

#include "flight/flight.h"
#include "geo/geodesy.h"
#include "geo/geoid.h"
#include "klv/klv_reader.h"
#include "klv_reading.h"
#include "support/klv_writer.h"
#include "support/source_folder.h"

using namespace sheen;
using namespace sheen::test;

/** KLV from hand-made packets, from damaged bytes, and from recordings where they are at hand. */
class KlvReaderTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void decodesEachItem();
    void knowsTheErrorValues();
    void readsLongLengthsAndTags();
    void takesFullRangeValuesFirst();
    void takesTheHeightAboveTheSea();
    void readsCorners();
    void putsSplitSetsTogether();
    void leavesASetThatLostItsEnd();
    void takesNoKeyOutOfASet();
    void takesOffCellHeaders();
    void tellsSetsOfOnePieceApart();
    void passesOverWhatStandsBefore();
    void countsDamage();
    void takesSetsThatAllFailAlike_data();
    void takesSetsThatAllFailAlike();
    void leavesOutClocksThatWereNeverSet();
    void tellsTheFieldOfViewByTheGround();
    void tellsOtherSets();
    void survivesHostileBytes();
    void takesTheNearestPacket();
    void takesPacketsWithoutTime();
    void amendsFramesWhosePacketComesLate();
    void keepsToOneStream();
    void rotatesAsTheStandardSays();
    void prefersTheCentreToHalfAnAttitude();
    void turnsGimbalAnglesIntoTrueOnes_data();
    void turnsGimbalAnglesIntoTrueOnes();
    void readsRecordings();
};

namespace {

const QByteArray uasKey = QByteArray::fromHex("060e2b34020b01010e01030101000000");
const QByteArray predatorKey = QByteArray::fromHex("060e2b34020101010e01010201010000");

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
    return sourcePath(QStringLiteral("../shared/data/klv/")) + name;
}

}  // namespace

void KlvReaderTest::decodesEachItem()
{
    const QByteArray items =
        klvItem(2, bigEndian(1404306133123456, 8)) + klvItem(3, "MISSION 1") +
        klvItem(5, mapped(159.97, 0, 360, 2)) + klvItem(6, mappedSigned(-0.43, 20, 2)) +
        klvItem(7, mappedSigned(3.41, 50, 2)) + klvItem(10, "MX TEST") + klvItem(11, "EOW") +
        klvPosition(-33.5, 179.25) + klvItem(15, mapped(1250, -900, 19000, 2)) +
        klvItem(16, mapped(3.065, 0, 180, 2)) + klvItem(17, mapped(1.7, 0, 180, 2)) +
        klvItem(18, mapped(160.7, 0, 360, 4)) + klvItem(19, mappedSigned(-68.8, 180, 4)) +
        klvItem(20, mapped(12.5, 0, 360, 4)) + klvItem(21, mapped(6894, 0, 5e6, 4)) +
        klvItem(23, mappedSigned(-33.4, 90, 4)) + klvItem(24, mappedSigned(-179.5, 180, 4)) +
        klvItem(25, mapped(12, -900, 19000, 2)) + klvItem(48, QByteArray(30, 'x')) +
        klvItem(65, bigEndian(17, 1)) + klvItem(75, mapped(1275, -900, 19000, 2));
    const KlvDecoding decoding = decodeKlv(klvPacket(items));
    QCOMPARE(decoding.packets.size(), std::size_t(1));
    QCOMPARE(decoding.faults.damaged, 0);
    const KlvPacket& decoded = decoding.packets.front();
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
    const QByteArray items = klvItem(5, bigEndian(0x4000, 2)) + klvItem(6, bigEndian(0x8000, 2)) +
                             klvItem(13, bigEndian(0x80000000, 4)) + klvItem(14, bigEndian(0x7fffffff, 4)) +
                             klvItem(16, bigEndian(1, 1)) + klvItem(19, QByteArray());
    const KlvPacket decoded = decodeKlv(klvPacket(items)).packets.at(0);
    QVERIFY(decoded.platformHeadingDegrees);
    QVERIFY(!decoded.platformPitchDegrees);
    QVERIFY(!decoded.sensorLatitudeDegrees);
    QVERIFY(near(decoded.sensorLongitudeDegrees, 180, 1e-9));
    QVERIFY(!decoded.sensorHorizontalFovDegrees);  // of another length
    QVERIFY(!decoded.sensorRelativeElevationDegrees);
}

void KlvReaderTest::readsLongLengthsAndTags()
{
    const QByteArray items =
        klvItem(141, QByteArray(90, 'a')) + klvItem(3, QByteArray(100, 'm')) + klvPosition(1, 2);
    const KlvDecoding decoding = decodeKlv(klvPacket(items) + klvPacket(klvPosition(3, 4), 2));
    QCOMPARE(decoding.packets.size(), std::size_t(2));
    QVERIFY(near(decoding.packets[0].sensorLatitudeDegrees, 1, 1e-7));
    QCOMPARE(decoding.packets[0].missionId.size(), 100);
    QVERIFY(near(decoding.packets[1].sensorLatitudeDegrees, 3, 1e-7));
}

void KlvReaderTest::takesFullRangeValuesFirst()
{
    // ST 1201 IMAPB(-900, 40000) on three bytes: 16 bits of range, so 2^7 steps a metre.
    const QByteArray height = bigEndian(static_cast<quint64>((12345.5 + 900) * 128), 3);
    const QByteArray items = klvItem(90, mappedSigned(-25.5, 90, 4)) + klvItem(6, mappedSigned(-20, 20, 2)) +
                             klvItem(91, mappedSigned(60.25, 90, 4)) + klvItem(7, mappedSigned(50, 50, 2)) +
                             klvItem(104, height);
    const KlvPacket decoded = decodeKlv(klvPacket(items)).packets.at(0);
    QVERIFY(near(decoded.platformPitchDegrees, -25.5, 1e-6));
    QVERIFY(near(decoded.platformRollDegrees, 60.25, 1e-6));
    QVERIFY(near(decoded.sensorEllipsoidHeightMetres, 12345.5, 0.01));
    // Without a height above mean sea level the one above the ellipsoid serves.
    QVERIFY(near(readingOf(decoded)[OverlayField::PlatformAltitude].value, 12345.5, 0.01));
    QCOMPARE(readingOf(decoded).geoidReductionMetres.value_or(-1), 0.0);  // no place, so no geoid
    // On a single byte a step is 512 m, and the smallest number lies below the range by a part of it.
    const KlvPacket coarse = decodeKlv(klvPacket(klvItem(104, QByteArray(1, '\0')))).packets.at(0);
    QVERIFY(near(coarse.sensorEllipsoidHeightMetres, -900, 1e-9));
}

void KlvReaderTest::takesTheHeightAboveTheSea()
{
    const QByteArray ellipsoid = klvPosition(1, 2) + klvItem(75, mapped(1275, -900, 19000, 2));
    const QByteArray geoid =
        klvItem(25, mapped(10, -900, 19000, 2)) + klvItem(78, mapped(37, -900, 19000, 2));
    const auto heightOf = [](const QByteArray& items) {
        const TelemetryReading reading = readingOf(decodeKlv(klvPacket(items)).packets.at(0));
        return std::pair(reading[OverlayField::PlatformAltitude].value, reading.geoidReductionMetres);
    };
    const auto [alone, aloneReduction] = heightOf(ellipsoid);
    const Geoid* grid = Geoid::installed();
    QVERIFY(near(alone, 1275 - (grid ? grid->heightMetres({1, 2}) : 0), 0.31));
    QCOMPARE(aloneReduction.value_or(-1) == 0, grid == nullptr);
    const auto [reduced, reduction] = heightOf(ellipsoid + geoid);
    QVERIFY(near(reduced, 1275 - 27, 0.95) && near(reduction, 27, 0.7));
    const auto [both, noReduction] = heightOf(ellipsoid + klvItem(15, mapped(1250, -900, 19000, 2)));
    QVERIFY(near(both, 1250, 0.31) && !noReduction);
}

void KlvReaderTest::readsCorners()
{
    QByteArray items = klvItem(23, mappedSigned(10, 90, 4)) + klvItem(24, mappedSigned(20, 180, 4));
    const double offsets[] = {0.01, -0.02, 0.011, 0.021, -0.012, 0.022, -0.013, -0.023};
    for (int i = 0; i < 8; ++i)
        items += klvItem(26 + i, mappedSigned(offsets[i], 0.075, 2));
    const KlvPacket byOffset = decodeKlv(klvPacket(items)).packets.at(0);
    for (int i = 0; i < 4; ++i) {
        const auto& corner = byOffset.corners[static_cast<std::size_t>(i)];
        QVERIFY(corner && std::abs(corner->latitudeDegrees - 10 - offsets[2 * i]) < 3e-6);
        QVERIFY(std::abs(corner->longitudeDegrees - 20 - offsets[2 * i + 1]) < 3e-6);
    }
    for (int i = 0; i < 4; ++i)
        items += klvItem(82 + 2 * i, mappedSigned(11 + i, 90, 4)) +
                 klvItem(83 + 2 * i, mappedSigned(-170 - i, 180, 4));
    const KlvPacket full = decodeKlv(klvPacket(items)).packets.at(0);
    for (int i = 0; i < 4; ++i) {
        const auto& corner = full.corners[static_cast<std::size_t>(i)];
        QVERIFY(corner && std::abs(corner->latitudeDegrees - 11 - i) < 1e-6);
        QVERIFY(std::abs(corner->longitudeDegrees + 170 + i) < 1e-6);
    }
    QVERIFY(!decodeKlv(klvPacket(klvPosition(1, 2))).packets.at(0).corners[0]);

    // Without the frame's centre the crossing of the diagonals stands for it, across the antimeridian too.
    const double across[] = {10.1, 179.95, 10.1, -179.95, 9.9, -179.95, 9.9, 179.95};
    QByteArray corners;
    for (int i = 0; i < 8; ++i)
        corners += klvItem(82 + i, mappedSigned(across[i], i % 2 == 0 ? 90 : 180, 4));
    const TelemetryReading reading = readingOf(decodeKlv(klvPacket(corners)).packets.at(0));
    QVERIFY(near(reading[OverlayField::TargetLatitude].value, 10, 1e-6));
    QVERIFY(reading[OverlayField::TargetLongitude].value);
    QVERIFY(std::abs(std::abs(*reading[OverlayField::TargetLongitude].value) - 180) < 1e-6);
}

void KlvReaderTest::putsSplitSetsTogether()
{
    const QByteArray set = klvPacket(klvItem(3, "SPLIT") + klvPosition(1, 2));
    const QByteArray stream = set + set;
    for (int cut = 1; cut < set.size(); ++cut) {
        KlvStream klv;
        QCOMPARE(klv.add(stream.left(cut), 5).size(), std::size_t(0));
        const std::vector<TimedKlvPacket> packets = klv.add(stream.mid(cut), 6);
        QCOMPARE(packets.size(), std::size_t(2));
        QCOMPARE(packets[0].timeSeconds, 5.0);  // when it began
        QCOMPARE(packets[1].timeSeconds, 6.0);
        QCOMPARE(packets[0].packet.missionId, QString("SPLIT"));
        QCOMPARE(klv.faults().damaged, 0);
    }
    KlvStream byteByByte;
    std::size_t count = 0;
    for (int i = 0; i < stream.size(); ++i)
        count += byteByByte.add(stream.mid(i, 1), i).size();
    QCOMPARE(count, std::size_t(2));

    KlvReader reader;
    QCOMPARE(reader.read(frameWith(0, {{0, set.left(30)}})).source, Quality::None);
    QCOMPARE(reader.read(frameWith(0.04, {{0.04, set.mid(30)}})).source, Quality::Klv);
}

void KlvReaderTest::leavesASetThatLostItsEnd()
{
    const QByteArray set = klvPacket(klvPosition(1, 2));
    KlvStream stream;
    QCOMPARE(stream.add(set.left(25), 0).size(), std::size_t(0));
    QCOMPARE(stream.add(set, 1).size(), std::size_t(1));  // not swallowed as the lost end
    QCOMPARE(stream.faults().damaged, 1);
    stream.add(set.left(25), 2);
    QCOMPARE(stream.finish().size(), std::size_t(0));
    QCOMPARE(stream.faults().damaged, 2);
    // A length that is too great does not hide what follows.
    QByteArray longer = set;
    longer[16] = static_cast<char>(longer[16] + 40);
    const KlvDecoding decoding = decodeKlv(longer + set + set);
    QVERIFY(!decoding.packets.empty());
    QVERIFY(decoding.faults.damaged > 0);
}

void KlvReaderTest::takesNoKeyOutOfASet()
{
    // The last bytes of a set look like the beginning of a key, and the next piece like its continuation.
    const QByteArray other = predatorKey + QByteArray::fromHex("03aa060e");
    const QByteArray rest = klvPacket(klvPosition(1, 2)).mid(2);
    KlvStream stream;
    stream.add(other, 0);
    QCOMPARE(stream.add(rest, 1).size(), std::size_t(0));
    QCOMPARE(decodeKlv(other + rest).packets.size(), std::size_t(0));
}

void KlvReaderTest::takesOffCellHeaders()
{
    const QByteArray set = klvPacket(klvItem(3, QByteArray(60, 'm')) + klvPosition(1, 2));
    KlvStream whole;
    QCOMPARE(whole.add(metadataCell(set), 1).size(), std::size_t(1));
    QCOMPARE(whole.add(metadataCell(set, 1) + metadataCell(set, 2), 2).size(), std::size_t(2));
    // One access unit in several cells, in one piece or in two: headers stand within the set.
    KlvStream inCells;
    QCOMPARE(inCells.add(metadataCell(set.left(40)) + metadataCell(set.mid(40), 1), 1).size(),
             std::size_t(1));
    QCOMPARE(inCells.add(metadataCell(set.left(70)), 2).size(), std::size_t(0));
    QCOMPARE(inCells.add(metadataCell(set.mid(70), 1), 3).size(), std::size_t(1));
    QCOMPARE(inCells.faults().damaged, 0);
}

void KlvReaderTest::tellsSetsOfOnePieceApart()
{
    QByteArray piece;
    for (int i = 0; i < 5; ++i)
        piece += klvPacket(klvItem(2, bigEndian(1'400'000'000'000'000 + 200'000 * quint64(i), 8)) +
                           klvPosition(10 + i, 20));
    KlvStream stream;
    const std::vector<TimedKlvPacket> synchronous = stream.add(piece, 3, true);
    const std::vector<TimedKlvPacket> asynchronous = stream.add(piece, 3, false);
    QCOMPARE(synchronous.size(), std::size_t(5));
    QCOMPARE(asynchronous.size(), std::size_t(5));
    for (std::size_t i = 0; i < 5; ++i) {
        QVERIFY(std::abs(synchronous[i].timeSeconds - 3 - 0.2 * double(i)) < 1e-9);
        QVERIFY(std::abs(asynchronous[i].timeSeconds - 3 + 0.2 * double(4 - i)) < 1e-9);
    }
    KlvReader reader;
    const TelemetryReading reading = reader.read(frameWith(3.6, {{3, piece}}));
    QVERIFY(near(reading[OverlayField::PlatformLatitude].value, 13, 1e-6));
}

void KlvReaderTest::passesOverWhatStandsBefore()
{
    // A synchronous metadata stream puts a header of five bytes before each packet.
    const QByteArray header = QByteArray::fromHex("0001df0040");
    const KlvDecoding decoding =
        decodeKlv(header + klvPacket(klvPosition(1, 2)) + header + klvPacket(klvPosition(3, 4)) + "trailing");
    QCOMPARE(decoding.packets.size(), std::size_t(2));
    QCOMPARE(decoding.faults.damaged, 0);
}

void KlvReaderTest::countsDamage()
{
    const QByteArray good = klvPacket(klvPosition(1, 2));
    QByteArray flipped = good;
    flipped[20] = static_cast<char>(flipped[20] ^ 4);
    const QByteArray cut = good.left(good.size() - 3);
    const KlvDecoding decoding = decodeKlv(flipped + good + cut);
    QCOMPARE(decoding.packets.size(), std::size_t(1));
    QCOMPARE(decoding.faults.damaged, 2);

    KlvReader reader;
    const TelemetryReading reading = reader.read(frameWith(0, {{0, flipped}}));
    QCOMPARE(reading.source, Quality::None);
    QCOMPARE(reader.faults().damaged, 1);
}

/** A set with another end than the checksum of its bytes. */
QByteArray withEnd(const QByteArray& items, const QByteArray& end)
{
    return uasKey + QByteArray(1, static_cast<char>(items.size() + end.size())) + items + end;
}

void KlvReaderTest::takesSetsThatAllFailAlike_data()
{
    QTest::addColumn<QByteArray>("end");
    QTest::newRow("wrong") << QByteArray::fromHex("01020000");
    QTest::newRow("missing") << QByteArray();
    QTest::newRow("not the last") << QByteArray::fromHex("01020000") + klvItem(65, bigEndian(17, 1));
}

void KlvReaderTest::takesSetsThatAllFailAlike()
{
    QFETCH(QByteArray, end);
    KlvReader reader;
    for (int i = 0; i < 6; ++i)
        reader.read(frameWith(0.5 * i, {{0.5 * i, withEnd(klvPosition(1 + i * 1e-3, 2), end)}}));
    QCOMPARE(reader.uncheckedSets(), 6);
    QCOMPARE(reader.recent().size(), std::size_t(5));
    // The first frame, which had to wait for the second set, has its own.
    const auto amended = reader.takeAmended();
    QVERIFY(!amended.empty());
    QVERIFY(near(amended.front()[OverlayField::PlatformLatitude].value, 1, 1e-6));
    // Between good ones a single one is damaged.
    KlvReader mixed;
    for (int i = 0; i < 6; ++i) {
        const QByteArray items = klvPosition(1, 2);
        mixed.read(frameWith(0.5 * i, {{0.5 * i, i % 3 == 1 ? withEnd(items, end) : klvPacket(items)}}));
    }
    QCOMPARE(mixed.uncheckedSets(), 0);
    QCOMPARE(mixed.faults().damaged, 2);
}

void KlvReaderTest::leavesOutClocksThatWereNeverSet()
{
    for (const quint64 microseconds : {quint64(0), quint64(86400) * 1000000, quint64(1) << 62}) {
        const KlvPacket packet =
            decodeKlv(klvPacket(klvItem(2, bigEndian(microseconds, 8)) + klvPosition(1, 2))).packets.at(0);
        QVERIFY(packet.hasUnsetClock);
        QVERIFY(!readingOf(packet).utc.isValid());
    }
    const KlvPacket packet =
        decodeKlv(klvPacket(klvItem(2, bigEndian(1404306133123456, 8)) + klvPosition(1, 2))).packets.at(0);
    QVERIFY(!packet.hasUnsetClock);
    QVERIFY(packet.precisionTimeStamp.isValid());
}

void KlvReaderTest::tellsTheFieldOfViewByTheGround()
{
    const double fov = 27;
    const double height = 900;
    const QByteArray place = klvPosition(35.2, 129.45) + klvItem(15, mapped(height, -900, 19000, 2));
    const QByteArray range = klvItem(21, mapped(height, 0, 5e6, 4));
    const double width = 2 * height * std::tan(fov / 2 * radiansPerDegree);
    const auto readingWith = [&](const QByteArray& items, std::optional<double> given = {}) {
        return readingOf(decodeKlv(klvPacket(place + items)).packets.at(0), given);
    };
    QVERIFY(
        near(readingWith(range + klvItem(22, mapped(width, 0, 10000, 2))).horizontalFovDegrees, fov, 0.02));
    // Above 10 km width comes extended; without a range, by the frame's centre.
    const QByteArray centre =
        klvItem(23, mappedSigned(35.2, 90, 4)) + klvItem(24, mappedSigned(129.45, 180, 4));
    QVERIFY(
        near(readingWith(centre + klvItem(22, mapped(width, 0, 10000, 2))).horizontalFovDegrees, fov, 0.02));
    // What is said goes before what is computed, and what is sent before both.
    QVERIFY(
        near(readingWith(range + klvItem(22, mapped(width, 0, 10000, 2)), 30).horizontalFovDegrees, 30, 0));
    QVERIFY(near(readingWith(klvItem(16, mapped(20, 0, 180, 2)), 30).horizontalFovDegrees, 20, 0.01));
    QVERIFY(!readingWith(klvItem(22, mapped(width, 0, 10000, 2))).horizontalFovDegrees);

    // Corners: of a camera that looks straight down, its upper edge to 40 degrees.
    const DegreeLengths lengths(35.2);
    QByteArray corners;
    int tag = 82;
    for (const auto& [right, up] : {std::pair(-1, 1), std::pair(1, 1), std::pair(1, -1), std::pair(-1, -1)}) {
        const double across = right * width / 2;
        const double along = up * width * 9 / 32;
        const double bearing = 40 * radiansPerDegree;
        const double north = along * std::cos(bearing) - across * std::sin(bearing);
        const double east = along * std::sin(bearing) + across * std::cos(bearing);
        corners += klvItem(tag, mappedSigned(35.2 + north / lengths.north, 90, 4));
        corners += klvItem(tag + 1, mappedSigned(129.45 + east / lengths.east, 180, 4));
        tag += 2;
    }
    const TelemetryReading reading = readingWith(corners);
    QVERIFY(near(reading.horizontalFovDegrees, fov, 0.1));
    QVERIFY(near(reading.cameraDepressionDegrees, 90, 0.1));
    QVERIFY(reading.cameraBearingDegrees && reading.cameraRollDegrees);
    const double upperEdge = *reading.cameraBearingDegrees + *reading.cameraRollDegrees;
    QVERIFY2(std::abs(std::remainder(upperEdge - 40, 360)) < 0.5, qPrintable(QString::number(upperEdge)));
}

void KlvReaderTest::tellsOtherSets()
{
    const QByteArray older = predatorKey + QByteArray::fromHex("03aabbcc");
    const KlvDecoding decoding = decodeKlv(older + klvPacket(klvPosition(1, 2)));
    QCOMPARE(decoding.packets.size(), std::size_t(1));
    QCOMPARE(decoding.faults.otherSets, 1);
    QCOMPARE(decoding.faults.olderSets, 1);
    KlvReader reader;
    QCOMPARE(reader.read(frameWith(0, {{0, older}})).source, Quality::None);
    QVERIFY(reader.isOlderSetAlone());
}

void KlvReaderTest::survivesHostileBytes()
{
    const QByteArray good = klvPacket(klvItem(3, "A") + klvPosition(1, 2) + klvItem(141, "zz"));
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
    const TelemetryReading first = reader.read(
        frameWith(0, {{0.0, klvPacket(klvPosition(10, 20))}, {0.4, klvPacket(klvPosition(11, 20))}}));
    QCOMPARE(first.source, Quality::Klv);
    QCOMPARE(first.frame, 7);
    QVERIFY(near(latitude(first), 10, 1e-6));
    QVERIFY(first[OverlayField::PlatformLatitude].text.isEmpty());
    QVERIFY(near(latitude(reader.read(frameWith(0.3, {}))), 11, 1e-6));
    QVERIFY(near(latitude(reader.read(frameWith(1.3, {}))), 11, 1e-6));
    QCOMPARE(reader.read(frameWith(1.5, {})).source, Quality::None);
    QCOMPARE(reader.read(frameWith(1.6, {{9.0, klvPacket(klvPosition(12, 20))}})).source, Quality::None);
    QVERIFY(near(latitude(reader.read(frameWith(8.5, {}))), 12, 1e-6));
}

void KlvReaderTest::takesPacketsWithoutTime()
{
    KlvReader reader;
    const double none = std::numeric_limits<double>::quiet_NaN();
    const TelemetryReading reading = reader.read(
        frameWith(50, {{none, klvPacket(klvPosition(10, 20))}, {none, klvPacket(klvPosition(11, 20))}}));
    QVERIFY(near(reading[OverlayField::PlatformLatitude].value, 11, 1e-6));  // the last to arrive
}

void KlvReaderTest::amendsFramesWhosePacketComesLate()
{
    KlvReader reader;
    Frame first = frameWith(1, {{0.4, klvPacket(klvPosition(10, 20))}});
    QVERIFY(near(reader.read(first)[OverlayField::PlatformLatitude].value, 10, 1e-6));
    QVERIFY(reader.takeAmended().empty());
    Frame second =
        frameWith(1.5, {{1.02, klvPacket(klvPosition(11, 20))}, {1.5, klvPacket(klvPosition(12, 20))}});
    second.index = 8;
    QVERIFY(near(reader.read(second)[OverlayField::PlatformLatitude].value, 12, 1e-6));
    const std::vector<TelemetryReading> amended = reader.takeAmended();
    QCOMPARE(amended.size(), std::size_t(1));
    QCOMPARE(amended[0].frame, 7);
    QCOMPARE(amended[0].timeSeconds, 1.0);
    QVERIFY(near(amended[0][OverlayField::PlatformLatitude].value, 11, 1e-6));
}

void KlvReaderTest::keepsToOneStream()
{
    KlvReader reader;
    const QByteArray set = klvPacket(klvPosition(10, 20));
    const QByteArray other = klvPacket(klvPosition(50, 20));
    // Two streams whose pieces alternate do not break each other's sets, and the first one leads.
    const TelemetryReading reading = reader.read(frameWith(
        1, {{1, set.left(20), 3}, {1, other.left(25), 4}, {1, set.mid(20), 3}, {1, other.mid(25), 4}}));
    QVERIFY(near(reading[OverlayField::PlatformLatitude].value, 10, 1e-6));
    QCOMPARE(reader.faults().damaged, 0);
    // Sets without a position (of another sensor, say) do not count.
    QVERIFY(near(
        reader.read(frameWith(1.04, {{1.04, klvPacket(klvItem(3, "M")), 3}}))[OverlayField::PlatformLatitude]
            .value,
        10, 1e-6));
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
        klvItem(5, mapped(angles[0], 0, 360, 2)) + klvItem(90, mappedSigned(angles[1], 90, 4)) +
        klvItem(91, mappedSigned(angles[2], 90, 4)) + klvItem(18, mapped(angles[3], 0, 360, 4)) +
        klvItem(19, mappedSigned(angles[4], 180, 4)) + klvItem(20, mapped(angles[5], 0, 360, 4));
    const TelemetryReading reading = readingOf(decodeKlv(klvPacket(items)).packets.at(0));
    QVERIFY(near(reading.cameraDepressionDegrees, depression, 0.001));
    // Straight down bearing and roll are one: what counts is where the picture's upper edge points.
    QVERIFY(reading.cameraBearingDegrees && reading.cameraRollDegrees);
    const double turn = depression > 89.9 ? *reading.cameraBearingDegrees + *reading.cameraRollDegrees
                                          : *reading.cameraBearingDegrees;
    QVERIFY(std::abs(std::remainder(turn - bearing, 360)) < 0.01);
    if (depression < 89.9)
        QVERIFY(near(reading.cameraRollDegrees, roll, 0.001));
}

void KlvReaderTest::rotatesAsTheStandardSays()
{
    // Independent of the matrices: axes that are carried along, each turn about an axis as it stands by then
    // (Rodrigues' formula). North, east, down.
    using Vector = cv::Vec3d;
    const auto turned = [](const Vector& v, const Vector& axis, double degrees) {
        const double angle = degrees * CV_PI / 180;
        return v * std::cos(angle) + axis.cross(v) * std::sin(angle) +
               axis * (axis.dot(v) * (1 - std::cos(angle)));
    };
    unsigned state = 7;
    const auto random = [&state](double from, double to) {
        state = state * 1664525 + 1013904223;
        return from + (to - from) * (state >> 8) / double(1 << 24);
    };
    for (int round = 0; round < 500; ++round) {
        KlvScene scene;
        scene.headingDegrees = random(0, 360);
        scene.pitchDegrees = random(-60, 60);
        scene.rollDegrees = random(-80, 80);
        scene.azimuthDegrees = random(0, 360);
        scene.elevationDegrees = random(-179, 179);
        scene.sensorRollDegrees = random(0, 360);
        Vector ahead(1, 0, 0), right(0, 1, 0), down(0, 0, 1);
        const auto turn = [&](const Vector& axis, double degrees) {
            const Vector about = axis;
            for (Vector* one : {&ahead, &right, &down})
                *one = turned(*one, about, degrees);
        };
        turn(down, scene.headingDegrees);
        turn(right, scene.pitchDegrees);
        turn(ahead, scene.rollDegrees);
        turn(down, scene.azimuthDegrees);
        turn(right, scene.elevationDegrees);
        turn(ahead, scene.sensorRollDegrees);

        // The pose's own meaning (docs/georeferencing.md): axis, right and down of bearing and depression,
        // then turned by the roll about the axis.
        const TelemetryReading reading = readingOf(decodeKlv(klvPacketOf(scene)).packets.at(0));
        const double b = *reading.cameraBearingDegrees * CV_PI / 180;
        const double d = *reading.cameraDepressionDegrees * CV_PI / 180;
        const Vector axis(std::cos(d) * std::cos(b), std::cos(d) * std::sin(b), std::sin(d));
        const Vector level(-std::sin(b), std::cos(b), 0);
        const Vector lower(-std::sin(d) * std::cos(b), -std::sin(d) * std::sin(b), std::cos(d));
        const Vector pictureRight = turned(level, axis, *reading.cameraRollDegrees);
        const Vector pictureDown = turned(lower, axis, *reading.cameraRollDegrees);
        QVERIFY(cv::norm(axis - ahead) < 1e-3);
        QVERIFY(cv::norm(pictureRight - right) < 1e-3);
        QVERIFY(cv::norm(pictureDown - down) < 1e-3);
    }
}

void KlvReaderTest::prefersTheCentreToHalfAnAttitude()
{
    const QByteArray gimbal = klvItem(5, mapped(90, 0, 360, 2)) + klvPosition(1, 2) +
                              klvItem(18, mapped(0, 0, 360, 4)) + klvItem(19, mappedSigned(-30, 180, 4));
    const QByteArray centre = klvItem(23, mappedSigned(1, 90, 4)) + klvItem(24, mappedSigned(2.01, 180, 4));
    const auto hasAngles = [](const QByteArray& items) {
        return readingOf(decodeKlv(klvPacket(items)).packets.at(0)).cameraBearingDegrees.has_value();
    };
    QVERIFY(hasAngles(gimbal));
    QVERIFY(!hasAngles(gimbal + centre));
    QVERIFY(
        hasAngles(gimbal + centre + klvItem(6, mappedSigned(2, 20, 2)) + klvItem(7, mappedSigned(1, 50, 2))));
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
        QCOMPARE(reader.faults().damaged, 0);
    }
    const auto source = Flight::open(samplePath("aphill_short.ts"))->frames({});
    KlvReader reader;
    while (const auto frame = source->next())
        QCOMPARE(reader.read(*frame).source, Quality::None);
    QVERIFY(reader.isOlderSetAlone());
}

QTEST_GUILESS_MAIN(KlvReaderTest)
#include "klv_reader_test.moc"
