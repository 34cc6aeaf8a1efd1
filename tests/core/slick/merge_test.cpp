#include "slick/merge.h"

#include <opencv2/imgproc.hpp>

#include <QtTest>
#include <cmath>
#include <set>

#include "base/error.h"
#include "bodies/areas.h"
#include "camera/footprint.h"
#include "geo/geodesy.h"
#include "ogr/ground_geometry.h"
#include "raster/orthoimage.h"
#include "slick/outlines.h"

using namespace sheen;

namespace {

ModelCard card()
{
    ModelCard card;
    card.codeSensors = QStringList{QStringLiteral("EOW")};
    card.classes = {{0, QStringLiteral("water"), {}, 0, false},
                    {1, QStringLiteral("thin"), {}, 1, true},
                    {4, QStringLiteral("thick"), {}, 4, true}};
    return card;
}

/** Metres east and north of a place. */
struct Local
{
    GroundPoint centre;
    GroundPoint operator()(double east, double north) const
    {
        const double metresPerDegree = 2 * CV_PI * 6371000 / 360;
        return {
            centre.latitudeDegrees + north / metresPerDegree,
            longitudeNear(centre.longitudeDegrees +
                              east / metresPerDegree / std::cos(centre.latitudeDegrees * radiansPerDegree),
                          0)};
    }
    GroundRing box(double west, double south, double east, double north) const
    {
        GroundRing ring = {(*this)(west, north), (*this)(east, north), (*this)(east, south),
                           (*this)(west, south)};
        for (GroundPoint& point : ring)
            point.longitudeDegrees = longitudeNear(point.longitudeDegrees, ring.front().longitudeDegrees);
        return ring;
    }
    GroundRing ellipse(double east, double north, double a, double b) const
    {
        GroundRing ring;
        for (int i = 0; i < 90; ++i) {
            GroundPoint point =
                (*this)(east + a * std::cos(i * CV_PI / 45), north + b * std::sin(i * CV_PI / 45));
            if (!ring.empty())
                point.longitudeDegrees = longitudeNear(point.longitudeDegrees, ring.front().longitudeDegrees);
            ring.push_back(point);
        }
        return ring;
    }
};

FrameRecord frameOver(int number, const GroundRing& footprint, double distance = 0.5)
{
    FrameRecord frame;
    frame.frame = number;
    frame.pictureSize = cv::Size(1280, 720);
    frame.footprint = footprint;
    frame.groundSampleDistanceMetres = distance;
    frame.telemetry.sensor = QStringLiteral("EOW");
    return frame;
}

void addOil(FrameRecord& frame, const GroundPolygon& polygon, int classValue = 1, double confidence = 0.9)
{
    Detection detection;
    detection.frame = frame.frame;
    detection.classValue = classValue;
    detection.confidence = confidence;
    detection.ground = {polygon};
    frame.detections.push_back(detection);
}

const Local korea{{34.67, 128.28}};

MergeSettings inUtm(int epsg = 32652)
{
    MergeSettings settings;
    settings.epsg = epsg;
    return settings;
}

}  // namespace

class MergeTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void areaIsRightAnywhere_data();
    void areaIsRightAnywhere();
    void overlappingFramesCountOnce();
    void framesThatSeeTheSidesOfASlickJoinIt();
    void theMajorityDecides();
    void twoFramesThatContradictAreNoMajority();
    void oilThatDriftedIsWhereItWasSeenLast();
    void thePassesAreToldApartByTheClock();
    void thePictureFromNearbyCountsMore();
    void classesAreVotedOnToo();
    void neighboursOfTwoClassesAreOneSlick();
    void whatLiesWithinTheGapIsOneSlick();
    void areasNeverOverlap();
    void holesStayHoles();
    void overManyTiles();
    void smallOnesAreLeftOut();
    void whatIsMergedAgainIsAsMergedAfresh();
    void attributesOfASlick();
    void framesWithoutPictureOrPlaceHaveNoVote();
    void nothingGivesNothing();
    void unknownPlaneIsRefused();
    void cancelGivesNothing();
    void fromPixelsToSlickIsUnbiased();
};

