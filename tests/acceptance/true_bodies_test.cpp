#include <QDir>
#include <QtTest>
#include <cmath>

#include <gdal_priv.h>

#include "bodies/areas.h"
#include "flight/flight.h"
#include "geo/geodesy.h"
#include "ogr/ground_geometry.h"
#include "support/source_folder.h"
#include "true_masks.h"

using namespace sheen;

namespace {

constexpr double countedSquareMetres = 100;

std::vector<Slick> counted(std::vector<Slick> slicks)
{
    std::erase_if(slicks,
                  [](const Slick& slick) { return slick.oiledSquareMetres() <= countedSquareMetres; });
    return slicks;
}

/** The one that lies where a true one does. */
const Slick* partnerOf(const Slick& truth, const std::vector<Slick>& slicks)
{
    const Slick* best = nullptr;
    double most = 0;
    for (const Slick& slick : slicks) {
        const double shared = groundArea(common(slick.outline, truth.outline));
        if (shared > most) {
            most = shared;
            best = &slick;
        }
    }
    return best;
}

double share(double value, double truth)
{
    return truth > 0 ? std::abs(value / truth - 1) : value;
}

}  // namespace

/** Perfect detections of rendered flights become the slicks that there are, with their dimensions. */
class TrueBodiesTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { GDALAllRegister(); }

    void slicksAreTheTrueBodies_data()
    {
        QTest::addColumn<int>("bodies");
        QTest::newRow("demo") << 6;
        QTest::newRow("nadir-hd") << 2;
        QTest::newRow("frames-survey") << 6;
        QTest::newRow("oblique-sd") << 2;
        QTest::newRow("sea") << 3;
    }

    void slicksAreTheTrueBodies()
    {
        QFETCH(int, bodies);
        const QString folder =
            sourcePath(QStringLiteral("../shared/data/flights/") + QLatin1String(QTest::currentDataTag()));
        if (!QDir(folder).exists())
            QSKIP("the rendered flights are not beside the source");
        acceptance::FlightTruth flight = acceptance::readFlightTruth(folder);
        const std::unique_ptr<Flight> recording = Flight::open(flight.recording);
        std::vector<int> frames;
        int skipped = 0;
        for (auto& [frame, camera] : flight.cameras) {
            camera.columns = recording->info().pictureSize.width;
            camera.rows = recording->info().pictureSize.height;
            if (flight.isFolder || skipped++ % 5 == 0)
                frames.push_back(frame);
        }
        const std::vector<Slick> truth = counted(acceptance::trueSlicks(flight, frames));
        const std::vector<Slick> slicks = counted(acceptance::slicksOfTrueMasks(flight, frames));
        QCOMPARE(static_cast<int>(truth.size()), bodies);
        QCOMPARE(static_cast<int>(slicks.size()), bodies);

        std::vector<const AppearanceArea*> areas;
        for (const Slick& slick : slicks) {
            for (const AppearanceArea& area : slick.areas) {
                QVERIFY(isValid(area.outline));
                areas.push_back(&area);
            }
        }
        QVERIFY(largestOverlap(areas) < overlapTolerance);
        for (const Slick& body : truth) {
            const Slick* slick = partnerOf(body, slicks);
            QVERIFY(slick);
            const SlickMeasures& is = slick->measures;
            const SlickMeasures& should = body.measures;
            const double turn =
                std::abs(std::fmod(is.orientationDegrees - should.orientationDegrees + 270, 180.0) - 90);
            const QString all =
                QStringLiteral(
                    "slick %1: length %2 (%3), width %4 (%5), direction %6 (%7), "
                    "overall %8 (%9)")
                    .arg(body.id)
                    .arg(is.lengthMetres)
                    .arg(should.lengthMetres)
                    .arg(is.widthMetres)
                    .arg(should.widthMetres)
                    .arg(is.orientationDegrees)
                    .arg(should.orientationDegrees)
                    .arg(is.overallSquareMetres)
                    .arg(should.overallSquareMetres) +
                QStringLiteral(", oiled %1 (%2)").arg(is.oiledSquareMetres).arg(should.oiledSquareMetres);
            qInfo("%s", qPrintable(all));
            QVERIFY2(share(is.lengthMetres, should.lengthMetres) <= 0.02, qPrintable(all));
            QVERIFY2(share(is.widthMetres, should.widthMetres) <= 0.02, qPrintable(all));
            QVERIFY2(turn <= 2, qPrintable(all));
            QVERIFY2(share(is.overallSquareMetres, should.overallSquareMetres) <= 0.02, qPrintable(all));
            QVERIFY2(share(is.oiledSquareMetres, should.oiledSquareMetres) <= 0.02, qPrintable(all));
        }
    }
};

QTEST_GUILESS_MAIN(TrueBodiesTest)
#include "true_bodies_test.moc"
