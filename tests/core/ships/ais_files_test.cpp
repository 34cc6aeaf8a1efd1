// SPDX-License-Identifier: GPL-3.0-or-later
#include "ships/ais_files.h"

#include <QFile>
#include <QTemporaryDir>
#include <QtTest>
#include <cmath>

#include "ais_message.h"
#include "ais_table.h"
#include "base/error.h"
#include "ships/flight_window.h"
#include "text_time.h"

using namespace sheen;

namespace {

constexpr qint64 second = 1000;

/** Bits of a message, written from the standard. */
class Bits
{
public:
    void number(qint64 value, int count)
    {
        for (int bit = count - 1; bit >= 0; --bit)
            m_bits.push_back((value >> bit & 1) != 0);
    }
    void text(const QByteArray& text, int letters)
    {
        for (int i = 0; i < letters; ++i) {
            const int letter = i < text.size() ? text[i] : '@';
            number(letter >= 64 ? letter - 64 : letter, 6);
        }
    }
    /** The letters, and how many bits of the last are none of the message. */
    std::pair<QByteArray, int> letters() const
    {
        std::vector<bool> bits = m_bits;
        int fill = 0;
        for (; bits.size() % 6 != 0; ++fill)
            bits.push_back(false);
        QByteArray text;
        for (std::size_t i = 0; i < bits.size(); i += 6) {
            int value = 0;
            for (std::size_t bit = i; bit < i + 6; ++bit)
                value = 2 * value + (bits[bit] ? 1 : 0);
            text += static_cast<char>(value < 40 ? value + 48 : value + 56);
        }
        return {text, fill};
    }

private:
    std::vector<bool> m_bits;
};

void addPlace(Bits& bits, double latitude, double longitude)
{
    bits.number(std::llround(longitude * 600000), 28);
    bits.number(std::llround(latitude * 600000), 27);
}

Bits classA(qint64 mmsi, double latitude, double longitude, int secondOfMinute = 30, int type = 1)
{
    Bits bits;
    for (const auto& [value, count] :
         {std::pair<qint64, int>{type, 6}, {0, 2}, {mmsi, 30}, {0, 4}, {0, 8}, {123, 10}, {0, 1}})
        bits.number(value, count);
    addPlace(bits, latitude, longitude);
    for (const auto& [value, count] :
         {std::pair<qint64, int>{2155, 12}, {210, 9}, {secondOfMinute, 6}, {0, 25}})
        bits.number(value, count);
    return bits;
}

Bits classB(qint64 mmsi, double latitude, double longitude, bool extended)
{
    Bits bits;
    for (const auto& [value, count] :
         {std::pair<qint64, int>{extended ? 19 : 18, 6}, {0, 2}, {mmsi, 30}, {0, 8}, {1023, 10}, {0, 1}})
        bits.number(value, count);
    addPlace(bits, latitude, longitude);
    for (const auto& [value, count] : {std::pair<qint64, int>{3600, 12}, {511, 9}, {7, 6}, {0, 4}})
        bits.number(value, count);
    if (!extended) {
        bits.number(0, 25);
        return bits;
    }
    bits.text("SMALL BOAT", 20);
    for (const auto& [value, count] :
         {std::pair<qint64, int>{37, 8}, {8, 9}, {4, 9}, {2, 6}, {2, 6}, {0, 11}})
        bits.number(value, count);
    return bits;
}

Bits voyage(qint64 mmsi, qint64 imo, const QByteArray& name)
{
    Bits bits;
    for (const auto& [value, count] : {std::pair<qint64, int>{5, 6}, {0, 2}, {mmsi, 30}, {0, 2}, {imo, 30}})
        bits.number(value, count);
    bits.text("LAXY7", 7);
    bits.text(name, 20);
    for (const auto& [value, count] :
         {std::pair<qint64, int>{82, 8}, {150, 9}, {33, 9}, {10, 6}, {14, 6}, {0, 4}, {0, 20}, {0, 8}})
        bits.number(value, count);
    bits.text("ULSAN", 20);
    bits.number(0, 2);
    return bits;
}

QByteArray withChecksum(const QByteArray& body)
{
    int sum = 0;
    for (const char letter : body)
        sum ^= static_cast<unsigned char>(letter);
    return body + '*' + QByteArray::number(sum, 16).rightJustified(2, '0').toUpper();
}

QByteArray sentence(const Bits& bits)
{
    const auto [letters, fill] = bits.letters();
    return '!' + withChecksum("AIVDM,1,1,,A," + letters + ',' + QByteArray::number(fill));
}

/** In two sentences. */
QList<QByteArray> sentences(const Bits& bits, int sequence = 3)
{
    const auto [letters, fill] = bits.letters();
    const int half = static_cast<int>(letters.size()) / 2;
    const QByteArray number = QByteArray::number(sequence);
    return {'!' + withChecksum("AIVDM,2,1," + number + ",B," + letters.left(half) + ",0"),
            '!' + withChecksum("AIVDM,2,2," + number + ",B," + letters.mid(half) + ',' +
                               QByteArray::number(fill))};
}

QByteArray tagBlock(qint64 seconds)
{
    return '\\' + withChecksum("s:station,c:" + QByteArray::number(seconds)) + '\\';
}

constexpr qint64 begin = 1'780'790'400;  // 2026-06-07 00:00:00 UTC

}  // namespace

