#include "ogr/ground_geometry.h"

#include <QtTest>
#include <cmath>
#include <limits>

using namespace sheen;

namespace {

GroundRing box(double south, double west, double north, double east)
{
    return {{south, west}, {north, west}, {north, east}, {south, east}};
}

double squareMetres(double south, double west, double north, double east)
{
    return groundArea(GroundPolygon{box(south, west, north, east)});
}

bool isNear(double a, double b)
{
    return std::abs(a - b) <= 1e-5 * std::max(std::abs(a), std::abs(b));
}

}  // namespace

class GroundGeometryTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void wkbThereAndBack();
    void brokenWkbIsEmpty();
    void unionCountsOverlapOnce();
    void unionAcrossTheAntimeridian();
    void whatIsCommon();
    void repairOfABowTie();
    void repairOfNonsense();
    void pointsLieInside();
    void splitInTwo();
    void splitAcrossTheAntimeridian();
    void splitThatDoesNotCross();
    void splitWithHolesAndSeveralParts();
};

void GroundGeometryTest::wkbThereAndBack()
{
    const GroundMultiPolygon polygons = {{box(10, 20, 11, 21), box(10.2, 20.2, 10.4, 20.4)},
                                         {box(-5, 179.5, -4, 180.5)}};
    const GroundMultiPolygon back = fromWkb(toWkb(polygons));
    QCOMPARE(back.size(), polygons.size());
    for (std::size_t i = 0; i < back.size(); ++i) {
        QCOMPARE(back[i].size(), polygons[i].size());
        for (std::size_t j = 0; j < back[i].size(); ++j) {
            QCOMPARE(back[i][j].size(), polygons[i][j].size());
            for (std::size_t k = 0; k < back[i][j].size(); ++k) {
                QCOMPARE(back[i][j][k].latitudeDegrees, polygons[i][j][k].latitudeDegrees);
                QCOMPARE(back[i][j][k].longitudeDegrees, polygons[i][j][k].longitudeDegrees);
            }
        }
    }
    QVERIFY(fromWkb(toWkb({})).empty());
}

void GroundGeometryTest::brokenWkbIsEmpty()
{
    QVERIFY(fromWkb({}).empty());
    QVERIFY(fromWkb("nonsense").empty());
    QByteArray cut = toWkb({{box(10, 20, 11, 21)}});
    cut.chop(20);
    QVERIFY(fromWkb(cut).empty());
}

void GroundGeometryTest::unionCountsOverlapOnce()
{
    const GroundMultiPolygon whole =
        united({{{box(10, 20, 10.01, 20.02)}}, {{box(10, 20.01, 10.01, 20.03)}}});
    QCOMPARE(whole.size(), std::size_t{1});
    QVERIFY(isNear(groundArea(whole), squareMetres(10, 20, 10.01, 20.03)));
    QCOMPARE(united({{{box(10, 20, 10.01, 20.01)}}, {{box(11, 20, 11.01, 20.01)}}}).size(), std::size_t{2});
    QVERIFY(united({}).empty());
    QVERIFY(united({{}, {}}).empty());
}

void GroundGeometryTest::unionAcrossTheAntimeridian()
{
    // The same strait, once run on to the east, once to the west of it.
    const GroundMultiPolygon whole =
        united({{{box(-17, 179.99, -16.99, 180.005)}}, {{box(-17, -180.0, -16.99, -179.99)}}});
    QCOMPARE(whole.size(), std::size_t{1});
    QVERIFY(isValid(whole));
    QVERIFY(isNear(groundArea(whole), squareMetres(-17, 179.99, -16.99, 180.01)));
}

void GroundGeometryTest::whatIsCommon()
{
    const GroundMultiPolygon a = {{box(10, 20, 10.02, 20.02)}};
    const GroundMultiPolygon b = {{box(10.01, 20.01, 10.03, 20.03)}};
    QVERIFY(isNear(groundArea(common(a, b)), squareMetres(10.01, 20.01, 10.02, 20.02)));
    QVERIFY(common(a, {{box(11, 20, 11.02, 20.02)}}).empty());
    QVERIFY(common(a, {}).empty() && common({}, a).empty());
    // The same strait, told from both sides of the antimeridian.
    const GroundMultiPolygon west = {{box(-17, 179.99, -16.99, 180.02)}};
    const GroundMultiPolygon east = {{box(-17, -180.01, -16.99, -179.98)}};
    QVERIFY(isNear(groundArea(common(west, east)), groundArea(west)));
}

