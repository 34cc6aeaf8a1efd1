#include "geo/geodesy.h"

#include <QtTest>
#include <cmath>

using namespace sheen;

class GeodesyTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void earthCentredThereAndBack()
    {
        for (const double latitude : {-90.0, -45.0, 0.0, 35.2, 84.5, 90.0}) {
            for (const double longitude : {-179.5, 0.0, 129.45, 180.0}) {
                for (const double height : {-400.0, 0.0, 900.0, 36000.0}) {
                    const cv::Vec3d ecef = toEcef({latitude, longitude}, height);
                    const auto [place, found] = groundAndHeightFromEcef(ecef);
                    QVERIFY(cv::norm(toEcef(place, height) - ecef) < 1e-6);
                    QVERIFY(std::abs(found - height) < 1e-6);
                    // The place below a point is the same, however high it is.
                    QVERIFY(cv::norm(toEcef(groundFromEcef(ecef)) - toEcef({latitude, longitude})) < 1e-6);
                }
            }
        }
    }

    void earthCentredKnownPlaces()
    {
        QVERIFY(cv::norm(toEcef({0, 0}) - cv::Vec3d(wgs84::semiMajorMetres, 0, 0)) < 1e-6);
        QVERIFY(cv::norm(toEcef({90, 0}, 100) - cv::Vec3d(0, 0, wgs84::semiMinorMetres + 100)) < 1e-6);
        QVERIFY(cv::norm(toEcef({0, 90}, 1) - cv::Vec3d(0, wgs84::semiMajorMetres + 1, 0)) < 1e-6);
    }

    void degreesAreAsLongAsTheEllipsoidMakesThem()
    {
        for (const double latitude : {0.0, 35.0, -60.0, 89.0}) {
            const DegreeLengths lengths(latitude);
            const double small = 1e-4;
            const cv::Vec3d here = toEcef({latitude, 10});
            QVERIFY(std::abs(cv::norm(toEcef({latitude + small, 10}) - here) / small - lengths.north) < 1);
            QVERIFY(std::abs(cv::norm(toEcef({latitude, 10 + small}) - here) / small - lengths.east) < 1);
            QVERIFY(std::abs(lengths.north / metresPerDegree - 1) < 0.007);
        }
        QCOMPARE(DegreeLengths(90).east, 1.0);
    }

    void longitudesNearToOneAnother()
    {
        QCOMPARE(longitudeNear(-179, 179), 181.0);
        QCOMPARE(std::abs(longitudeNear(540, 0)), 180.0);  // either is as near
        QCOMPARE(longitudeNear(-180, 0), -180.0);
        QCOMPARE(longitudeNear(725, 0), 5.0);
    }
};

QTEST_APPLESS_MAIN(GeodesyTest)
#include "geodesy_test.moc"