class AisFilesTest : public QObject
{
    Q_OBJECT

    QTemporaryDir m_folder;
    int m_files = 0;

    QString write(const QByteArray& bytes)
    {
        QFile file(m_folder.filePath(QStringLiteral("ais%1").arg(++m_files)));
        if (file.open(QIODevice::WriteOnly))
            file.write(bytes);
        return file.fileName();
    }

    /** A day, 100 km around a place in the Korea Strait. */
    static AisWindow window() { return {begin * second, (begin + 86400) * second, {34.5, 128}, 1e5, 1e5}; }

    AisShips read(const QByteArray& bytes) { return readAisFiles({write(bytes)}, window()); }

private Q_SLOTS:
    void readsThePublishedExamples()
    {
        // Messages that are known from the literature on AIS, and what they say.
        const AisMessage position = *decodeAisMessage("177KQJ5000G?tO`K>RA1wUbN0TKH", 0);
        QCOMPARE(position.type, 1);
        QCOMPARE(position.facts.mmsi, 477553000U);
        QVERIFY(std::abs(position.position->place.latitudeDegrees - 47.582833) < 1e-6);
        QVERIFY(std::abs(position.position->place.longitudeDegrees - -122.345833) < 1e-6);
        QCOMPARE(*position.position->speedKnots, 0.0);
        QCOMPARE(*position.position->courseDegrees, 51.0);
        QCOMPARE(*position.second, 15);
        const AisMessage voyage =
            *decodeAisMessage("55?MbV02;H;s<HtKR20EHE:0@T4@Dn2222222216L961O5Gf0NSQEp6ClRp888888888880", 2);
        QCOMPARE(voyage.type, 5);
        QCOMPARE(voyage.facts.mmsi, 351759000U);
        QCOMPARE(voyage.facts.imo, QStringLiteral("9134270"));
        QCOMPARE(voyage.facts.callSign, QStringLiteral("3FOF8"));
        QCOMPARE(voyage.facts.name, QStringLiteral("EVER DIADEM"));
        QCOMPARE(voyage.facts.type, QStringLiteral("cargo ship"));
        QCOMPARE(*voyage.facts.lengthMetres, 295.0);
    }

    void readsSentences()
    {
        QByteArray file = "# a log\n";
        file += tagBlock(begin + 60) + sentence(classA(440123456, 34.6, 128.1)) + "\r\n";
        file += tagBlock(begin + 70) + sentence(classA(440123456, 34.61, 128.12, 30, 3)) + "\r\n";
        file += tagBlock(begin + 75) + sentence(classB(338123456, 34.4, 127.9, false)) + "\n";
        file += tagBlock(begin + 80) + sentence(classB(338123457, 34.4, 127.8, true)) + "\n";
        for (const QByteArray& part : sentences(voyage(440123456, 9074729, "EXAMPLE SPIRIT")))
            file += part + "\n";
        file += "$GPZDA,000100.00,07,06,2026,00,00*60\n";
        const AisShips result = read(file);
        QCOMPARE(result.faults.badChecksums, 0);
        QCOMPARE(result.faults.broken, 0);
        QCOMPARE(result.ships.size(), std::size_t(3));
        const ShipTrack& tanker = result.ships.back();
        QCOMPARE(tanker.mmsi, 440123456U);
        QCOMPARE(tanker.name, QStringLiteral("EXAMPLE SPIRIT"));
        QCOMPARE(tanker.imo, QStringLiteral("9074729"));
        QCOMPARE(tanker.callSign, QStringLiteral("LAXY7"));
        QCOMPARE(tanker.type, QStringLiteral("tanker"));
        QCOMPARE(*tanker.lengthMetres, 183.0);
        QCOMPARE(tanker.positions.size(), std::size_t(2));
        QCOMPARE(tanker.positions[0].utcMilliseconds, (begin + 60) * second);
        QVERIFY(std::abs(tanker.positions[1].place.latitudeDegrees - 34.61) < 2e-6);
        QVERIFY(std::abs(tanker.positions[1].place.longitudeDegrees - 128.12) < 2e-6);
        QCOMPARE(*tanker.positions[0].speedKnots, 12.3);
        QCOMPARE(*tanker.positions[0].courseDegrees, 215.5);
        const ShipTrack& small = result.ships[1];
        QCOMPARE(small.name, QStringLiteral("SMALL BOAT"));
        QCOMPARE(small.type, QStringLiteral("pleasure craft"));
        QVERIFY(!result.ships[0].positions[0].speedKnots && !result.ships[0].positions[0].courseDegrees);
    }

