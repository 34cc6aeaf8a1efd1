// SPDX-License-Identifier: GPL-3.0-or-later
#include "ships/ship_findings.h"

#include <QFile>
#include <QTemporaryDir>
#include <QtTest>
#include <cmath>

#include "base/error.h"
#include "geo/geodesy.h"
#include "geo/local_plane.h"
#include "support/some_slick.h"

using namespace sheen;

namespace {

const GroundPoint middle{34.5, 128.25};
const QDateTime seen(QDate(2026, 6, 7), QTime(6, 0), Qt::UTC);

/** Metres east and north of the middle. */
GroundPoint placeAt(double east, double north)
{
    return LocalPlane(middle).toGround({east, north});
}

/** A square slick of 200 m about the middle. */
Slick slick(std::int64_t id = 1, double east = 0, double north = 0)
{
    GroundRing ring;
    for (const auto& [x, y] : {std::pair{-100, -100}, {100, -100}, {100, 100}, {-100, 100}})
        ring.push_back(placeAt(east + x, north + y));
    Slick made = slickOfOne(id, {{ring}}, 1, 2);
    made.firstUtc = seen;
    made.positionErrorMetres = 50;
    return made;
}

double away(const GroundPoint& a, const GroundPoint& b)
{
    return cv::norm(toEcef(a) - toEcef(b));
}

}  // namespace

class ShipFindingsTest : public QObject
{
    Q_OBJECT

    QTemporaryDir m_folder;
    QByteArray m_rows = "MMSI,BaseDateTime,LAT,LON,SOG,COG,VesselName\n";
    int m_files = 0;

    /** A row, minutes before the slick was seen, metres from its middle. */
    void row(int mmsi, double minutesBefore, double east, double north, const char* name = "")
    {
        const GroundPoint place = placeAt(east, north);
        m_rows += QByteArray::number(mmsi) + ',' +
                  seen.addMSecs(-std::llround(minutesBefore * 60000)).toString(Qt::ISODate).toLatin1() + ',' +
                  QByteArray::number(place.latitudeDegrees, 'f', 8) + ',' +
                  QByteArray::number(place.longitudeDegrees, 'f', 8) + ",10.0,90.0," + name + '\n';
    }

    ShipFindings find(const std::vector<Slick>& slicks, const EnteredFacts& facts = {})
    {
        QFile file(m_folder.filePath(QStringLiteral("ais%1.csv").arg(++m_files)));
        if (file.open(QIODevice::WriteOnly))
            file.write(m_rows);
        file.close();
        return findShips({file.fileName()}, slicks, facts);
    }

private Q_SLOTS:
    void init() { m_rows = "MMSI,BaseDateTime,LAT,LON,SOG,COG,VesselName\n"; }

    void tellsHowNearAndWhen()
    {
        // Past the square's northern edge, 400 m off, 30 minutes before; between two positions.
        row(440000001, 40, -5000, 500, "PASSED BY");
        row(440000001, 20, 5000, 500, "PASSED BY");
        // Right through it an hour before.
        row(440000002, 65, -1000, 0, "THROUGH");
        row(440000002, 55, 1000, 0, "THROUGH");
        // Never nearer than 20 km; too long before; after it was seen.
        row(440000003, 30, 20000, 0);
        row(440000004, 400, 0, 0);
        row(440000005, -5, 0, 0);
        const ShipFindings findings = find({slick()});
        QCOMPARE(findings.slicks.size(), std::size_t(1));
        const std::vector<NearShip>& ships = findings.slicks[0].ships;
        QCOMPARE(ships.size(), std::size_t(2));
        QCOMPARE(findings.ships.size(), std::size_t(2));
        QCOMPARE(findings.ships[ships[0].ship].name, QStringLiteral("THROUGH"));
        QCOMPARE(ships[0].closest.distanceMetres, 0.0);
        QVERIFY(std::abs(ships[0].closest.beforeSeconds - 60 * 60) < 31);  // within the square for a minute
        QCOMPARE(findings.ships[ships[1].ship].name, QStringLiteral("PASSED BY"));
        QVERIFY(std::abs(ships[1].closest.distanceMetres - 400) < 1);
        QVERIFY(std::abs(ships[1].closest.beforeSeconds - 30 * 60) < 61);
        QCOMPARE(ships[1].closest.utcMilliseconds,
                 seen.toMSecsSinceEpoch() - std::llround(ships[1].closest.beforeSeconds * 1000));
        QVERIFY(std::abs(away(ships[1].closest.ship, middle) - 500) < 120);
        QVERIFY(!ships[1].closestAdrift && findings.slicks[0].driftBack.empty());
        QCOMPARE(*ships[1].speedKnots, 10.0);
    }