void MergeTest::areaIsRightAnywhere_data()
{
    QTest::addColumn<double>("latitude");
    QTest::addColumn<double>("longitude");
    QTest::addColumn<bool>("utm");
    QTest::newRow("north") << 34.67 << 128.28 << true;
    QTest::newRow("south") << -33.9 << -18.2 << true;
    QTest::newRow("equator") << 0.0 << 6.0 << true;
    QTest::newRow("antimeridian, west zone") << -17.0 << 179.9999 << true;
    QTest::newRow("antimeridian, east zone") << 17.0 << -179.9999 << true;
    QTest::newRow("north cape") << 80.0 << 20.0 << true;
    QTest::newRow("plane of its own") << -54.8 << 180.0 << false;
}

void MergeTest::areaIsRightAnywhere()
{
    QFETCH(double, latitude);
    QFETCH(double, longitude);
    QFETCH(bool, utm);
    const Local here{{latitude, longitude}};
    FrameRecord frame = frameOver(0, here.box(-500, -400, 500, 400));
    const GroundPolygon first = {here.ellipse(-150, 30, 180, 70)};
    const GroundPolygon second = {here.ellipse(250, -100, 31, 44)};
    addOil(frame, first);
    addOil(frame, second);
    const auto slicks =
        mergeSlicks({frame}, card(), inUtm(utm ? MapProjection::utmZoneFor({latitude, longitude}) : 0));
    QCOMPARE(slicks.size(), std::size_t{2});
    QVERIFY(std::abs(slicks[0].oiledSquareMetres() / groundArea(first) - 1) < 0.01);
    QVERIFY(std::abs(slicks[1].oiledSquareMetres() / groundArea(second) - 1) < 0.01);
    for (const Slick& slick : slicks) {
        QVERIFY(isValid(slick.outline));
        QVERIFY(std::abs(groundArea(slick.outline) - slick.oiledSquareMetres()) < 0.01);
        for (const GroundPoint& point : slick.outline[0][0])
            QVERIFY(std::abs(point.longitudeDegrees - slick.outline[0][0][0].longitudeDegrees) < 1);
    }
}

void MergeTest::overlappingFramesCountOnce()
{
    std::vector<FrameRecord> frames;
    const GroundPolygon oil = {korea.ellipse(0, 0, 60, 40)};
    for (int i = 0; i < 7; ++i) {
        frames.push_back(frameOver(i, korea.box(-300 + 20 * i, -200, 300 + 20 * i, 200)));
        addOil(frames.back(), oil);
    }
    const auto slicks = mergeSlicks(frames, card(), inUtm());
    QCOMPARE(slicks.size(), std::size_t{1});
    QVERIFY(std::abs(slicks[0].oiledSquareMetres() / groundArea(oil) - 1) < 0.01);
    QCOMPARE(slicks[0].seen.frameCount, 7);
}

void MergeTest::framesThatSeeTheSidesOfASlickJoinIt()
{
    FrameRecord west = frameOver(1, korea.box(-300, -100, 20, 100));
    FrameRecord east = frameOver(2, korea.box(-20, -100, 300, 100));
    addOil(west, {korea.box(-150, -30, 20, 30)});
    addOil(east, {korea.box(-20, -30, 150, 30)});
    const auto slicks = mergeSlicks({west, east}, card(), inUtm());
    QCOMPARE(slicks.size(), std::size_t{1});
    QVERIFY(
        std::abs(slicks[0].oiledSquareMetres() / groundArea(GroundPolygon{korea.box(-150, -30, 150, 30)}) -
                 1) < 0.01);
}

void MergeTest::theMajorityDecides()
{
    const GroundRing sea = korea.box(-200, -200, 200, 200);
    const GroundPolygon real = {korea.box(-50, -50, 0, 0)};
    const GroundPolygon flicker = {korea.box(50, 50, 90, 90)};
    std::vector<FrameRecord> frames = {frameOver(0, sea), frameOver(1, sea), frameOver(2, sea)};
    addOil(frames[0], real);
    addOil(frames[2], real);
    addOil(frames[1], flicker);
    const auto slicks = mergeSlicks(frames, card(), inUtm());
    QCOMPARE(slicks.size(), std::size_t{1});
    QVERIFY(std::abs(slicks[0].oiledSquareMetres() / groundArea(real) - 1) < 0.01);
    QCOMPARE(slicks[0].seen.frameCount, 2);
}