void GroundGeometryTest::repairOfABowTie()
{
    const GroundMultiPolygon bowTie = {{{{0, 0}, {0.01, 0.01}, {0.01, 0}, {0, 0.01}}}};
    QVERIFY(!isValid(bowTie));
    const GroundMultiPolygon valid = madeValid(bowTie);
    QVERIFY(isValid(valid));
    QVERIFY(isNear(groundArea(valid), squareMetres(0, 0, 0.01, 0.01) / 2));
}

void GroundGeometryTest::repairOfNonsense()
{
    const double nan = std::numeric_limits<double>::quiet_NaN();
    QVERIFY(madeValid({{{{0, nan}, {1, 0}, {1, 1}}}}).empty());
    QVERIFY(madeValid({{{{0, 0}, {1, 1}}}}).empty());
    QVERIFY(madeValid({{}}).empty());
    QVERIFY(madeValid({}).empty());
    QVERIFY(!isValid({{{{0, nan}, {1, 0}, {1, 1}}}}));
    QVERIFY(!isValid({{{{0, 0}, {1, 1}}}}));
    QVERIFY(!isValid({{}}));
    QVERIFY(splitAlong({}, {{0, 0}, {1, 1}}).empty());
}

void GroundGeometryTest::pointsLieInside()
{
    // A ring round a lake: its middle is not part of it.
    const GroundPoint point = pointInside({{box(0, 0, 1, 1), box(0.1, 0.1, 0.9, 0.9)}});
    const bool inLake = point.latitudeDegrees > 0.1 && point.latitudeDegrees < 0.9 &&
                        point.longitudeDegrees > 0.1 && point.longitudeDegrees < 0.9;
    QVERIFY(!inLake);
    QVERIFY(point.latitudeDegrees >= 0 && point.latitudeDegrees <= 1);
    const GroundPoint strait = pointInside({{box(-17, 179.99, -16.99, 180.03)}});
    QVERIFY(std::abs(strait.longitudeDegrees) <= 180);
    QCOMPARE(pointInside({}).latitudeDegrees, 0.0);
}

void GroundGeometryTest::splitInTwo()
{
    const std::vector<GroundMultiPolygon> parts =
        splitAlong({{box(10, 20, 10.01, 20.03)}}, {{9, 20.01}, {11, 20.01}});
    QCOMPARE(parts.size(), std::size_t{2});
    QVERIFY(isNear(groundArea(parts[0]), squareMetres(10, 20.01, 10.01, 20.03)));
    QVERIFY(isNear(groundArea(parts[1]), squareMetres(10, 20, 10.01, 20.01)));
}

void GroundGeometryTest::splitAcrossTheAntimeridian()
{
    const GroundMultiPolygon strait = {{box(-17, 179.99, -16.99, 180.02)}};
    const std::vector<GroundMultiPolygon> parts = splitAlong(strait, {{-18, -179.99}, {-16, -179.99}});
    QCOMPARE(parts.size(), std::size_t{2});
    QVERIFY(isNear(groundArea(parts[0]) + groundArea(parts[1]), groundArea(strait)));
}

void GroundGeometryTest::splitThatDoesNotCross()
{
    const GroundMultiPolygon polygon = {{box(10, 20, 10.01, 20.03)}};
    QCOMPARE(splitAlong(polygon, {{9, 20.01}, {10.005, 20.01}}).size(), std::size_t{1});  // ends inside
    QCOMPARE(splitAlong(polygon, {{30, 20}, {31, 20}}).size(), std::size_t{1});
    QCOMPARE(splitAlong(polygon, {{9, 20.01}}).size(), std::size_t{1});
    QCOMPARE(splitAlong(polygon, {}).size(), std::size_t{1});
}

void GroundGeometryTest::splitWithHolesAndSeveralParts()
{
    const GroundMultiPolygon polygons = {{box(10, 20, 10.03, 20.03), box(10.01, 20.01, 10.02, 20.02)},
                                         {box(12, 20, 12.005, 20.005)}};
    const std::vector<GroundMultiPolygon> parts = splitAlong(polygons, {{9, 20.015}, {11, 20.015}});
    QCOMPARE(parts.size(), std::size_t{2});
    double sum = 0;
    for (const GroundMultiPolygon& part : parts) {
        QVERIFY(isValid(part));
        sum += groundArea(part);
    }
    QVERIFY(isNear(sum, groundArea(polygons)));
    QCOMPARE(parts[0].size() + parts[1].size(), std::size_t{3});  // the island went with one of them
}

QTEST_GUILESS_MAIN(GroundGeometryTest)
#include "ground_geometry_test.moc"
