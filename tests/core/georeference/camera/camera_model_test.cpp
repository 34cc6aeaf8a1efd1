#include "camera/camera_model.h"

#include <proj.h>

#include <QtTest>
#include <cmath>

#include "geo/geodesy.h"
#include "support/camera_poses.h"

using namespace sheen;
using namespace sheen::test;

namespace {

/** East, north and up of places as seen from a camera, by PROJ alone. */
class Topocentre
{
public:
    explicit Topocentre(const CameraPose& pose) : m_context(proj_context_create())
    {
        const QString pipeline = QStringLiteral(
                                     "+proj=pipeline +step +proj=unitconvert +xy_in=deg +xy_out=rad "
                                     "+step +proj=cart +ellps=WGS84 "
                                     "+step +proj=topocentric +ellps=WGS84 +lat_0=%1 +lon_0=%2 +h_0=%3")
                                     .arg(pose.latitudeDegrees, 0, 'g', 17)
                                     .arg(pose.longitudeDegrees, 0, 'g', 17)
                                     .arg(pose.heightMetres, 0, 'g', 17);
        m_transformation = proj_create(m_context, pipeline.toUtf8().constData());
    }
    ~Topocentre()
    {
        proj_destroy(m_transformation);
        proj_context_destroy(m_context);
    }
    cv::Vec3d operator()(const GroundPoint& ground) const
    {
        const PJ_COORD out = proj_trans(m_transformation, PJ_FWD,
                                        proj_coord(ground.longitudeDegrees, ground.latitudeDegrees, 0, 0));
        return {out.xyz.x, out.xyz.y, out.xyz.z};
    }

private:
    PJ_CONTEXT* m_context;
    PJ* m_transformation;
};

/** The pixel of a direction east-north-up, by turning the direction step by step into the camera. */
cv::Point2d pixelOf(const cv::Vec3d& enu, const CameraPose& pose, cv::Size picture)
{
    const double bearing = pose.bearingDegrees * radiansPerDegree;
    const double depression = pose.depressionDegrees * radiansPerDegree;
    const double roll = pose.rollDegrees * radiansPerDegree;
    // About the plumb line until the bearing lies ahead.
    const double ahead = enu[1] * std::cos(bearing) + enu[0] * std::sin(bearing);
    const double right = enu[0] * std::cos(bearing) - enu[1] * std::sin(bearing);
    // Nod down by the depression.
    const double along = ahead * std::cos(depression) - enu[2] * std::sin(depression);
    const double up = ahead * std::sin(depression) + enu[2] * std::cos(depression);
    // A camera that rolls clockwise sees the world turn the other way.
    const double x = right * std::cos(roll) - up * std::sin(roll);
    const double y = -right * std::sin(roll) - up * std::cos(roll);
    const double focal = picture.width / 2.0 / std::tan(pose.horizontalFovDegrees / 2 * radiansPerDegree);
    return {picture.width / 2.0 + focal * x / along, picture.height / 2.0 + focal * y / along};
}

}  // namespace

class CameraModelTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void agreesWithProj_data();
    void agreesWithProj();
    void straightDownIsFootprintByHand();
    void imageUpFollowsTheBearing();
    void isContinuousThroughStraightDown();
    void rollTurnsClockwise();
    void nothingAboveTheHorizon();
    void nothingBehindTheCameraOrBeyondTheHorizon();
    void distortionIsInverted_data();
    void distortionIsInverted();
    void strongBarrelDoesNotFoldBack();
    void activePictureAndBoresight();
    void groundSampleDistanceIsThatOfNeighbours();
    void senselessPosesSeeNothing();
};

void CameraModelTest::agreesWithProj_data()
{
    QTest::addColumn<double>("latitude");
    QTest::addColumn<double>("longitude");
    const std::array<std::array<double, 2>, 12> places = {{{34.672, 128.281},
                                                           {-33.902, -18.214},
                                                           {0, 0},
                                                           {0.0001, 179.9999},
                                                           {-0.001, -179.9995},
                                                           {52, 180},
                                                           {-45, -180},
                                                           {71.5, -156},
                                                           {84.9, 20},
                                                           {-79.9, 101},
                                                           {89.9, -30},
                                                           {-54.8, -68.3}}};
    for (const auto& [latitude, longitude] : places)
        QTest::addRow("%g %g", latitude, longitude) << latitude << longitude;
}