void MergeTest::twoFramesThatContradictAreNoMajority()
{
    const GroundRing sea = korea.box(-300, -300, 300, 300);
    const GroundPolygon real = {korea.box(-50, -50, 0, 0)};
    const GroundPolygon beside = {korea.box(0, -50, 20, 0)};
    const GroundPolygon flicker = {korea.box(150, 150, 190, 190)};
    std::vector<FrameRecord> frames = {frameOver(0, sea, 0.5), frameOver(1, sea, 0.48)};
    const auto setClock = [&frames] {
        for (FrameRecord& frame : frames)
            frame.telemetry.utc = QDateTime(QDate(2026, 6, 7), QTime(9, 20, frame.frame), Qt::UTC);
    };
    setClock();
    addOil(frames[0], real);
    addOil(frames[1], real);
    addOil(frames[1], beside);   // in doubt, but of a body that is not
    addOil(frames[1], flicker);  // a body of its own, seen by one of two
    auto slicks = mergeSlicks(frames, card(), inUtm());
    QCOMPARE(slicks.size(), std::size_t{1});
    QVERIFY(std::abs(slicks[0].oiledSquareMetres() / (groundArea(real) + groundArea(beside)) - 1) < 0.01);
    // Where nobody else looked, one frame is enough.
    frames[0].footprint = korea.box(-300, -300, 100, 300);
    slicks = mergeSlicks(frames, card(), inUtm());
    QCOMPARE(slicks.size(), std::size_t{2});
    // Of three, two are enough.
    frames[0].footprint = sea;
    frames.push_back(frameOver(2, sea));
    addOil(frames[2], flicker);
    addOil(frames[2], real);
    setClock();
    QCOMPARE(mergeSlicks(frames, card(), inUtm()).size(), std::size_t{2});
}

void MergeTest::oilThatDriftedIsWhereItWasSeenLast()
{
    // Two passes of five frames each, 20 minutes apart; the oil has drifted by 150 m, more than its width.
    std::vector<FrameRecord> frames;
    for (int i = 0; i < 10; ++i) {
        const bool later = i >= 5;
        FrameRecord frame = frameOver(i, korea.box(-300, -200, 300, 200));
        frame.timeSeconds = i + (later ? 1200 : 0);
        addOil(frame, {korea.ellipse(later ? 100 : -50, 0, 60, 40)});
        frames.push_back(frame);
    }
    // The first pass also saw a slick far away, where the second never came.
    frames[2].footprint = korea.box(-300, -200, 900, 200);
    addOil(frames[2], {korea.ellipse(700, 0, 60, 40)});

    const double one = CV_PI * 60 * 40;
    const std::vector<Slick> slicks = mergeSlicks(frames, card(), inUtm());
    QCOMPARE(int(slicks.size()), 2);
    for (const Slick& slick : slicks) {
        QVERIFY2(std::abs(slick.oiledSquareMetres() - one) < 0.02 * one,
                 qPrintable(QString::number(slick.oiledSquareMetres())));
        const GroundPoint inside = pointInside(slick.outline);
        QVERIFY(inside.longitudeDegrees > korea(30, 0).longitudeDegrees);
    }

    // As one pass, neither place has a majority against it: a tie in both.
    MergeSettings together = inUtm();
    together.passSeconds = 0;
    double area = 0;
    for (const Slick& slick : mergeSlicks(frames, card(), together))
        area += slick.oiledSquareMetres();
    QVERIFY(area > 2.5 * one);
}

