#include <QtTest>
#include <cmath>
#include <numeric>

#include "bodies/areas.h"
#include "bodies/grouping.h"
#include "bodies/measures.h"
#include "geo/geodesy.h"
#include "geo/local_plane.h"
#include "ogr/ground_geometry.h"

using namespace sheen;

namespace {

const LocalPlane korea({34.67, 128.28});

/** A rectangle by its middle, turned to a true direction. */
GroundMultiPolygon rectangle(double east, double north, double length, double width, double degrees,
                             const LocalPlane& plane = korea)
{
    const double turn = degrees * radiansPerDegree;
    const cv::Point2d along(std::sin(turn), std::cos(turn));
    const cv::Point2d across(std::cos(turn), -std::sin(turn));
    GroundRing ring;
    for (const auto& [a, b] : {std::pair(-0.5, -0.5), {0.5, -0.5}, {0.5, 0.5}, {-0.5, 0.5}})
        ring.push_back(
            plane.toGround(cv::Point2d(east, north) + along * (a * length) + across * (b * width)));
    return {{ring}};
}

AppearanceArea areaOf(const GroundMultiPolygon& outline, int code = 1)
{
    AppearanceArea area;
    area.code = code;
    area.classValue = code;
    area.confidence = 0.5;
    setOutline(area, outline);
    return area;
}

Slick slickOf(std::vector<AppearanceArea> areas)
{
    Slick slick;
    slick.areas = std::move(areas);
    measure(slick);
    return slick;
}

bool near(double value, double expected, double tolerance)
{
    if (std::abs(value - expected) <= tolerance)
        return true;
    qWarning("%.4f, expected %.4f", value, expected);
    return false;
}

}  // namespace

class BodiesTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void lengthWidthAndDirection_data();
    void lengthWidthAndDirection();
    void overallAreaHasGapsAndHoles();
    void sharesAddUpTo100();
    void volumesAreSumsOfTheAreas();
    void formIsProposed();
    void nothingHasNoMeasures();
    void framesAndConfidence();
    void groupsByGap();
    void groupsAcrossTheAntimeridian();
    void takingLeavesNoOverlapAndNoSlivers();
    void untouchedAreasStayBitByBit();
};

void BodiesTest::lengthWidthAndDirection_data()
{
    QTest::addColumn<double>("latitude");
    QTest::addColumn<double>("longitude");
    QTest::addColumn<double>("length");
    QTest::addColumn<double>("degrees");
    QTest::newRow("north-east") << 34.67 << 128.28 << 1000.0 << 45.0;
    QTest::newRow("north") << 34.67 << 128.28 << 1000.0 << 0.0;
    QTest::newRow("almost south") << -54.0 << -60.0 << 3000.0 << 177.0;
    QTest::newRow("antimeridian") << 10.0 << 179.999 << 2000.0 << 90.0;
    QTest::newRow("far north, 40 km") << 78.0 << 20.0 << 40000.0 << 120.0;
}

void BodiesTest::lengthWidthAndDirection()
{
    QFETCH(double, latitude);
    QFETCH(double, longitude);
    QFETCH(double, length);
    QFETCH(double, degrees);
    const LocalPlane here({latitude, longitude});
    const double width = length / 20;
    const Slick slick = slickOf({areaOf(rectangle(0, 0, length, width, degrees, here))});
    // The longest axis of a rectangle is its diagonal.
    const double lean = std::atan2(width, length);
    const double diagonal = std::hypot(length, width);
    const double tilt = lean / radiansPerDegree;
    QVERIFY(near(slick.measures.lengthMetres, diagonal, diagonal * 1e-4));
    QVERIFY(near(slick.measures.widthMetres, 2 * length * std::sin(lean), width * 2e-3));
    const double turn = std::fmod(slick.measures.orientationDegrees - degrees + 270, 180.0) - 90;
    QVERIFY(near(std::abs(turn), tilt, 0.3));  // meridians converge over 40 km
    QVERIFY(slick.measures.orientationDegrees >= 0 && slick.measures.orientationDegrees < 180);
    QVERIFY(near(slick.measures.oiledSquareMetres, length * width, length * width * 1e-4));
    QVERIFY(near(slick.measures.coveragePercent, 100, 0.1));
}