    /** Two positions an hour apart say nothing of what lies between. */
    void doesNotGuessAcrossGaps()
    {
        row(440000001, 90, -5000, 0);
        row(440000001, 30, 5000, 0);
        const ShipFindings findings = find({slick()});
        QCOMPARE(findings.slicks[0].ships.size(), std::size_t(1));
        QVERIFY(std::abs(findings.slicks[0].ships[0].closest.distanceMetres - 4900) < 1);
    }

    void followsTheDrift()
    {
        // A current of 1 m/s to the east: two hours before, the slick lay 7.2 km to the west.
        EnteredFacts facts;
        facts.set(EnteredFact::Current, QStringLiteral("090°, 1 m/s"));
        row(440000001, 125, -7200, -3000, "CROSSED ITS WAY");
        row(440000001, 115, -7200, 3000, "CROSSED ITS WAY");
        row(440000002, 10, 1500, 0, "LATER");
        const ShipFindings findings = find({slick()}, facts);
        const std::vector<NearShip>& ships = findings.slicks[0].ships;
        QCOMPARE(findings.ships[ships[0].ship].name, QStringLiteral("CROSSED ITS WAY"));
        QCOMPARE(ships[0].closestAdrift->distanceMetres, 0.0);
        QVERIFY(std::abs(ships[0].closestAdrift->beforeSeconds - 2 * 3600) < 20);
        QVERIFY(std::abs(ships[0].closest.distanceMetres - 7100) < 2);
        QVERIFY(std::abs(away(ships[0].closestAdrift->ship, placeAt(-7200, 0)) - 0) < 150);
        const std::vector<DriftPoint>& back = findings.slicks[0].driftBack;
        QCOMPARE(back.front().beforeSeconds, 0.0);
        QCOMPARE(back.back().beforeSeconds, 6 * 3600.0);
        QVERIFY(away(back.front().place, middle) < 1);
        QVERIFY(away(back[4].place, placeAt(-7200, 0)) < 1);
        QCOMPARE(back[4].spreadMetres, 50 + 0.25 * 7200);
    }

    void leavesOutWhatNobodyAsksFor()
    {
        row(440000001, 10, 0, 0);
        std::vector<Slick> slicks = {slick(1), slick(2, 3000, 0), slick(3)};
        slicks[0].decision = Decision::Rejected;
        slicks[2].firstUtc = QDateTime();
        const ShipFindings findings = find(slicks);
        QCOMPARE(findings.slicks.size(), std::size_t(1));
        QCOMPARE(findings.slicks[0].slickId, std::int64_t(2));
        QVERIFY(std::abs(findings.slicks[0].ships[0].closest.distanceMetres - 2900) < 1);
        QCOMPARE(shipNotes(find({slicks[0]}), {}).size(), 1);
    }

    void namesNoMoreThanTen()
    {
        for (int i = 0; i < 15; ++i)
            row(440000001 + i, 10, 5000 - 100 * i, 0);
        const ShipFindings findings = find({slick()});
        QCOMPARE(findings.shipsInArea, 15);
        QCOMPARE(findings.ships.size(), ShipFindings::mostShips);
        QCOMPARE(findings.ships[findings.slicks[0].ships[0].ship].mmsi, 440000015U);
    }