void MergeTest::thePassesAreToldApartByTheClock()
{
    // A folder of frames counts seconds, whatever happened between two of them.
    std::vector<FrameRecord> frames;
    for (int i = 0; i < 2; ++i) {
        FrameRecord frame = frameOver(i, korea.box(-300, -200, 300, 200));
        frame.timeSeconds = i;
        frame.telemetry.utc = QDateTime(QDate(2026, 6, 7), QTime(9, 20 * i), Qt::UTC);
        addOil(frame, {korea.ellipse(i == 0 ? -100 : 100, 0, 60, 40)});
        frames.push_back(frame);
    }
    QCOMPARE(int(mergeSlicks(frames, card(), inUtm()).size()), 1);
    frames[1].telemetry.utc = QDateTime();
    QCOMPARE(int(mergeSlicks(frames, card(), inUtm()).size()), 2);
}

void MergeTest::thePictureFromNearbyCountsMore()
{
    const GroundRing sea = korea.box(-200, -200, 200, 200);
    const GroundPolygon oil = {korea.box(-50, -50, 0, 0)};
    std::vector<FrameRecord> frames = {frameOver(0, sea, 0.3), frameOver(1, sea, 1), frameOver(2, sea, 1)};
    addOil(frames[0], oil);
    QCOMPARE(mergeSlicks(frames, card(), inUtm()).size(), std::size_t{1});  // 11 votes against 2
    std::vector<FrameRecord> other = {frameOver(0, sea, 0.3), frameOver(1, sea, 1), frameOver(2, sea, 1)};
    addOil(other[1], oil);
    addOil(other[2], oil);
    QVERIFY(mergeSlicks(other, card(), inUtm()).empty());

    // Within one oblique frame, too: near the aircraft it outweighs another frame, far off it does not.
    CameraPose pose;
    const GroundPoint below = korea(0, -1000);
    pose.latitudeDegrees = below.latitudeDegrees;
    pose.longitudeDegrees = below.longitudeDegrees;
    pose.heightMetres = 500;
    pose.depressionDegrees = 26.565;  // its axis meets the sea 1000 m ahead
    pose.horizontalFovDegrees = 60;
    FrameRecord oblique = frameOver(0, korea.box(-300, -900, 300, 2000), 1);
    oblique.telemetry.pose = pose;
    FrameRecord water = frameOver(1, korea.box(-300, -900, 300, 2000), 1);
    addOil(oblique, {korea.box(-50, -850, 50, -750)});
    addOil(oblique, {korea.box(-50, 1500, 50, 1600)});
    const auto slicks = mergeSlicks({oblique, water}, card(), inUtm());
    QCOMPARE(slicks.size(), std::size_t{1});
    QVERIFY(pointInside(slicks[0].outline).latitudeDegrees < korea.centre.latitudeDegrees);
}

void MergeTest::classesAreVotedOnToo()
{
    const GroundRing sea = korea.box(-200, -200, 200, 200);
    const GroundPolygon oil = {korea.box(-50, -50, 0, 0)};
    std::vector<FrameRecord> frames;
    for (int i = 0; i < 5; ++i)
        frames.push_back(frameOver(i, sea));
    // Oil holds three of five votes, and among the oil the surer one wins.
    addOil(frames[0], oil, 1, 0.5);
    addOil(frames[1], oil, 4, 0.9);
    addOil(frames[2], oil, 4, 0.9);
    const auto slicks = mergeSlicks(frames, card(), inUtm());
    QCOMPARE(slicks.size(), std::size_t{1});
    QCOMPARE(slicks[0].areas[0].classValue, 4);
    QCOMPARE(slicks[0].areas[0].className, QStringLiteral("thick"));
    QVERIFY(std::abs(slicks[0].confidence - 0.9) < 1e-5);
}

