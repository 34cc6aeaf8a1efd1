#include "camera/footprint.h"

#include <QtTest>
#include <cmath>
#include <random>

#include "camera/pose_errors.h"
#include "geo/geodesy.h"
#include "support/camera_poses.h"

using namespace sheen;
using namespace sheen::test;

namespace {

/** Whether going round is always a turn to the right. */
bool isConvex(const GroundRing& ring)
{
    const double shrink = std::cos(ring.front().latitudeDegrees * radiansPerDegree);
    for (std::size_t i = 0; i < ring.size(); ++i) {
        const GroundPoint& a = ring[i];
        const GroundPoint& b = ring[(i + 1) % ring.size()];
        const GroundPoint& c = ring[(i + 2) % ring.size()];
        const cv::Point2d ab((b.longitudeDegrees - a.longitudeDegrees) * shrink,
                             b.latitudeDegrees - a.latitudeDegrees);
        const cv::Point2d bc((c.longitudeDegrees - b.longitudeDegrees) * shrink,
                             c.latitudeDegrees - b.latitudeDegrees);
        if (ab.cross(bc) > 1e-4 * cv::norm(ab) * cv::norm(bc))
            return false;
    }
    return true;
}

}  // namespace

class FootprintTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void cornersInThePicturesOrder();
    void areaIsThatOfTheRectangle();
    void cutAtTheHorizon_data();
    void cutAtTheHorizon();
    void emptyAboveTheHorizon();
    void runsOnAcrossTheAntimeridian();
    void errorByHand();
    void errorHoldsInMonteCarlo_data();
    void errorHoldsInMonteCarlo();
    void areaErrorHoldsInMonteCarlo();
    void areasAgreeWithGeodesics();
};

void FootprintTest::cornersInThePicturesOrder()
{
    const CameraModel camera(poseAt(-33.9, -18.2, 1250, 352, 60, 43), hd);
    const Footprint footprint = footprintOf(camera);
    QCOMPARE(footprint.outline.size(), std::size_t{4});
    QVERIFY(!footprint.cutAtHorizon);
    const std::array<cv::Point2d, 4> corners = {cv::Point2d(0, 0), {1280, 0}, {1280, 720}, {0, 720}};
    for (std::size_t i = 0; i < 4; ++i) {
        const auto pixel = camera.toPixel(footprint.outline[i]);
        QVERIFY(pixel && cv::norm(*pixel - corners[i]) < 1e-5);
    }
    QCOMPARE(footprint.positionErrorMetres, 0.0);
}

void FootprintTest::areaIsThatOfTheRectangle()
{
    const Footprint footprint = footprintOf(CameraModel(poseAt(34.6, 128.2, 820, 75, 90, 40), hd));
    const double width = 2 * 820 * std::tan(20 * radiansPerDegree);
    QVERIFY(std::abs(footprint.areaSquareMetres / (width * width * 720 / 1280) - 1) < 1e-3);
    QVERIFY(std::abs(footprint.groundSampleDistanceMetres - width / 1280) < 1e-3);
}

void FootprintTest::cutAtTheHorizon_data()
{
    QTest::addColumn<double>("depression");
    QTest::addColumn<double>("roll");
    QTest::addColumn<double>("height");
    QTest::newRow("horizon near the top") << 15.0 << 0.0 << 1000.0;
    QTest::newRow("horizon in the middle") << 2.5 << 0.0 << 300.0;
    QTest::newRow("horizon near the bottom") << -8.0 << 0.0 << 8000.0;
    QTest::newRow("rolled") << 5.0 << 30.0 << 1000.0;
    QTest::newRow("on its side") << 3.0 << 88.0 << 1000.0;
    QTest::newRow("upside down") << 5.0 << 180.0 << 500.0;
    QTest::newRow("one corner left") << -12.0 << 25.0 << 1000.0;
}

void FootprintTest::cutAtTheHorizon()
{
    QFETCH(double, depression);
    QFETCH(double, roll);
    QFETCH(double, height);
    CameraPose pose = poseAt(55, 4, height, 200, depression, 45);
    pose.rollDegrees = roll;
    const CameraModel camera(pose, hd);
    const Footprint footprint = footprintOf(camera);
    QVERIFY(footprint.cutAtHorizon);
    QVERIFY(footprint.outline.size() > 6);
    QVERIFY(isConvex(footprint.outline));
    QVERIFY(footprint.areaSquareMetres > 0);
    QVERIFY(footprint.groundSampleDistanceMetres > 0);
    const cv::Rect2d around(-0.01, -0.01, 1280.02, 720.02);
    int onCut = 0;
    for (const GroundPoint& place : footprint.outline) {
        const auto pixel = camera.toPixel(place);
        QVERIFY(pixel);
        QVERIFY(around.contains(*pixel));
        const bool onEdge = pixel->x < 0.01 || pixel->y < 0.01 || pixel->x > 1279.99 || pixel->y > 719.99;
        if (!onEdge) {
            // On the cut: the camera stands at the smallest grazing angle above that place.
            const cv::Vec3d towards = camera.position() - toEcef(place);
            const double latitude = place.latitudeDegrees * radiansPerDegree;
            const double longitude = place.longitudeDegrees * radiansPerDegree;
            const cv::Vec3d up(std::cos(latitude) * std::cos(longitude),
                               std::cos(latitude) * std::sin(longitude), std::sin(latitude));
            const double grazing = std::asin(towards.dot(up) / cv::norm(towards)) / radiansPerDegree;
            QVERIFY(std::abs(grazing - smallestGrazingAngleDegrees) < 1e-4);
            ++onCut;
        }
    }
    QVERIFY(onCut > 4);
}

