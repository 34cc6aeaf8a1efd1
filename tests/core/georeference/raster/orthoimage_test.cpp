#include "raster/orthoimage.h"

#include <QtTest>
#include <cmath>
#include <opencv2/imgproc.hpp>

#include "base/error.h"
#include "camera/footprint.h"
#include "geo/geodesy.h"
#include "support/camera_poses.h"

using namespace sheen;
using namespace sheen::test;

class OrthoimageTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void zones_data();
    void zones();
    void unknownSystemsAreRefused();
    void thereAndBack();
    void gridHoldsTheFootprint();
    void largeGridsGetLargerPixels();
    void barsBesideThePictureShowNothing();
    void inverseMapIsExact_data();
    void inverseMapIsExact();
    void picturesAndMasksComeOutWhereTheyBelong();
    void nothingToWarp();
};

void OrthoimageTest::zones_data()
{
    QTest::addColumn<double>("latitude");
    QTest::addColumn<double>("longitude");
    QTest::addColumn<int>("epsg");
    QTest::newRow("Korea") << 34.67 << 128.28 << 32652;
    QTest::newRow("south Atlantic") << -33.9 << -18.2 << 32727;
    QTest::newRow("west of the antimeridian") << 10.0 << 179.99 << 32660;
    QTest::newRow("east of the antimeridian") << 10.0 << -179.99 << 32601;
    QTest::newRow("on it") << -10.0 << 180.0 << 32701;
    QTest::newRow("run on beyond it") << 10.0 << 180.5 << 32601;
    QTest::newRow("equator") << 0.0 << 0.0 << 32631;
    QTest::newRow("Bergen") << 60.4 << 5.3 << 32632;
    QTest::newRow("west of Norway's exception") << 60.4 << 2.9 << 32631;
    QTest::newRow("Svalbard 33") << 78.2 << 15.6 << 32633;
    QTest::newRow("Svalbard 31") << 78.2 << 8.9 << 32631;
    QTest::newRow("Svalbard 35") << 78.2 << 21.0 << 32635;
    QTest::newRow("Svalbard 37") << 78.2 << 41.9 << 32637;
    QTest::newRow("last of the north") << 83.9 << 8.0 << 32631;
    QTest::newRow("north of UTM") << 84.5 << 8.0 << 5041;
    QTest::newRow("last of the south") << -80.0 << 8.0 << 32732;
    QTest::newRow("south of UTM") << -80.1 << 8.0 << 5042;
}

void OrthoimageTest::zones()
{
    QFETCH(double, latitude);
    QFETCH(double, longitude);
    QFETCH(int, epsg);
    QCOMPARE(MapProjection::utmZoneFor({latitude, longitude}), epsg);
}

void OrthoimageTest::unknownSystemsAreRefused()
{
    for (const int epsg : {0, -1, 4326, 999999, 2263 /* feet */}) {
        try {
            MapProjection projection(epsg);
            QFAIL("not refused");
        } catch (const Error& error) {
            QVERIFY(error.kind() == ErrorKind::Usage);
            QVERIFY(error.sentence().contains(QString::number(epsg)));
        }
    }
    QCOMPARE(MapProjection(5186).epsg(), 5186);  // Korea 2000, northing first in the register
}

void OrthoimageTest::thereAndBack()
{
    for (const GroundPoint place :
         {GroundPoint{34.67, 128.28}, GroundPoint{-17, -179.999}, GroundPoint{-17, 180.001},
          GroundPoint{0, 3}, GroundPoint{88, 128}, GroundPoint{-85, -60}}) {
        const MapProjection projection(MapProjection::utmZoneFor(place));
        const cv::Point2d map = projection.toMap(place);
        if (std::abs(place.latitudeDegrees) < 80)
            QVERIFY(map.x > 100000 && map.x < 900000);
        const GroundPoint back = projection.toGround(map);
        QVERIFY(std::abs(back.longitudeDegrees) <= 180);
        QVERIFY(cv::norm(toEcef(back) - toEcef(place)) < 1e-5);
    }
    const MapProjection korea(5186);
    const cv::Point2d seoul = korea.toMap({37.5, 127});
    QVERIFY(std::abs(seoul.x - 200000) < 1);
    QVERIFY(std::abs(seoul.y - 544500) < 5000);
}

void OrthoimageTest::gridHoldsTheFootprint()
{
    const Footprint footprint = footprintOf(CameraModel(poseAt(-17, 179.9995, 1200, 33, 60, 40), hd));
    const MapProjection projection(32760);
    const MapGrid grid = gridFor(footprint.outline, projection, 0.7);
    QCOMPARE(grid.epsg, 32760);
    QCOMPARE(grid.pixelSizeMetres, 0.7);
    for (const GroundPoint& corner : footprint.outline) {
        const cv::Point2d map = projection.toMap(corner);
        QVERIFY(map.x >= grid.left && map.x <= grid.left + grid.size.width * 0.7);
        QVERIFY(map.y <= grid.top && map.y >= grid.top - grid.size.height * 0.7);
    }
    QVERIFY(std::abs(std::remainder(grid.left, 0.7)) < 1e-6);
    QVERIFY(std::abs(std::remainder(grid.top, 0.7)) < 1e-6);
    QVERIFY(grid.size.width < 4000 && grid.size.height < 4000);
}