void MergeTest::neighboursOfTwoClassesAreOneSlick()
{
    FrameRecord frame = frameOver(0, korea.box(-200, -200, 200, 200));
    addOil(frame, {korea.box(-50, -50, 0, 0)}, 1);
    addOil(frame, {korea.box(0, -50, 30, 0)}, 4);
    const auto slicks = mergeSlicks({frame}, card(), inUtm());
    QCOMPARE(slicks.size(), std::size_t{1});
    const std::vector<AppearanceArea>& areas = slicks[0].areas;
    QCOMPARE(areas.size(), std::size_t{2});
    QCOMPARE(areas[0].classValue, 1);
    QCOMPARE(areas[1].classValue, 4);
    QVERIFY(std::abs(areas[1].areaSquareMetres / groundArea(GroundPolygon{korea.box(0, -50, 30, 0)}) - 1) <
            0.02);
    // They share their border: nothing between them, nothing twice.
    QCOMPARE(slicks[0].outline.size(), std::size_t{1});
    QCOMPARE(slicks[0].outline[0].size(), std::size_t{1});
    QVERIFY(std::abs(groundArea(slicks[0].outline) - slicks[0].oiledSquareMetres()) < 0.02);
}

void MergeTest::whatLiesWithinTheGapIsOneSlick()
{
    FrameRecord frame = frameOver(0, korea.box(-400, -200, 400, 200));
    addOil(frame, {korea.box(-100, -50, 0, 50)}, 1);
    addOil(frame, {korea.box(28, -50, 60, 50)}, 4);
    addOil(frame, {korea.box(95, -50, 120, 50)}, 4);
    auto slicks = mergeSlicks({frame}, card(), inUtm());
    QCOMPARE(slicks.size(), std::size_t{2});
    QCOMPARE(slicks[0].areas.size(), std::size_t{2});
    QCOMPARE(slicks[0].id, std::int64_t{1});
    QCOMPARE(slicks[1].id, std::int64_t{2});
    QVERIFY(std::abs(slicks[0].measures.lengthMetres - std::hypot(160, 100)) < 2);
    QVERIFY(slicks[0].measures.overallSquareMetres > 15500 && slicks[0].measures.overallSquareMetres < 16000);
    QVERIFY(std::abs(slicks[0].measures.oiledSquareMetres - 13200) < 100);

    MergeSettings wide = inUtm();
    wide.gapMetres = 40;
    QCOMPARE(mergeSlicks({frame}, card(), wide).size(), std::size_t{1});
    wide.gapMetres = 0;
    QCOMPARE(mergeSlicks({frame}, card(), wide).size(), std::size_t{3});
}

void MergeTest::areasNeverOverlap()
{
    // A core within a ring within a sheen, and a stripe across them, of ragged outlines.
    FrameRecord frame = frameOver(0, korea.box(-400, -400, 400, 400));
    const auto ragged = [](double radius, int corners) {
        GroundRing ring;
        for (int i = 0; i < corners; ++i) {
            const double angle = 2 * CV_PI * i / corners;
            const double r = radius * (1 + 0.12 * std::sin(7 * angle) + 0.06 * std::cos(23 * angle));
            ring.push_back(korea(r * std::cos(angle), r * std::sin(angle)));
        }
        return ring;
    };
    addOil(frame, {ragged(200, 300), ragged(120, 200)}, 1);
    addOil(frame, {ragged(120, 200), ragged(50, 150)}, 4);
    addOil(frame, {ragged(50, 150)}, 5);
    ModelCard three = card();
    three.classes.push_back({5, QStringLiteral("thickest"), {}, 5, true});
    const auto slicks = mergeSlicks({frame}, three, inUtm());
    QCOMPARE(slicks.size(), std::size_t{1});
    std::vector<const AppearanceArea*> areas;
    double sum = 0;
    for (const AppearanceArea& area : slicks[0].areas) {
        QVERIFY(isValid(area.outline));
        areas.push_back(&area);
        sum += area.areaSquareMetres;
    }
    QVERIFY(areas.size() >= 3);
    QVERIFY(largestOverlap(areas) < overlapTolerance);
    QCOMPARE(slicks[0].outline.size(), std::size_t{1});
    QCOMPARE(slicks[0].outline[0].size(), std::size_t{1});  // no slivers of water between them
    QVERIFY(std::abs(groundArea(slicks[0].outline) - sum) < 0.1);
    QVERIFY(std::abs(sum / groundArea(GroundPolygon{ragged(200, 300)}) - 1) < 0.005);
}