    void readsWindAndCurrent_data()
    {
        QTest::addColumn<QString>("text");
        QTest::addColumn<double>("east");
        QTest::addColumn<double>("north");
        const double knot = 1852.0 / 3600;
        QTest::newRow("degrees and knots") << "270°, 12 kn" << 12 * knot << 0.0;
        QTest::newRow("as in reports of weather") << "180/12kt" << 0.0 << 12 * knot;
        QTest::newRow("a point") << "N 5 m/s" << 0.0 << -5.0;
        QTest::newRow("three letters")
            << "from the WSW, 10 km/h" << 10 / 3.6 * std::sin(67.5 * radiansPerDegree)
            << 10 / 3.6 * std::cos(67.5 * radiansPerDegree);
        QTest::newRow("Korean") << "남서풍 4 m/s" << 4 * std::sqrt(0.5) << 4 * std::sqrt(0.5);
        QTest::newRow("Korean knots") << "북 10노트" << 0.0 << -10 * knot;
        QTest::newRow("speed first") << "4.5 m/s 270°" << 4.5 << 0.0;
        QTest::newRow("a comma") << "270° 4,5 m/s" << 4.5 << 0.0;
        QTest::newRow("Beaufort") << "Bft 4 W" << 0.836 * 8 << 0.0;
        QTest::newRow("calm") << "0 kn" << 0.0 << 0.0;
        for (const char* text : {"", "strong", "12 kn", "SW", "270° 12", "400° 12 kn", "flood tide"})
            QTest::newRow(text) << text << std::nan("") << 0.0;
    }
    void readsWindAndCurrent()
    {
        QFETCH(QString, text);
        QFETCH(double, east);
        QFETCH(double, north);
        const std::optional<Flow> wind = windOf(text);
        QCOMPARE(wind.has_value(), !std::isnan(east));
        if (!wind)
            return;
        QVERIFY(std::abs((*wind)[0] - east) < 1e-9 && std::abs((*wind)[1] - north) < 1e-9);
        const Flow current = *currentOf(text);  // sets to where a wind comes from
        QVERIFY(std::abs(current[0] + east) < 1e-9 && std::abs(current[1] + north) < 1e-9);
    }

    void driftIsTheRule()
    {
        QVERIFY(!driftOf({}, {}));
        const Drift drift = *driftOf(Flow(10, 0), Flow(0, 0.4));
        QVERIFY(std::abs(drift.metresPerSecond[0] - 0.3) < 1e-12);
        QVERIFY(std::abs(drift.metresPerSecond[1] - 0.4) < 1e-12);
        QVERIFY(std::abs(drift.spreadMetresPerSecond - 0.2) < 1e-12);
    }

    void whatCannotBeReadIsSaid()
    {
        EnteredFacts facts;
        facts.set(EnteredFact::Wind, QStringLiteral("strong"));
        row(440000001, 10, 500, 0);
        const ShipFindings findings = find({slick()}, facts);
        QVERIFY(!findings.drift);
        const QStringList notes = shipNotes(findings, facts);
        QCOMPARE(notes.size(), 1);
        QVERIFY(notes[0].contains(QStringLiteral("strong")));
    }

    void acrossTheAntimeridian()
    {
        Slick far =
            slickOfOne(7, {{{{10, 179.999}, {10, 180.001}, {10.002, 180.001}, {10.002, 179.999}}}}, 1, 2);
        far.firstUtc = seen;
        m_rows +=
            "440000001,2026-06-07T05:50:00,10.001,-179.98,10,90,EAST\n"
            "440000002,2026-06-07T05:50:00,10.001,179.99,10,90,WEST\n";
        const ShipFindings findings = find({far});
        QCOMPARE(findings.slicks[0].ships.size(), std::size_t(2));
        QCOMPARE(findings.ships[findings.slicks[0].ships[0].ship].name, QStringLiteral("WEST"));
        QVERIFY(std::abs(findings.slicks[0].ships[0].closest.distanceMetres - 987) < 3);
        QVERIFY(std::abs(findings.slicks[0].ships[1].closest.distanceMetres - 2083) < 3);
    }
};

QTEST_GUILESS_MAIN(ShipFindingsTest)
#include "ship_findings_test.moc"
