// SPDX-License-Identifier: GPL-3.0-or-later
#include <gdal_priv.h>
#include <ogrsf_frmts.h>

#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QTemporaryDir>
#include <QtTest>

#include "ogr/gdal_errors.h"
#include "output/products.h"
#include "ships/ship_findings.h"
#include "support/synthetic_flight.h"

using namespace sheen;

namespace {

QByteArray contents(const QString& path)
{
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

constexpr qint64 firstMoment = 1'780'790'400'000;  // 2026-06-07 00:00:00 UTC

ShipFindings someShips()
{
    ShipFindings findings;
    ShipTrack ship;
    ship.mmsi = 440123456;
    ship.name = QStringLiteral("EXAMPLE, SPIRIT");
    ship.imo = QStringLiteral("9074729");
    ship.type = QStringLiteral("tanker");
    ship.lengthMetres = 183;
    ship.positions = {{firstMoment, {10, 179.99}, 90.0, 12.0},
                      {firstMoment + 60000, {10.01, -179.99}, 90.0, 12.0}};
    findings.ships = {ship};
    NearShip near;
    near.closest = {1234.4, firstMoment + 30000, 5400, {10.005, 180}};
    near.courseDegrees = 90;
    near.speedKnots = 12;
    SlickShips slick;
    slick.slickId = 3;
    slick.ships = {near};
    findings.slicks = {slick};
    return findings;
}

}  // namespace

class ShipsOutputTest : public QObject
{
    Q_OBJECT

    QTemporaryDir m_folder;
    RunFacts m_facts = SyntheticFlight::facts();
    std::vector<FrameRecord> m_frames;
    std::vector<Slick> m_slicks;

    QString write(const ShipFindings* ships)
    {
        ProductInput input{m_facts, m_frames, m_slicks};
        input.ships = ships;
        writeProducts(input, {Product::Ships}, m_folder.path());
        return m_folder.path();
    }

private Q_SLOTS:
    void withoutAisThereIsNoFile()
    {
        QVERIFY(defaultProducts().count(Product::Ships) == 1);
        write(nullptr);
        QVERIFY(!QFile::exists(m_folder.filePath(QStringLiteral("ships.csv"))));
    }

    void theTableHasARowForEachShip()
    {
        ShipFindings ships = someShips();
        const QList<QByteArray> lines =
            contents(write(&ships) + QStringLiteral("/ships.csv")).trimmed().split('\n');
        QCOMPARE(lines.size(), 2);
        QCOMPARE(lines[1], QByteArray("3,1,440123456,9074729,\"EXAMPLE, SPIRIT\",,tanker,183,1234,"
                                      "2026-06-07T00:00:30Z,90,10.005,180,90,12,,,"));
        QCOMPARE(lines[0].count(','), lines[1].count(',') - 1);  // one is in the name
        ShipApproach adrift;
        adrift.utcMilliseconds = firstMoment + 45000;
        adrift.beforeSeconds = 60;
        ships.slicks[0].ships[0].closestAdrift = adrift;
        QVERIFY(contents(write(&ships) + QStringLiteral("/ships.csv"))
                    .trimmed()
                    .endsWith(",12,0,2026-06-07T00:00:45Z,1"));
    }

    void namesAreNoFormulas()
    {
        ShipFindings ships = someShips();
        ships.ships[0].name = QStringLiteral("=1+1");
        QVERIFY(contents(write(&ships) + QStringLiteral("/ships.csv")).contains(",'=1+1,"));
    }

    void theLayerIsReadByGdal()
    {
        ShipFindings ships = someShips();
        ships.drift = driftOf(Flow(5, 0), {});
        ships.slicks[0].driftBack = {{0, {10, -179.999}, 10}, {1800, {10, 179.998}, 400}};
        const QString path = write(&ships) + QStringLiteral("/ships.geojson");
        const QJsonArray features = QJsonDocument::fromJson(contents(path)).object()["features"].toArray();
        QCOMPARE(features.size(), 5);  // way, closest, two circles, way back
        // Cut where it crosses the antimeridian.
        const QJsonArray track = features[0].toObject()["geometry"].toObject()["coordinates"].toArray();
        QCOMPARE(track.size(), 2);
        registerGdal();
        const GDALDatasetUniquePtr dataset(GDALDataset::Open(path.toUtf8().constData(), GDAL_OF_VECTOR));
        QVERIFY(dataset);
        int found = 0;
        for (const auto& feature : *dataset->GetLayer(0)) {
            QVERIFY(feature->GetGeometryRef()->IsValid());
            found += QByteArray(feature->GetFieldAsString("kind")) == "closest" &&
                     feature->GetFieldAsInteger("distance_m") == 1234 &&
                     feature->GetFieldAsInteger("slick") == 3;
        }
        QCOMPARE(found, 1);
    }
};

QTEST_GUILESS_MAIN(ShipsOutputTest)
#include "ships_output_test.moc"