void FootprintTest::emptyAboveTheHorizon()
{
    const Footprint footprint = footprintOf(CameraModel(poseAt(55, 4, 1000, 200, -20, 30), hd));
    QVERIFY(footprint.outline.empty());
    QCOMPARE(footprint.areaSquareMetres, 0.0);
}

void FootprintTest::runsOnAcrossTheAntimeridian()
{
    const Footprint footprint = footprintOf(CameraModel(poseAt(-17, 179.999, 2000, 45, 90, 40), hd));
    for (const GroundPoint& point : footprint.outline)
        QVERIFY(std::abs(point.longitudeDegrees - 180) < 0.1);
    const double width = 2 * 2000 * std::tan(20 * radiansPerDegree);
    QVERIFY(std::abs(footprint.areaSquareMetres / (width * width * 720 / 1280) - 1) < 2e-3);
}

void FootprintTest::errorByHand()
{
    // Straight down only the position and the depression move the centre (FIELD: 0.1 degree at 914 m is 1.6
    // m).
    CameraPose pose = poseAt(20, 30, 914.4, 10, 90, 30);
    pose.horizontalErrorMetres = 10;
    QVERIFY(std::abs(footprintOf(CameraModel(pose, hd)).positionErrorMetres - 24.5) < 0.1);
    pose.horizontalErrorMetres = 0;
    pose.depressionErrorDegrees = 0.1;
    QVERIFY(std::abs(footprintOf(CameraModel(pose, hd)).positionErrorMetres - 1.96 * 1.596) < 0.02);
    pose.depressionDegrees = 30;  // 60 degrees off nadir: 6.4 m
    QVERIFY(std::abs(footprintOf(CameraModel(pose, hd)).positionErrorMetres - 1.96 * 6.38) < 0.05);
}

void FootprintTest::errorHoldsInMonteCarlo_data()
{
    QTest::addColumn<double>("bearingError");
    QTest::addColumn<double>("fovError");
    QTest::addColumn<double>("horizontalError");
    QTest::addColumn<double>("share");
    QTest::newRow("normal") << 0.6 << 0.3 << 9.0 << 0.0;
    QTest::newRow("some rounding") << 0.6 << 0.3 << 9.0 << 0.5;
    QTest::newRow("roundings") << 0.6 << 0.3 << 9.0 << 1.0;
    QTest::newRow("a place in whole steps") << 0.01 << 0.01 << 30.0 << 1.0;
    QTest::newRow("one rounding more than all else") << 0.1 << 1.2 << 1.0 << 1.0;
}

/** Some of the errors are roundings: uniform, with a share of the variance. */
void FootprintTest::errorHoldsInMonteCarlo()
{
    QFETCH(double, bearingError);
    QFETCH(double, fovError);
    QFETCH(double, horizontalError);
    QFETCH(double, share);
    CameraPose pose = poseAt(20, 30, 900, 10, 40, 30);
    pose.horizontalErrorMetres = horizontalError;
    pose.heightErrorMetres = 2;
    pose.bearingErrorDegrees = bearingError;
    pose.depressionErrorDegrees = 0.1;
    pose.fovErrorDegrees = fovError;
    pose.horizontalRoundingShare = pose.bearingRoundingShare = pose.fovRoundingShare = share;
    const CameraModel believed(pose, hd);
    std::mt19937 random(1);
    std::normal_distribution<double> normal;
    std::uniform_real_distribution<double> uniform(-std::sqrt(3.0), std::sqrt(3.0));
    const auto mixed = [&] {
        const double rounding = uniform(random);
        return std::sqrt(share) * rounding + std::sqrt(1 - share) * normal(random);
    };
    for (const cv::Point2d pixel : {cv::Point2d(640, 360), cv::Point2d(0, 0), cv::Point2d(1280, 720)}) {
        const double radius = *positionErrorMetres(believed, pixel);
        const cv::Vec3d place = toEcef(*believed.toGround(pixel));
        int held = 0;
        constexpr int trials = 20000;
        for (int i = 0; i < trials; ++i) {
            CameraPose truth = pose;
            truth.latitudeDegrees += mixed() * horizontalError / 110700;
            truth.longitudeDegrees += mixed() * horizontalError / (111320 * std::cos(20 * radiansPerDegree));
            truth.heightMetres += normal(random) * pose.heightErrorMetres;
            truth.bearingDegrees += mixed() * bearingError;
            truth.depressionDegrees += normal(random) * pose.depressionErrorDegrees;
            truth.horizontalFovDegrees += mixed() * fovError;
            held += cv::norm(toEcef(*CameraModel(truth, hd).toGround(pixel)) - place) <= radius;
        }
        qInfo("radius %.1f m holds %.1f %%", radius, 100.0 * held / trials);
        QVERIFY(std::abs(static_cast<double>(held) / trials - 0.95) < 0.015);
    }
}