void MergeTest::holesStayHoles()
{
    FrameRecord frame = frameOver(0, korea.box(-200, -200, 200, 200));
    const GroundPolygon ring = {korea.ellipse(0, 0, 90, 90), korea.ellipse(0, 0, 60, 60)};
    addOil(frame, ring);
    const auto slicks = mergeSlicks({frame}, card(), inUtm());
    QCOMPARE(slicks.size(), std::size_t{1});
    QCOMPARE(slicks[0].outline.size(), std::size_t{1});
    QCOMPARE(slicks[0].outline[0].size(), std::size_t{2});
    QVERIFY(std::abs(slicks[0].oiledSquareMetres() / groundArea(ring) - 1) < 0.01);
}

void MergeTest::overManyTiles()
{
    // 3 km of oil with a lake in it, in cells of 1 m: some 40 tiles, one slick, no seams.
    FrameRecord frame = frameOver(0, korea.box(-3000, -3000, 3000, 3000), 1);
    const GroundPolygon oil = {korea.ellipse(100, 50, 1500, 1100), korea.ellipse(0, 0, 800, 300)};
    addOil(frame, oil);
    const auto slicks = mergeSlicks({frame}, card(), inUtm());
    QCOMPARE(slicks.size(), std::size_t{1});
    QCOMPARE(slicks[0].outline.size(), std::size_t{1});
    QCOMPARE(slicks[0].outline[0].size(), std::size_t{2});
    QVERIFY(isValid(slicks[0].outline));
    QVERIFY(std::abs(slicks[0].oiledSquareMetres() / groundArea(oil) - 1) < 0.002);
    QCOMPARE(slicks[0].seen.frameCount, 1);
}

void MergeTest::smallOnesAreLeftOut()
{
    FrameRecord frame = frameOver(0, korea.box(-200, -200, 200, 200));
    addOil(frame, {korea.box(0, 0, 4, 4)});
    addOil(frame, {korea.box(50, 0, 56, 6)});
    QCOMPARE(mergeSlicks({frame}, card(), inUtm()).size(), std::size_t{1});
    MergeSettings all = inUtm();
    all.smallestAreaSquareMetres = 0;
    QCOMPARE(mergeSlicks({frame}, card(), all).size(), std::size_t{2});
}

/** To the last bit: every point of every outline, every measure. */
static void compareExactly(const std::vector<Slick>& a, const std::vector<Slick>& b)
{
    QCOMPARE(a.size(), b.size());
    for (std::size_t i = 0; i < a.size(); ++i) {
        QCOMPARE(a[i].id, b[i].id);
        QCOMPARE(a[i].areas.size(), b[i].areas.size());
        QCOMPARE(a[i].confidence, b[i].confidence);
        QCOMPARE(toWkb(a[i].outline), toWkb(b[i].outline));
        QCOMPARE(toWkb(a[i].overallOutline), toWkb(b[i].overallOutline));
        for (std::size_t j = 0; j < a[i].areas.size(); ++j) {
            QVERIFY(a[i].areas[j].areaSquareMetres == b[i].areas[j].areaSquareMetres);
            QCOMPARE(toWkb(a[i].areas[j].outline), toWkb(b[i].areas[j].outline));
            QCOMPARE(a[i].areas[j].seen.bestFrame, b[i].areas[j].seen.bestFrame);
        }
        const SlickMeasures &one = a[i].measures, &other = b[i].measures;
        QVERIFY(one.lengthMetres == other.lengthMetres && one.widthMetres == other.widthMetres);
        QVERIFY(one.orientationDegrees == other.orientationDegrees);
        QVERIFY(one.overallSquareMetres == other.overallSquareMetres);
        QVERIFY(one.oiledSquareMetres == other.oiledSquareMetres);
        QVERIFY(one.inside.latitudeDegrees == other.inside.latitudeDegrees);
    }
}