void OrthoimageTest::largeGridsGetLargerPixels()
{
    const Footprint footprint = footprintOf(CameraModel(poseAt(40, 5, 8000, 0, 10, 40), hd));
    const MapProjection projection(32631);
    const MapGrid grid = gridFor(footprint.outline, projection, 0.5, 1000);
    QVERIFY(std::max(grid.size.width, grid.size.height) <= 1000);
    QVERIFY(std::max(grid.size.width, grid.size.height) >= 990);
    QVERIFY(gridFor({}, projection, 0.5).size.empty());
}

void OrthoimageTest::barsBesideThePictureShowNothing()
{
    CameraCalibration calibration;
    calibration.activePicture = QRectF(0.125, 0.1, 0.75, 0.8);
    const CameraModel camera(poseAt(34.6, 128, 820, 20, 60, 40), hd, calibration);
    const Footprint footprint = footprintOf(camera);
    const MapProjection projection(32652);
    const MapGrid grid = gridFor(footprint.outline, projection, footprint.groundSampleDistanceMetres, 3000);
    const cv::Mat map = inverseMap(grid, projection, camera);
    float left = 1e9f, right = -1, top = 1e9f, bottom = -1;
    for (int row = 0; row < map.rows; ++row) {
        for (int column = 0; column < map.cols; ++column) {
            const cv::Vec2f place = map.at<cv::Vec2f>(row, column);
            if (place[0] < -0.5f)
                continue;
            left = std::min(left, place[0]);
            right = std::max(right, place[0]);
            top = std::min(top, place[1]);
            bottom = std::max(bottom, place[1]);
        }
    }
    QVERIFY(left >= 159.5f && left < 161.5f);
    QVERIFY(right <= 1119.5f && right > 1117.5f);
    QVERIFY(top >= 71.5f && top < 73.5f);
    QVERIFY(bottom <= 647.5f && bottom > 645.5f);
}

void OrthoimageTest::inverseMapIsExact_data()
{
    QTest::addColumn<double>("latitude");
    QTest::addColumn<double>("height");
    QTest::addColumn<double>("depression");
    QTest::addColumn<double>("fov");
    QTest::addColumn<double>("k1");
    QTest::newRow("straight down") << 34.6 << 820.0 << 90.0 << 40.0 << 0.0;
    QTest::newRow("straight down, high and wide") << -60.0 << 8000.0 << 90.0 << 60.0 << 0.0;
    QTest::newRow("distorted") << 34.6 << 820.0 << 70.0 << 40.0 << -0.15;
    QTest::newRow("oblique") << -0.001 << 760.0 << 42.0 << 26.7 << 0.0;
    QTest::newRow("flat, narrow") << 71.0 << 3000.0 << 10.0 << 5.0 << 0.0;
    QTest::newRow("cut at the horizon") << 34.6 << 500.0 << 9.0 << 40.0 << 0.0;
    QTest::newRow("cut at the horizon, high") << 34.6 << 8000.0 << 8.0 << 40.0 << 0.05;
}

void OrthoimageTest::inverseMapIsExact()
{
    QFETCH(double, latitude);
    QFETCH(double, height);
    QFETCH(double, depression);
    QFETCH(double, fov);
    QFETCH(double, k1);
    CameraCalibration calibration;
    calibration.radialK1 = k1;
    CameraPose pose = poseAt(latitude, -179.9999, height, 75, depression, fov);
    const CameraModel camera(pose, hd, calibration);
    const Footprint footprint = footprintOf(camera);
    const MapProjection projection(MapProjection::utmZoneFor(footprint.outline.front()));
    const MapGrid grid = gridFor(footprint.outline, projection, footprint.groundSampleDistanceMetres, 3000);
    const cv::Mat map = inverseMap(grid, projection, camera);
    QCOMPARE(map.size(), grid.size);
    QCOMPARE(map.type(), CV_32FC2);

    double worst = 0;
    int inside = 0, outside = 0, wrong = 0;
    for (int row = 0; row < map.rows; row += 7) {
        for (int column = 0; column < map.cols; column += 5) {
            const GroundPoint ground = projection.toGround({grid.left + (column + 0.5) * grid.pixelSizeMetres,
                                                            grid.top - (row + 0.5) * grid.pixelSizeMetres});
            const auto truth = camera.toPixel(ground);
            const cv::Vec2f seen = map.at<cv::Vec2f>(row, column);
            const bool given = seen != cv::Vec2f(-1, -1);
            const bool expected =
                truth && truth->x >= 0 && truth->y >= 0 && truth->x <= hd.width && truth->y <= hd.height;
            (expected ? inside : outside) += 1;
            if (given != expected) {
                // Only within a hair of the picture's edge or of the cut.
                wrong += 1;
                continue;
            }
            if (given)
                worst = std::max(worst, std::hypot(static_cast<double>(seen[0]) + 0.5 - truth->x,
                                                   static_cast<double>(seen[1]) + 0.5 - truth->y));
        }
    }
    qInfo("%d x %d, worst %.4f pixels, %d inside, %d outside, %d in doubt", map.cols, map.rows, worst, inside,
          outside, wrong);
    QVERIFY(inside > 10000);
    QVERIFY(outside > 1000);
    QVERIFY(worst < 0.1);
    QVERIFY(wrong <= 20);
}