void FootprintTest::areaErrorHoldsInMonteCarlo()
{
    std::mt19937 random(2);
    std::normal_distribution<double> normal;
    for (const double depression : {90.0, 45.0, 20.0}) {
        CameraPose pose = poseAt(20, 30, 900, 10, depression, 30);
        pose.horizontalErrorMetres = 9;
        pose.heightErrorMetres = 12;
        pose.bearingErrorDegrees = 0.6;
        pose.depressionErrorDegrees = 0.2;
        pose.fovErrorDegrees = 0.3;
        const CameraModel believed(pose, hd);
        const PixelRing outline = {{600, 330}, {680, 330}, {690, 390}, {640, 400}, {590, 380}};
        const auto areaBy = [&outline](const CameraModel& camera) {
            GroundRing ring;
            for (const cv::Point2d& pixel : outline)
                ring.push_back(*camera.toGround(pixel));
            return groundArea(GroundPolygon{ring});
        };
        const double share = *areaErrorShare(believed, {640, 366});
        const double area = areaBy(believed);
        int held = 0;
        constexpr int trials = 5000;
        for (int i = 0; i < trials; ++i) {
            CameraPose truth = pose;
            truth.heightMetres += normal(random) * 12;
            truth.bearingDegrees += normal(random) * 0.6;
            truth.depressionDegrees += normal(random) * 0.2;
            truth.horizontalFovDegrees += normal(random) * 0.3;
            held += std::abs(areaBy(CameraModel(truth, hd)) / area - 1) <= 1.96 * share;
        }
        qInfo("depression %.0f: +- %.1f %% hold %.1f %%", depression, 196 * share, 100.0 * held / trials);
        QVERIFY(std::abs(static_cast<double>(held) / trials - 0.95) < 0.015);
    }
    CameraPose exact = poseAt(20, 30, 900, 10, 60, 30);
    QCOMPARE(*areaErrorShare(CameraModel(exact, hd), {640, 366}), 0.0);
    exact.heightErrorMetres = 9;  // one per cent of height
    QVERIFY(std::abs(*areaErrorShare(CameraModel(exact, hd), {640, 366}) - 0.02) < 1e-4);
    exact.depressionDegrees = -20;
    QVERIFY(!areaErrorShare(CameraModel(exact, hd), {640, 366}));
}

void FootprintTest::areasAgreeWithGeodesics()
{
    // The same ring with and without one long edge: once by the cylinder, once by PROJ's geodesics.
    for (const double latitude : {0.0, 34.0, -61.0, 80.0}) {
        const double size = 0.01;
        const GroundRing square = {{latitude, 179.995},
                                   {latitude + size, 179.995},
                                   {latitude + size, -179.995},
                                   {latitude, -179.995}};
        const double metres = 111319.5 * size;
        const double fast = groundArea(GroundPolygon{square});
        // A needle of no area that is long enough to ask for geodesics.
        GroundRing longer = square;
        longer.push_back({latitude - 1, -179.995});
        longer.push_back({latitude, -179.995});
        const double exact = groundArea(GroundPolygon{longer});
        QVERIFY2(std::abs(fast / exact - 1) < 1e-4, qPrintable(QString::number(fast / exact - 1)));
        QVERIFY(std::abs(fast / (metres * metres * std::cos(latitude * radiansPerDegree)) - 1) < 0.02);
        GroundRing reversed(square.rbegin(), square.rend());
        QVERIFY(std::abs(groundArea(GroundPolygon{reversed}) - fast) < 1e-6);
    }
    const GroundRing outer = {{10, 20}, {10.001, 20}, {10.001, 20.001}, {10, 20.001}};
    const GroundRing hole = {{10.0002, 20.0002}, {10.0002, 20.0007}, {10.0007, 20.0007}, {10.0007, 20.0002}};
    const double whole = groundArea(GroundPolygon{outer});
    QVERIFY(std::abs(groundArea(GroundPolygon{outer, hole}) / whole - 0.75) < 1e-6);
    QCOMPARE(groundArea(GroundPolygon{}), 0.0);
    QCOMPARE(groundArea(GroundPolygon{{{1, 2}, {3, 4}}}), 0.0);
}

QTEST_GUILESS_MAIN(FootprintTest)
#include "footprint_test.moc"