void MergeTest::whatIsMergedAgainIsAsMergedAfresh()
{
    // A slick over several tiles, a class within it, and specks of many sizes beside and on it.
    std::vector<FrameRecord> frames;
    for (int i = 0; i < 6; ++i) {
        frames.push_back(frameOver(i, korea.box(-900, -400 + 20 * i, 900, 400 + 20 * i)));
        addOil(frames.back(), {korea.ellipse(0, 0, 800, 60 + i)});
        addOil(frames.back(), {korea.ellipse(60, 5, 90, 20 + i)}, 4);
        for (int speck = 0; speck < 30; ++speck)
            addOil(frames.back(), {korea.ellipse(-850 + 55 * speck, speck % 3 * 50 + 80, 2 + speck % 7, 3)},
                   speck % 2 == 0 ? 1 : 4);
    }
    SlickMerger merger(std::make_shared<const std::vector<FrameRecord>>(frames), card());
    std::set<std::size_t> counts;
    for (const auto& [smallest, gap] : {std::pair(25.0, 30.0),
                                        {100.0, 30.0},
                                        {3.0, 30.0},
                                        {3.0, 0.0},
                                        {1e7, 30.0},
                                        {25.0, 30.0},
                                        {60.0, 200.0}}) {
        MergeSettings settings = inUtm();
        settings.smallestAreaSquareMetres = smallest;
        settings.gapMetres = gap;
        const std::vector<Slick> again = merger.merge(settings);
        compareExactly(again, mergeSlicks(frames, card(), settings));
        counts.insert(again.size());
    }
    QVERIFY(counts.size() > 3);
    // Cancelled while they vote, and with another grid: the votes are cast anew.
    MergeSettings finer = inUtm();
    finer.cellSizeMetres = 0.7;
    Cancel cancel;
    cancel.request();
    QVERIFY(merger.merge(finer, &cancel).empty());
    compareExactly(merger.merge(finer), mergeSlicks(frames, card(), finer));
    compareExactly(merger.merge(inUtm()), mergeSlicks(frames, card(), inUtm()));
}

void MergeTest::attributesOfASlick()
{
    const GroundRing sea = korea.box(-200, -200, 200, 200);
    const GroundPolygon oil = {korea.box(-50, -50, 0, 0)};
    std::vector<FrameRecord> frames = {frameOver(12, sea, 0.6), frameOver(15, sea, 0.5),
                                       frameOver(20, sea, 0.5)};
    addOil(frames[0], oil, 4, 0.6);
    addOil(frames[1], oil, 4, 0.8);
    addOil(frames[2], {korea.box(-50, -50, -20, 0)}, 4, 0.8);
    frames[2].telemetry.sensor = QStringLiteral("IR");
    auto slicks = mergeSlicks(frames, card(), inUtm());
    QCOMPARE(slicks.size(), std::size_t{1});
    QCOMPARE(slicks[0].seen.firstFrame, 12);
    QCOMPARE(slicks[0].seen.lastFrame, 20);
    QCOMPARE(slicks[0].seen.bestFrame, 15);
    QCOMPARE(slicks[0].seen.frameCount, 3);
    QCOMPARE(slicks[0].areas[0].code, 4);
    QVERIFY(slicks[0].confidence > 0.7 && slicks[0].confidence < 0.8);
    QVERIFY(slicks[0].decision == Decision::Undecided);
    QVERIFY(slicks[0].origin == Origin::Found);

    for (FrameRecord& frame : frames)
        frame.telemetry.sensor = QStringLiteral("IR");
    slicks = mergeSlicks(frames, card(), inUtm());
    QCOMPARE(slicks[0].areas[0].code, 0);  // the code is a daylight method
}

void MergeTest::framesWithoutPictureOrPlaceHaveNoVote()
{
    const GroundRing sea = korea.box(-200, -200, 200, 200);
    std::vector<FrameRecord> frames = {frameOver(0, sea), frameOver(1, sea), frameOver(2, {}),
                                       frameOver(3, {})};
    addOil(frames[0], {korea.box(-50, -50, 0, 0)});
    frames[1].pictureSize = cv::Size();
    addOil(frames[3], {korea.box(50, 50, 90, 90)});
    QCOMPARE(mergeSlicks(frames, card(), inUtm()).size(), std::size_t{1});
}