void BodiesTest::overallAreaHasGapsAndHoles()
{
    GroundMultiPolygon ring = rectangle(0, 0, 100, 100, 0);
    ring.front().push_back(rectangle(0, 0, 40, 40, 0).front().front());
    // 20 m east of it, 100 x 10 m of another code.
    const Slick slick = slickOf({areaOf(ring, 1), areaOf(rectangle(75, 0, 100, 10, 0), 4)});
    QCOMPARE(slick.overallOutline.size(), std::size_t{1});
    QCOMPARE(slick.overallOutline[0].size(), std::size_t{1});
    QVERIFY(near(slick.measures.oiledSquareMetres, 100 * 100 - 40 * 40 + 1000, 0.5));
    QVERIFY(near(slick.measures.overallSquareMetres, 130 * 100, 130));
    QVERIFY(near(slick.measures.coveragePercent,
                 100 * slick.measures.oiledSquareMetres / slick.measures.overallSquareMetres, 0.006));

    // Farther apart than the gap, joined by a person: two outlines, and nothing of what lies between.
    const Slick apart =
        slickOf({areaOf(rectangle(0, 0, 100, 100, 0)), areaOf(rectangle(300, 0, 100, 100, 0))});
    QCOMPARE(apart.overallOutline.size(), std::size_t{2});
    QVERIFY(near(apart.measures.overallSquareMetres, 20000, 2));
    QVERIFY(near(apart.measures.lengthMetres, std::hypot(400, 100), 0.1));
}

void BodiesTest::sharesAddUpTo100()
{
    // Three thirds are 33.33 each; the last hundredth goes to one of them.
    const Slick slick =
        slickOf({areaOf(rectangle(0, 0, 30, 30, 0), 1), areaOf(rectangle(40, 0, 30, 30, 0), 2),
                 areaOf(rectangle(80, 0, 30, 30, 0), 0)});
    int hundredths = 0;
    for (const double share : slick.measures.codePercent)
        hundredths += qRound(share * 100);
    QCOMPARE(hundredths, 10000);
    QVERIFY(near(slick.measures.codePercent[1], 33.33, 0.02));
    QVERIFY(near(slick.measures.codePercent[0], 33.33, 0.02));
}

void BodiesTest::volumesAreSumsOfTheAreas()
{
    const AppearanceArea sheen = areaOf(rectangle(0, 0, 100, 100, 0), 1);
    const AppearanceArea colour = areaOf(rectangle(100, 0, 100, 100, 0), 4);
    const AppearanceArea thick = areaOf(rectangle(200, 0, 100, 100, 0), 5);
    const AppearanceArea plain = areaOf(rectangle(300, 0, 100, 100, 0), 0);

    const SlickMeasures whole = slickOf({sheen, colour}).measures;
    QVERIFY(whole.volumeNote == VolumeNote::Whole);
    QVERIFY(near(*whole.minimumVolumeCubicMetres, 0.0004 + 0.5, 1e-5));
    QVERIFY(near(*whole.maximumVolumeCubicMetres, 0.003 + 2, 1e-4));
    QCOMPARE(
        *whole.minimumVolumeCubicMetres,
        std::round((*sheen.minimumVolumeCubicMetres() + *colour.minimumVolumeCubicMetres()) * 1e6) / 1e6);

    const SlickMeasures open = slickOf({sheen, thick}).measures;
    QVERIFY(open.volumeNote == VolumeNote::NoBound);
    QVERIFY(open.minimumVolumeCubicMetres && !open.maximumVolumeCubicMetres);
    QVERIFY(slickOf({sheen, plain}).measures.volumeNote == VolumeNote::PartKnown);
    QVERIFY(slickOf({thick, plain}).measures.volumeNote == VolumeNote::NoBoundPart);
    const SlickMeasures none = slickOf({plain}).measures;
    QVERIFY(none.volumeNote == VolumeNote::Unknown);
    QVERIFY(!none.minimumVolumeCubicMetres && !none.maximumVolumeCubicMetres);
}

void BodiesTest::formIsProposed()
{
    QVERIFY(slickOf({areaOf(rectangle(0, 0, 300, 150, 0))}).measures.proposedForm == SlickForm::Continuous);
    QVERIFY(slickOf({areaOf(rectangle(0, 0, 600, 30, 20))}).measures.proposedForm == SlickForm::Streamers);
    QVERIFY(slickOf({areaOf(rectangle(0, 0, 60, 40, 0)), areaOf(rectangle(60, 0, 60, 40, 0)),
                     areaOf(rectangle(120, 0, 60, 40, 0))})
                .measures.proposedForm == SlickForm::Patches);
    QVERIFY(slickOf({areaOf(rectangle(0, 0, 400, 10, 0)), areaOf(rectangle(30, 0, 400, 10, 2)),
                     areaOf(rectangle(60, 0, 400, 10, 0))})
                .measures.proposedForm == SlickForm::Windrows);
}

void BodiesTest::nothingHasNoMeasures()
{
    const Slick slick = slickOf({});
    QVERIFY(slick.outline.empty() && slick.overallOutline.empty());
    QCOMPARE(slick.measures.oiledSquareMetres, 0.0);
    QCOMPARE(slick.measures.lengthMetres, 0.0);
}