void CameraModelTest::agreesWithProj()
{
    QFETCH(double, latitude);
    QFETCH(double, longitude);
    double worst = 0;
    double worstBack = 0;
    int places = 0;
    for (const double height : {100.0, 300.0, 1000.0, 3000.0, 8000.0}) {
        for (const double depression : {90.0, 89.9, 75.0, 55.0, 42.0, 25.0, 15.0, 8.0}) {
            for (const double fov : {1.1, 12.0, 43.0}) {
                CameraPose pose = poseAt(latitude, longitude, height, 37 + 11 * depression, depression, fov);
                pose.rollDegrees = depression < 50 ? -7 : 0;
                const CameraModel camera(pose, hd);
                const Topocentre topocentre(pose);
                for (int row = 0; row < 64; ++row) {
                    for (int column = 0; column < 64; ++column) {
                        const cv::Point2d pixel(hd.width * (column + 0.5) / 64, hd.height * (row + 0.5) / 64);
                        const auto ground = camera.toGround(pixel);
                        if (!ground)
                            continue;
                        ++places;
                        QVERIFY(std::abs(ground->longitudeDegrees) <= 180);
                        worst = std::max(worst, cv::norm(pixelOf(topocentre(*ground), pose, hd) - pixel));
                        const auto back = camera.toPixel(*ground);
                        QVERIFY(back);
                        worstBack = std::max(worstBack, cv::norm(*back - pixel));
                    }
                }
            }
        }
    }
    QVERIFY(places > 300000);
    qInfo("%d points, against PROJ %.2g pixels, there and back %.2g pixels", places, worst, worstBack);
    QVERIFY2(worst < 0.01, qPrintable(QString::number(worst)));
    QVERIFY2(worstBack < 0.01, qPrintable(QString::number(worstBack)));
}

void CameraModelTest::straightDownIsFootprintByHand()
{
    const CameraModel camera(poseAt(34.672, 128.281, 820, 0, 90, 40.531394941895), hd);
    const auto left = camera.toGround({0, 360});
    const auto right = camera.toGround({1280, 360});
    QVERIFY(left && right);
    const double width = cv::norm(toEcef(*left) - toEcef(*right));
    QVERIFY(std::abs(width - 2 * 820 * std::tan(40.531394941895 / 2 * radiansPerDegree)) < 0.02);
    QVERIFY(right->longitudeDegrees > left->longitudeDegrees);
}

void CameraModelTest::imageUpFollowsTheBearing()
{
    const CameraModel east(poseAt(10, 20, 500, 90, 90), hd);
    const auto top = east.toGround({640, 0});
    QVERIFY(top->longitudeDegrees > 20.0005);
    QVERIFY(std::abs(top->latitudeDegrees - 10) < 1e-6);

    const CameraModel oblique(poseAt(10, 20, 500, 180, 45), hd);
    const auto centre = oblique.toGround({640, 360});
    QVERIFY(std::abs(centre->longitudeDegrees - 20) < 1e-9);
    QVERIFY(std::abs((10 - centre->latitudeDegrees) * 110600 - 500) < 1);
    QVERIFY(oblique.toGround({640, 0})->latitudeDegrees < centre->latitudeDegrees);
    QVERIFY(oblique.toGround({0, 360})->longitudeDegrees > 20);  // looking south, east is to the left
}

void CameraModelTest::isContinuousThroughStraightDown()
{
    const cv::Point2d pixel(200, 100);
    const auto at = [&](double depression) {
        return toEcef(*CameraModel(poseAt(-20, 57, 900, 123, depression), hd).toGround(pixel));
    };
    const cv::Vec3d before = at(90) - at(89.999);
    const cv::Vec3d after = at(90.001) - at(90);
    QVERIFY(cv::norm(before) < 0.05);
    QVERIFY(cv::norm(after - before) < 1e-5);
}