void MergeTest::nothingGivesNothing()
{
    QVERIFY(mergeSlicks({}, card(), inUtm()).empty());
    QVERIFY(mergeSlicks({FrameRecord()}, card(), inUtm()).empty());
    QVERIFY(mergeSlicks({frameOver(0, korea.box(0, 0, 10, 10))}, card(), inUtm()).empty());
}

void MergeTest::unknownPlaneIsRefused()
{
    FrameRecord frame = frameOver(0, korea.box(-200, -200, 200, 200));
    addOil(frame, {korea.box(0, 0, 40, 40)});
    QVERIFY_EXCEPTION_THROWN(mergeSlicks({frame}, card(), inUtm(999999)), Error);
}

void MergeTest::cancelGivesNothing()
{
    FrameRecord frame = frameOver(0, korea.box(-200, -200, 200, 200));
    addOil(frame, {korea.box(0, 0, 40, 40)});
    Cancel cancel;
    cancel.request();
    QVERIFY(mergeSlicks({frame}, card(), inUtm(), &cancel).empty());
}

void MergeTest::fromPixelsToSlickIsUnbiased()
{
    // A turning, descending flight past some oil: true masks, outlines, places, merge, against the truth.
    const std::array<GroundRing, 3> truth = {korea.ellipse(0, 0, 70, 30), korea.ellipse(140, 60, 20, 25),
                                             korea.ellipse(-90, 80, 12, 40)};
    const cv::Size size(640, 360);
    std::vector<FrameRecord> frames;
    for (int i = 0; i < 24; ++i) {
        CameraPose pose;
        const GroundPoint place = korea(-120 + 10 * i, -60 + 2 * i);
        pose.latitudeDegrees = place.latitudeDegrees;
        pose.longitudeDegrees = place.longitudeDegrees;
        pose.heightMetres = 520 - 6 * i;
        pose.bearingDegrees = 70 + 4 * i;
        pose.depressionDegrees = 90 - i;
        pose.horizontalFovDegrees = 45;
        const CameraModel camera(pose, size);
        const auto toGround = [&](cv::Point2d pixel) { return camera.toGround(pixel); };
        Segmentation segmentation;
        segmentation.classes = cv::Mat::zeros(size, CV_8UC1);
        segmentation.confidence = cv::Mat(size, CV_8UC1, cv::Scalar(230));
        for (const GroundRing& ring : truth) {
            std::vector<cv::Point2f> polygon;
            for (const GroundPoint& point : ring)
                polygon.push_back(cv::Point2f(*camera.toPixel(point)));
            for (int row = 0; row < size.height; ++row) {
                for (int column = 0; column < size.width; ++column) {
                    const cv::Point2f centre(static_cast<float>(column) + 0.5f,
                                             static_cast<float>(row) + 0.5f);
                    if (cv::Rect(cv::boundingRect(polygon)).contains(cv::Point(column, row)) &&
                        cv::pointPolygonTest(polygon, centre, false) > 0)
                        segmentation.classes.at<std::uint8_t>(row, column) = 1;
                }
            }
        }
        const Footprint footprint = footprintOf(camera);
        FrameRecord frame = frameOver(i, footprint.outline, footprint.groundSampleDistanceMetres);
        frame.telemetry.pose = pose;
        frame.detections = findOutlines(segmentation, card(), i);
        for (Detection& detection : frame.detections)
            placeDetection(detection, toGround);
        frames.push_back(frame);
    }
    double expected = 0;
    for (const GroundRing& ring : truth)
        expected += groundArea(GroundPolygon{ring});
    double merged = 0;
    const auto slicks = mergeSlicks(frames, card(), inUtm());
    for (const Slick& slick : slicks)
        merged += slick.oiledSquareMetres();
    qInfo("%d slicks, area %+.2f %%", static_cast<int>(slicks.size()), 100 * (merged / expected - 1));
    QCOMPARE(slicks.size(), std::size_t{3});
    QVERIFY(std::abs(merged / expected - 1) < 0.01);
}

QTEST_GUILESS_MAIN(MergeTest)
#include "merge_test.moc"