void BodiesTest::framesAndConfidence()
{
    AppearanceArea large = areaOf(rectangle(0, 0, 100, 30, 0));
    large.seen = {5, 9, 7, 4};
    large.confidence = 0.9;
    AppearanceArea small = areaOf(rectangle(50, 0, 100, 10, 0));
    small.seen = {2, 6, 3, 5};
    small.confidence = 0.5;
    const Slick slick = slickOf({small, large});
    QCOMPARE(slick.seen.firstFrame, 2);
    QCOMPARE(slick.seen.lastFrame, 9);
    QCOMPARE(slick.seen.bestFrame, 7);
    QCOMPARE(slick.seen.frameCount, 5);
    QVERIFY(near(slick.confidence, 0.8, 1e-4));
    QCOMPARE(slick.areas[0].seen.bestFrame, 7);  // the largest first
}

void BodiesTest::groupsByGap()
{
    // 29 m, then 31 m apart; the last one touches the third.
    const std::vector<AppearanceArea> areas = {
        areaOf(rectangle(0, 0, 100, 20, 0)), areaOf(rectangle(49, 0, 100, 20, 0)),
        areaOf(rectangle(100, 0, 100, 20, 0)), areaOf(rectangle(120, 0, 100, 20, 0))};
    const auto groups = groupedByGap(areas, 30);
    QCOMPARE(groups.size(), std::size_t{2});
    QCOMPARE(groups[0], (std::vector<std::size_t>{0, 1}));
    QCOMPARE(groups[1], (std::vector<std::size_t>{2, 3}));
    const std::vector<Slick> slicks = slicksOf(areas, 30);
    QCOMPARE(slicks.size(), std::size_t{2});
    QCOMPARE(slicks[0].id, std::int64_t{1});
    QVERIFY(slicks[0].oiledSquareMetres() >= slicks[1].oiledSquareMetres());
    // One that lies within another's hole, and one whose box alone is near.
    GroundMultiPolygon ring = rectangle(0, 0, 400, 400, 0);
    ring.front().push_back(rectangle(0, 0, 300, 300, 0).front().front());
    QCOMPARE(groupedByGap({areaOf(ring), areaOf(rectangle(0, 0, 20, 20, 0))}, 30).size(), std::size_t{2});
}

void BodiesTest::groupsAcrossTheAntimeridian()
{
    const LocalPlane here({-17, 179.9999});
    std::vector<AppearanceArea> areas = {areaOf(rectangle(-20, 0, 100, 30, 0, here)),
                                         areaOf(rectangle(25, 0, 100, 30, 0, here))};
    for (GroundPoint& point : areas[1].outline[0][0])
        point.longitudeDegrees = longitudeNear(point.longitudeDegrees, -179);
    const std::vector<Slick> slicks = slicksOf(areas, 30);
    QCOMPARE(slicks.size(), std::size_t{1});
    QVERIFY(near(slicks[0].measures.overallSquareMetres, 75 * 100, 75));
}

void BodiesTest::takingLeavesNoOverlapAndNoSlivers()
{
    std::vector<AppearanceArea> areas = {areaOf(rectangle(0, 0, 100, 100, 0)),
                                         areaOf(rectangle(100, 0, 100, 100, 0)),
                                         areaOf(rectangle(300, 0, 20, 20, 0))};
    const GroundMultiPolygon drawn = rectangle(50, 0, 120, 60, 10);
    const double before = areas[0].areaSquareMetres + areas[1].areaSquareMetres;
    takeFrom(areas, drawn, 25);
    QCOMPARE(areas.size(), std::size_t{3});
    for (const AppearanceArea& area : areas) {
        QVERIFY(isValid(area.outline));
        QVERIFY(groundArea(common(area.outline, drawn)) < overlapTolerance);
    }
    const double left = areas[0].areaSquareMetres + areas[1].areaSquareMetres;
    QVERIFY(left < before);

    // All but a strip of 0.1 m goes: the strip is no area.
    std::vector<AppearanceArea> one = {areaOf(rectangle(0, 0, 100, 100, 0))};
    takeFrom(one, rectangle(0.1, 0, 200, 100, 0), 25);
    QVERIFY(one.empty());
    QVERIFY(outside(rectangle(0, 0, 10, 10, 0), areas).empty() ||
            groundArea(outside(rectangle(0, 0, 10, 10, 0), areas)) < 100);
}

void BodiesTest::untouchedAreasStayBitByBit()
{
    std::vector<AppearanceArea> areas = {areaOf(rectangle(0, 0, 100, 100, 0)),
                                         areaOf(rectangle(100, 0, 100, 100, 0))};
    const std::vector<AppearanceArea> before = areas;
    takeFrom(areas, rectangle(0, 300, 50, 50, 0), 25);
    takeFrom(areas, before[1].outline, 25);
    QCOMPARE(areas.size(), std::size_t{1});
    QCOMPARE(areas[0].areaSquareMetres, before[0].areaSquareMetres);
    QCOMPARE(toWkb(areas[0].outline), toWkb(before[0].outline));
}

QTEST_GUILESS_MAIN(BodiesTest)
#include "bodies_test.moc"