void CameraModelTest::rollTurnsClockwise()
{
    CameraPose pose = poseAt(10, 20, 500, 0, 90);
    pose.rollDegrees = 90;
    // Turned clockwise as seen from behind, looking down with north ahead: the top of the picture is east.
    const auto top = CameraModel(pose, hd).toGround({640, 0});
    QVERIFY(top->longitudeDegrees > 20.0005);
    QVERIFY(std::abs(top->latitudeDegrees - 10) < 1e-6);
}

void CameraModelTest::nothingAboveTheHorizon()
{
    for (const double height : {100.0, 1000.0, 8000.0}) {
        const CameraModel camera(poseAt(50, 0, height, 300, 5, 60), hd);
        bool ground = false;
        double farthest = 0;
        for (int row = 0; row <= hd.height; ++row) {
            const auto place = camera.toGround({640.0, static_cast<double>(row)});
            QVERIFY(!ground || place);  // once there is sea, all below is sea
            ground = ground || place;
            if (place)
                farthest = std::max(farthest, cv::norm(toEcef(*place) - camera.position()));
        }
        QVERIFY(ground);
        QVERIFY(!camera.toGround({640, 0}));
        QVERIFY(!camera.toGround({640, 300}));
        // Not farther than the flat sea at the smallest grazing angle.
        QVERIFY(farthest < height / std::sin(smallestGrazingAngleDegrees * radiansPerDegree));
    }
    QVERIFY(!CameraModel(poseAt(50, 0, 1000, 300, -80), hd).toGround({640, 360}));
}

void CameraModelTest::nothingBehindTheCameraOrBeyondTheHorizon()
{
    const CameraModel camera(poseAt(50, 0, 1000, 0, 30), hd);
    QVERIFY(camera.toPixel({50.01, 0}));
    QVERIFY(!camera.toPixel({49.9, 0}));   // behind
    QVERIFY(!camera.toPixel({52, 0}));     // beyond the horizon
    QVERIFY(!camera.toPixel({-50, 180}));  // the other side of the earth
    QVERIFY(!camera.toPixel({std::nan(""), 0}));
}

void CameraModelTest::distortionIsInverted_data()
{
    QTest::addColumn<double>("k1");
    QTest::addColumn<double>("k2");
    QTest::newRow("barrel") << -0.2 << 0.03;
    QTest::newRow("pincushion") << 0.3 << 0.0;
    QTest::newRow("both") << 0.1 << -0.05;
}

void CameraModelTest::distortionIsInverted()
{
    QFETCH(double, k1);
    QFETCH(double, k2);
    CameraCalibration calibration;
    calibration.radialK1 = k1;
    calibration.radialK2 = k2;
    const CameraModel camera(poseAt(-5, 120, 700, 10, 60, 50), hd, calibration);
    for (int y = 0; y <= 720; y += 40) {
        for (int x = 0; x <= 1280; x += 40) {
            const cv::Point2d pixel(x, y);
            const auto ground = camera.toGround(pixel);
            QVERIFY(ground);
            const auto back = camera.toPixel(*ground);
            QVERIFY(back);
            QVERIFY(cv::norm(*back - pixel) < 1e-5);
        }
    }
    // What the formula says, in the middle of the upper edge: r_seen = r (1 + k1 r^2 + k2 r^4).
    const double seen = 360 / camera.focalPixels();
    const auto ground = CameraModel(poseAt(-5, 120, 700, 0, 90, 50), hd, calibration).toGround({640, 0});
    const double r = cv::norm(toEcef(*ground) - toEcef({-5, 120})) / 700;
    QVERIFY(std::abs(r * (1 + k1 * r * r + k2 * r * r * r * r) - seen) < 1e-4);
}

void CameraModelTest::strongBarrelDoesNotFoldBack()
{
    CameraCalibration calibration;
    calibration.radialK1 = -0.5;
    const CameraModel camera(poseAt(-5, 120, 700, 0, 90, 90), hd, calibration);
    // r (1 - r^2 / 2) grows up to r = 0.816, where it is 0.544 focal lengths = 348 pixels.
    QVERIFY(camera.toGround({640 + 340, 360}));
    QVERIFY(!camera.toGround({640 + 360, 360}));
    QVERIFY(!camera.toPixel({-5, 120.01}));  // 1.6 focal lengths out: without a limit it would come back in
}