void OrthoimageTest::picturesAndMasksComeOutWhereTheyBelong()
{
    const CameraModel camera(poseAt(34.6, 128.3, 820, 75, 60, 40), hd);
    const Footprint footprint = footprintOf(camera);
    const MapProjection projection(32652);
    const MapGrid grid = gridFor(footprint.outline, projection, 0.5);
    const cv::Mat map = inverseMap(grid, projection, camera);

    cv::Mat picture(hd, CV_8UC3, cv::Scalar(200, 100, 50));
    cv::Mat mask(hd, CV_8UC1, cv::Scalar(0));
    cv::rectangle(picture, cv::Rect(300, 200, 100, 80), cv::Scalar(0, 0, 255), cv::FILLED);
    cv::rectangle(mask, cv::Rect(300, 200, 100, 80), cv::Scalar(3), cv::FILLED);
    const cv::Mat warped = warpPicture(picture, map);
    const cv::Mat warpedMask = warpMask(mask, map);
    QCOMPARE(warped.type(), CV_8UC4);
    QCOMPARE(warpedMask.type(), CV_8UC1);
    // At once, or with a map made before: the same.
    QCOMPARE(cv::norm(warped, warpPicture(picture, grid, projection, camera), cv::NORM_INF), 0.0);
    QCOMPARE(cv::norm(warpedMask, warpMask(mask, grid, projection, camera), cv::NORM_INF), 0.0);

    const auto at = [&](cv::Point2d pixel) {
        const cv::Point2d place = projection.toMap(*camera.toGround(pixel));
        return cv::Point(cvFloor((place.x - grid.left) / grid.pixelSizeMetres),
                         cvFloor((grid.top - place.y) / grid.pixelSizeMetres));
    };
    QCOMPARE(warped.at<cv::Vec4b>(at({350, 240})), cv::Vec4b(0, 0, 255, 255));
    QCOMPARE(warped.at<cv::Vec4b>(at({500, 240})), cv::Vec4b(200, 100, 50, 255));
    QCOMPARE(int{warpedMask.at<std::uint8_t>(at({350, 240}))}, 3);
    QCOMPARE(int{warpedMask.at<std::uint8_t>(at({500, 240}))}, 0);
    QCOMPARE(warped.at<cv::Vec4b>(0, 0), cv::Vec4b(0, 0, 0, 0));
    QCOMPARE(int{warpedMask.at<std::uint8_t>(0, 0)}, 255);
    for (int row = 0; row < warped.rows; row += 3) {
        for (int column = 0; column < warped.cols; column += 3) {
            const cv::Vec4b pixel = warped.at<cv::Vec4b>(row, column);
            QVERIFY(pixel[3] == 0 || pixel[3] == 255);
            QVERIFY(pixel[3] == 0 || pixel[0] + pixel[2] >= 200);  // no darkened edge
        }
    }
}

void OrthoimageTest::nothingToWarp()
{
    const MapProjection projection(32652);
    const CameraModel up(poseAt(34.6, 128.3, 820, 75, -40, 40), hd);
    const MapGrid none = gridFor(footprintOf(up).outline, projection, 0.5);
    QVERIFY(inverseMap(none, projection, up).empty());
    MapGrid some;
    some.left = 400000;
    some.top = 3800000;
    some.size = cv::Size(40, 30);
    const cv::Mat map = inverseMap(some, projection, up);
    QCOMPARE(cv::countNonZero(map.reshape(1) != -1), 0);
    const cv::Mat mask(hd, CV_8UC1, cv::Scalar(0));
    QVERIFY(warpMask(mask, none, projection, up).empty());
    QCOMPARE(cv::countNonZero(warpMask(mask, some, projection, up) != 255), 0);
}

QTEST_GUILESS_MAIN(OrthoimageTest)
#include "orthoimage_test.moc"