    void countsWhatIsBroken()
    {
        QByteArray wrong = sentence(classA(440123456, 34.6, 128.1));
        wrong[wrong.indexOf('*') - 4] = wrong[wrong.indexOf('*') - 4] == '1' ? '2' : '1';
        const QList<QByteArray> halves = sentences(voyage(440123456, 9074729, "EXAMPLE"));
        const QByteArray good = tagBlock(begin + 60) + sentence(classA(440123456, 34.6, 128.1)) + '\n';
        const AisShips result = read(good + tagBlock(begin) + wrong + '\n' + halves[1] + '\n' + halves[0] +
                                     '\n' + good + sentence(classA(440123457, 34.6, 128.1)) + "\n!" +
                                     withChecksum("AIVDM,1,1,,A,,0") + "\n!AIVDM,9*00\n");
        QCOMPARE(result.faults.badChecksums, 2);  // the wrong one, and the stump
        QCOMPARE(result.faults.broken, 3);        // a second half alone, a first half alone, no letters
        QCOMPARE(result.faults.withoutTime, 1);
        QCOMPARE(result.ships.size(), std::size_t(1));
        QCOMPARE(result.ships[0].positions.size(), std::size_t(1));
        QVERIFY(result.ships[0].name.isEmpty());
    }

    void takesTimesFromWhereTheyStand_data()
    {
        QTest::addColumn<QByteArray>("before");
        QTest::addColumn<QByteArray>("after");
        const QByteArray number = QByteArray::number(begin + 3661);
        QTest::newRow("tag block") << tagBlock(begin + 3661) << QByteArray();
        QTest::newRow("behind") << QByteArray() << QByteArray("," + number);
        QTest::newRow("behind a station") << QByteArray() << QByteArray(",r003669945," + number);
        QTest::newRow("before") << QByteArray(number + ' ') << QByteArray();
        QTest::newRow("milliseconds") << QByteArray(number + "000,") << QByteArray();
        QTest::newRow("a calendar") << QByteArray("2026-06-07T01:01:01Z ") << QByteArray();
        QTest::newRow("with a space") << QByteArray("2026-06-07 01:01:01,") << QByteArray();
    }
    void takesTimesFromWhereTheyStand()
    {
        QFETCH(QByteArray, before);
        QFETCH(QByteArray, after);
        const AisShips result = read(before + sentence(classA(440123456, 34.6, 128.1)) + after + "\r\n");
        QCOMPARE(result.faults.withoutTime, 0);
        QCOMPARE(result.ships.size(), std::size_t(1));
        QCOMPARE(result.ships[0].positions[0].utcMilliseconds, (begin + 3661) * second);
    }

    void baseStationsTellTheTime()
    {
        Bits clock;
        for (const auto& [value, count] : {std::pair<qint64, int>{4, 6},
                                           {0, 2},
                                           {4400001, 30},
                                           {2026, 14},
                                           {6, 4},
                                           {7, 5},
                                           {1, 5},
                                           {1, 6},
                                           {58, 6},
                                           {0, 90}})
            clock.number(value, count);
        const AisShips result = read(sentence(clock) + '\n' + sentence(classA(440123456, 34.6, 128.1, 57)) +
                                     '\n' + sentence(classA(440123457, 34.6, 128.1, 3)) + '\n');
        QCOMPARE(result.ships.size(), std::size_t(2));
        QCOMPARE(result.ships[0].positions[0].utcMilliseconds, (begin + 3600 + 60 + 57) * second);
        QCOMPARE(result.ships[1].positions[0].utcMilliseconds, (begin + 3600 + 120 + 3) * second);
    }

