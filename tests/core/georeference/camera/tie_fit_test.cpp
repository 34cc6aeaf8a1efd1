#include "camera/tie_fit.h"

#include <QTemporaryDir>
#include <QtTest>
#include <random>

#include "geo/geodesy.h"
#include "support/camera_poses.h"
#include "support/height_raster.h"
#include "terrain/elevation_model.h"

using namespace sheen;
using test::hd;
using test::turnedMounting;

namespace {

CameraPose poseAt(double bearing, double depression)
{
    return test::poseAt(55.2, 179.9999, 1200, bearing, depression, 20);
}

/** Marks on a frame as the true camera sees them, `noise` pixels off. */
std::vector<TiePoint> marksOn(const CameraPose& pose, int count, double noise = 0,
                              const std::shared_ptr<const ElevationModel>& elevation = {})
{
    std::mt19937 random(7);
    std::uniform_real_distribution<double> across(80, hd.width - 80), down(80, hd.height - 80);
    std::normal_distribution<double> off(0, noise > 0 ? noise : 1);
    const CameraModel camera(pose, hd, turnedMounting(), elevation);
    std::vector<TiePoint> points;
    for (int i = 0; i < count; ++i) {
        const cv::Point2d pixel(across(random), down(random));
        TiePoint point{pose, hd, pixel, *camera.toGround(pixel), elevation};
        if (noise > 0)
            point.pixel += cv::Point2d(off(random), off(random));
        points.push_back(point);
    }
    return points;
}

}  // namespace

class TieFitTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void manyMarksGiveEverything_data()
    {
        QTest::addColumn<double>("depression");
        QTest::newRow("straight down") << 90.0;
        QTest::newRow("oblique") << 35.0;
    }
    void manyMarksGiveEverything()
    {
        QFETCH(double, depression);
        std::vector<TiePoint> points;
        for (const double bearing : {10.0, 130.0, 260.0}) {
            for (const TiePoint& point : marksOn(poseAt(bearing, depression), 8))
                points.push_back(point);
        }
        const auto fit = fitBoresight(points, {});
        QVERIFY(fit);
        // What is usual pulls a little; less than the standard errors.
        QVERIFY(std::abs(fit->calibration.boresightPanDegrees - 0.8) < 0.01);
        QVERIFY(std::abs(fit->calibration.boresightTiltDegrees + 0.5) < 0.01);
        QVERIFY(std::abs(fit->calibration.boresightRollDegrees - 0.6) < 0.02);
        QVERIFY(std::abs(fit->calibration.focalScale - 1.02) < 0.001);
        QVERIFY(cv::norm(fit->before.front().pixels) > 20);
        for (const TieResidual& residual : fit->after) {
            QVERIFY(cv::norm(residual.pixels) < 0.2);
            QVERIFY(residual.metres < 0.5);
        }
    }

    void marksOnLandStandOnTheLand()
    {
        const QTemporaryDir folder;
        test::HeightRaster plateau;
        plateau.left = 179.8;
        plateau.top = 55.3;
        plateau.height = [](double, double) { return 150; };
        const QString path = folder.filePath(QStringLiteral("plateau.tif"));
        plateau.write(path);
        const auto land = ElevationModel::open(path);
        std::vector<TiePoint> points;
        for (const double bearing : {190.0, 270.0, 350.0}) {
            CameraPose pose = poseAt(bearing, 40);
            pose.longitudeDegrees = 179.95;
            for (const TiePoint& point : marksOn(pose, 6, 0, land))
                points.push_back(point);
        }
        const auto fit = fitBoresight(points, {});
        QVERIFY(fit);
        QVERIFY(std::abs(fit->calibration.boresightTiltDegrees + 0.5) < 0.01);
        QVERIFY(std::abs(fit->calibration.focalScale - 1.02) < 0.001);
        for (const TieResidual& residual : fit->after)
            QVERIFY(cv::norm(residual.pixels) < 0.2 && residual.metres < 0.5);
        // Taken for marks at sea level, they would be told to lie elsewhere.
        for (TiePoint& point : points)
            point.elevation = nullptr;
        const auto atSea = fitBoresight(points, {});
        QVERIFY(atSea);
        QVERIFY(std::abs(atSea->calibration.boresightTiltDegrees + 0.5) > 1);
    }

    void oneMarkIsMet()
    {
        const auto fit = fitBoresight(marksOn(poseAt(200, 50), 1), {});
        QVERIFY(fit);
        QVERIFY(cv::norm(fit->after.front().pixels) < 0.1);
        // It says next to nothing of the focal length.
        QVERIFY(std::abs(fit->calibration.focalScale - 1) < 0.01);
        QVERIFY(fit->focalScaleError > 0.03);
        QVERIFY(fit->panErrorDegrees < 2);
    }

    void standardErrorsAreHonest()
    {
        // Marks two pixels off: the true values lie within three standard errors.
        const auto fit = fitBoresight(marksOn(poseAt(75, 60), 12, 2), {});
        QVERIFY(fit);
        const CameraCalibration& found = fit->calibration;
        QVERIFY(std::abs(found.boresightPanDegrees - 0.8) < 3 * fit->panErrorDegrees);
        QVERIFY(std::abs(found.boresightTiltDegrees + 0.5) < 3 * fit->tiltErrorDegrees);
        QVERIFY(std::abs(found.boresightRollDegrees - 0.6) < 3 * fit->rollErrorDegrees);
        QVERIFY(std::abs(found.focalScale - 1.02) < 3 * fit->focalScaleError);
        QVERIFY(fit->panErrorDegrees < 0.1);
    }

    void startsFromWhatIsKnown()
    {
        CameraCalibration start = turnedMounting();
        start.radialK1 = 0;
        start.smallestGrazingDegrees = 4;
        const auto fit = fitBoresight(marksOn(poseAt(75, 60), 3), start);
        QVERIFY(fit);
        QVERIFY(fit->calibration.smallestGrazingDegrees == 4);
        QVERIFY(cv::norm(fit->before.front().pixels) < 1e-6);
        QVERIFY(cv::norm(fit->after.front().pixels) < 1e-3);
    }

    void whatIsNotAskedForStays()
    {
        CameraCalibration start;
        start.boresightRollDegrees = 0.6;
        start.focalScale = 1.02;
        const auto fit = fitBoresight(marksOn(poseAt(75, 60), 6), start, {true, true, false, false});
        QVERIFY(fit);
        QCOMPARE(fit->calibration.boresightRollDegrees, 0.6);
        QCOMPARE(fit->calibration.focalScale, 1.02);
        QCOMPARE(fit->rollErrorDegrees, 0.0);
        QVERIFY(std::abs(fit->calibration.boresightPanDegrees - 0.8) < 0.01);
        QVERIFY(fit->panErrorDegrees > 0);
    }

    void moreAndWiderMarksTellMore()
    {
        const std::vector<TiePoint> points = marksOn(poseAt(75, 60), 3);
        const auto told = [](const std::vector<TiePoint>& some) {
            const TieUnknowns unknowns = unknownsToldBy(some);
            return int(unknowns.pan) + int(unknowns.tilt) + int(unknowns.roll) + int(unknowns.focalScale);
        };
        QCOMPARE(told({points[0]}), 2);
        QCOMPARE(told({points[0], points[1]}), 3);
        QCOMPARE(told(points), 4);
        std::vector<TiePoint> close(3, points[0]);
        close[1].pixel.x += 9;
        QCOMPARE(told(close), 2);
    }

    void whatCannotBeSeenIsNoMark()
    {
        QVERIFY(!fitBoresight({}, {}));
        std::vector<TiePoint> points = marksOn(poseAt(75, 60), 2);
        points.back().ground.latitudeDegrees = -20;  // beyond the horizon
        QVERIFY(!fitBoresight(points, {}));
        QVERIFY(tieResidual(points.front(), {}));
        QVERIFY(!tieResidual(points.back(), {}));
        points = marksOn(poseAt(75, 60), 1);
        points.front().pose.heightMetres = -5;
        QVERIFY(!fitBoresight(points, {}));
    }
};

QTEST_GUILESS_MAIN(TieFitTest)
#include "tie_fit_test.moc"