void CameraModelTest::activePictureAndBoresight()
{
    CameraCalibration calibration;
    calibration.activePicture = QRectF(0.125, 0, 0.75, 1);
    const CameraModel bars(poseAt(10, 20, 500, 0, 90, 40), hd, calibration);
    QCOMPARE(bars.principalPoint().x, 640.0);
    QVERIFY(std::abs(bars.focalPixels() - 480 / std::tan(20 * radiansPerDegree)) < 1e-9);

    // Tilt and roll of a camera that does not roll are those of its pose.
    CameraCalibration mounting;
    mounting.boresightTiltDegrees = -2;
    mounting.boresightRollDegrees = 1;
    mounting.focalScale = 1.1;
    CameraPose turned = poseAt(10, 20, 500, 50, 58, 40);
    turned.rollDegrees = 1;
    turned.horizontalFovDegrees = 2 * std::atan(std::tan(20 * radiansPerDegree) / 1.1) / radiansPerDegree;
    const auto a = CameraModel(poseAt(10, 20, 500, 50, 60, 40), hd, mounting).toGround({10, 700});
    const auto b = CameraModel(turned, hd).toGround({10, 700});
    QVERIFY(cv::norm(toEcef(*a) - toEcef(*b)) < 1e-6);

    // Straight down and looking north, a pan to the right looks east of the point below: no bearing does
    // that.
    CameraCalibration panned;
    panned.boresightPanDegrees = 5;
    const auto axis = CameraModel(poseAt(0, 20, 1000, 0, 90, 40), hd, panned).toGround({640, 360});
    const double east =
        toEcef(*axis).dot(cv::Vec3d(-std::sin(20 * radiansPerDegree), std::cos(20 * radiansPerDegree), 0));
    QVERIFY(std::abs(east - 1000 * std::tan(5 * radiansPerDegree)) < 0.05);
    QVERIFY(std::abs(axis->latitudeDegrees) < 1e-6);
}

void CameraModelTest::groundSampleDistanceIsThatOfNeighbours()
{
    const CameraModel down(poseAt(10, 20, 820, 0, 90, 40), hd);
    QVERIFY(std::abs(*down.groundSampleDistance({640, 360}) -
                     2 * 820 * std::tan(20 * radiansPerDegree) / 1280) < 1e-4);
    CameraCalibration calibration;
    calibration.radialK1 = 0.2;
    const CameraModel oblique(poseAt(10, 20, 820, 70, 25, 40), hd, calibration);
    const cv::Point2d pixel(900, 500);
    const auto at = [&](double dx, double dy) {
        return toEcef(*oblique.toGround(pixel + cv::Point2d(dx, dy)));
    };
    const cv::Vec3d right = at(0.5, 0) - at(-0.5, 0);
    const cv::Vec3d below = at(0, 0.5) - at(0, -0.5);
    const double expected = std::sqrt(cv::norm(right.cross(below)));
    QVERIFY(std::abs(*oblique.groundSampleDistance(pixel) / expected - 1) < 1e-4);
    QVERIFY(!CameraModel(poseAt(10, 20, 820, 70, 0, 40), hd).groundSampleDistance({640, 10}));
}

void CameraModelTest::senselessPosesSeeNothing()
{
    const auto sees = [](const CameraPose& pose, cv::Size size) {
        const CameraModel camera(pose, size);
        return camera.toGround({10, 10}) || camera.toPixel({10, 20}) || camera.groundSampleDistance({1, 1});
    };
    QVERIFY(sees(poseAt(10, 20, 500, 0, 90), hd));
    QVERIFY(!sees(poseAt(10, 20, 0, 0, 90), hd));
    QVERIFY(!sees(poseAt(10, 20, -5, 0, 90), hd));
    QVERIFY(!sees(poseAt(10, 20, 500, 0, 90, 0), hd));
    QVERIFY(!sees(poseAt(10, 20, 500, 0, 90, 180), hd));
    QVERIFY(!sees(poseAt(std::nan(""), 20, 500, 0, 90), hd));
    QVERIFY(!sees(poseAt(10, 20, 500, std::nan(""), 90), hd));
    QVERIFY(!sees(poseAt(10, 20, 500, 0, 90), cv::Size()));
}

QTEST_GUILESS_MAIN(CameraModelTest)
#include "camera_model_test.moc"