    void readsTables_data()
    {
        QTest::addColumn<QByteArray>("table");
        QTest::newRow("Danish Maritime Authority") << QByteArray(
            "# Timestamp,Type of mobile,MMSI,Latitude,Longitude,Navigational status,ROT,SOG,COG,Heading,IMO,"
            "Callsign,Name,Ship type,Cargo type,Width,Length,Type of position fixing device,Draught,"
            "Destination,ETA,Data source type,A,B,C,D\r\n"
            "07/06/2026 01:00:00,Class A,440123456,34.600000,128.100000,Under way,0.0,12.3,215.5,210,9074729,"
            "LAXY7,\"EXAMPLE, SPIRIT\",tanker,,24,183,GPS,9.5,ULSAN,,AIS,150,33,10,14\r\n"
            "07/06/2026 01:00:01,Base Station,440000001,34.6,128.1,,,,,,Unknown,,,,,,,,,,,AIS,,,,\r\n"
            "07/06/2026 01:00:05,Class A,440123456,91.000000,0.000000,,,,,,Unknown,Unknown,Unknown,"
            "Undefined,,,,Undefined,,Unknown,,AIS,,,,\r\n"
            "07/06/2026 01:00:10,Class A,440123456,34.610000,128.120000,,,12.4,215.0,,Unknown,Unknown,"
            ",Undefined,,,,GPS,,,,AIS,,,,\r\n"
            "31/06/2026 01:00:10,Class "
            "A,440123456,34.610000,128.120000,,,12.4,215.0,,,,,,,,,,,,,AIS,,,,\r\n");
        QTest::newRow("MarineCadastre") << QByteArray(
            "MMSI,BaseDateTime,LAT,LON,SOG,COG,Heading,VesselName,IMO,CallSign,VesselType,Status,Length,"
            "Width,"
            "Draft,Cargo,TransceiverClass\n"
            "440123456,2026-06-07T01:00:00,34.60000,128.10000,12.3,215.5,210.0,\"EXAMPLE, "
            "SPIRIT\",IMO9074729,LAXY7,80,0,183,24,9.5,80,A\n"
            "440123456,2026-06-07T01:00:10,34.61000,128.12000,12.4,215.0,511.0,,,,,,,,,,A\n"
            "440123456,,34.61000,128.12000,12.4,215.0,511.0,,,,,,,,,,A\n");
        QTest::newRow("MarineCadastre, newer") << QByteArray(
            "mmsi,base_date_time,longitude,latitude,sog,cog,heading,vessel_name,imo,call_sign,vessel_type,"
            "status,length,width,draft,cargo,transceiver\n"
            "440123456,2026-06-07 01:00:00,128.10000,34.60000,12.3,215.5,210,\"EXAMPLE, "
            "SPIRIT\",IMO9074729,LAXY7,80,0,183,24,9.5,80,A\n"
            "440123456,2026-06-07 01:00:10,128.12000,34.61000,12.4,360.0,511,,,,,,,,,,A\n"
            "440123456,2026-06-07 01:00:10,east,34.61000,12.4,215.0,511,,,,,,,,,,A\n");
    }
    void readsTables()
    {
        QFETCH(QByteArray, table);
        const AisShips result = read(table);
        QCOMPARE(result.ships.size(), std::size_t(1));
        QCOMPARE(result.faults.broken, 1);
        const ShipTrack& ship = result.ships[0];
        QCOMPARE(ship.mmsi, 440123456U);
        QCOMPARE(ship.name, QStringLiteral("EXAMPLE, SPIRIT"));
        QCOMPARE(ship.imo, QStringLiteral("9074729"));
        QCOMPARE(ship.callSign, QStringLiteral("LAXY7"));
        QCOMPARE(ship.type, QStringLiteral("tanker"));
        QCOMPARE(*ship.lengthMetres, 183.0);
        QCOMPARE(ship.positions.size(), std::size_t(2));
        QCOMPARE(ship.positions[0].utcMilliseconds, (begin + 3600) * second);
        QCOMPARE(ship.positions[1].utcMilliseconds, (begin + 3610) * second);
        QCOMPARE(ship.positions[1].place.latitudeDegrees, 34.61);
        QCOMPARE(ship.positions[1].place.longitudeDegrees, 128.12);
        QCOMPARE(*ship.positions[0].speedKnots, 12.3);
    }

    /** A country's day: what lies elsewhere or at another time takes no memory. */
    void keepsTheWindowAlone()
    {
        const QByteArray header = "MMSI,BaseDateTime,LAT,LON,SOG,COG\n";
        const AisShips result = read(header +
                                     "440123456,2026-06-07T01:00:00,36.6,128.1,1,1\n"
                                     "440123457,2026-06-06T01:00:00,34.6,128.1,1,1\n"
                                     "440123458,2026-06-07T01:00:00,34.6,128.1,1,1\n");
        QCOMPARE(result.faults.positions, qint64(3));
        QCOMPARE(result.ships.size(), std::size_t(1));
        QCOMPARE(result.ships[0].mmsi, 440123458U);
        AisWindow dateLine = window();
        dateLine.centre = {34.5, 179.9};
        QVERIFY(dateLine.holds(GroundPoint{34.5, -179.9}));
        QVERIFY(!dateLine.holds(GroundPoint{34.5, 178}));
    }

    void refusesOtherFiles()
    {
        for (const QByteArray& bytes : {QByteArray(), QByteArray("latitude,longitude\n1,2\n"),
                                        QByteArray("\x7f"
                                                   "ELF\0\1\2",
                                                   7),
                                        QByteArray("x\n").repeated(5000)}) {
            const QString path = write(bytes);
            try {
                readAisFiles({path}, window());
                QFAIL("It was taken.");
            } catch (const Error& error) {
                QCOMPARE(int(error.kind()), int(ErrorKind::Unreadable));
                QVERIFY(error.sentence().contains(path));
            }
        }
        QVERIFY_EXCEPTION_THROWN(readAisFiles({m_folder.filePath(QStringLiteral("none"))}, window()), Error);
        Cancel cancel;
        cancel.request();
        QVERIFY_EXCEPTION_THROWN(readAisFiles({write("MMSI,BaseDateTime,LAT,LON\n")}, window(), &cancel),
                                 Error);
    }

    void survivesHostileLetters()
    {
        quint32 state = 1;
        QByteArray all = sentence(classA(440123456, 34.6, 128.1)) + '\n';
        for (int line = 0; line < 2000; ++line) {
            QByteArray body = "AIVDM,";
            for (int i = 0; i < 40; ++i) {
                state = state * 1664525 + 1013904223;
                body += static_cast<char>(state >> 24 & 0x7f);
            }
            all += '!' + withChecksum(body.replace('\n', ',').replace('*', ',')) + '\n';
        }
        QVERIFY(read(all).faults.broken + read(all).faults.badChecksums > 0);
    }

    void placesBetweenPositions()
    {
        ShipTrack ship;
        ship.positions = {
            {0, {10, 179.9}, {}, {}}, {600'000, {11, -179.9}, {}, {}}, {6'000'000, {12, -179.9}, {}, {}}};
        const GroundPoint between = *placeAt(ship, 300'000);
        QCOMPARE(between.latitudeDegrees, 10.5);
        QVERIFY(std::abs(std::abs(between.longitudeDegrees) - 180) < 1e-9);
        QCOMPARE(placeAt(ship, 0)->latitudeDegrees, 10.0);
        QCOMPARE(placeAt(ship, 900'000)->latitudeDegrees, 11.0);  // five minutes after it
        QVERIFY(!placeAt(ship, 3'000'000));                       // nobody knows
        QCOMPARE(placeAt(ship, 5'700'000)->latitudeDegrees, 12.0);
        QVERIFY(!placeAt(ship, -700'000) && !placeAt(ship, 7'000'000));
    }

    void theWindowOfAFlight()
    {
        FrameRecord frame;
        frame.telemetry.utc = QDateTime(QDate(2026, 6, 7), QTime(6, 0), Qt::UTC);
        frame.footprint = {{34.5, 128}, {34.5, 128.01}, {34.51, 128.01}};
        const AisWindow around = windowOfFlight({FrameRecord(), frame});
        QVERIFY(around.holds(frame.telemetry.utc.toMSecsSinceEpoch() + 3'599'000));
        QVERIFY(!around.holds(frame.telemetry.utc.toMSecsSinceEpoch() + 3'601'000));
        QVERIFY(around.holds(GroundPoint{34.65, 128}) && !around.holds(GroundPoint{34.7, 128}));
        const AisWindow none = windowOfFlight({FrameRecord()});
        QVERIFY(none.firstMilliseconds > none.lastMilliseconds);
    }

    void times()
    {
        QCOMPARE(*textMilliseconds("07/06/2026 00:00:01"), (begin + 1) * second);
        QCOMPARE(*textMilliseconds("2026-06-07T00:00:01.5Z"), begin * second + 1500);
        QCOMPARE(*textMilliseconds("2026-06-07 00:01"), (begin + 60) * second);
        for (const char* text : {"", "31/06/2026 00:00:00", "2026-06-07", "12:00:00", "2026/06/07 00:00:00",
                                 "99999999999999999999", "2026-06-07T25:00:00"})
            QVERIFY2(!textMilliseconds(text), text);
    }
};

QTEST_GUILESS_MAIN(AisFilesTest)
#include "ais_files_test.moc"
