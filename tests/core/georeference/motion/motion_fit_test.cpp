#include "motion/motion_fit.h"

#include <QtTest>
#include <cmath>

#include "camera/camera_model.h"
#include "geo/geodesy.h"

using namespace sheen;

/** Scale and heading of made flights over a sea that stands still. */
class MotionFitTest : public QObject
{
    Q_OBJECT

    static constexpr double metresASecond = 70;

    struct MadeFlight
    {
        double depressionDegrees = 90;
        double offHeadingDegrees = 0;   //!< the axis, from the course
        double turnDegreesASecond = 0;  //!< of the axis
        bool holdsTarget = false;       //!< the ground in the middle stays there
        double strayPixels = 0;
        int pairs = 10;
    };

    static CameraPose pose(const MadeFlight& flight, double seconds)
    {
        CameraPose pose;
        const double north = metresASecond * seconds;
        pose.latitudeDegrees = 35 + north / DegreeLengths(35).north;
        pose.longitudeDegrees = 129;
        pose.heightMetres = 800;
        pose.horizontalFovDegrees = 30;
        pose.depressionDegrees = flight.depressionDegrees;
        pose.bearingDegrees = flight.offHeadingDegrees + flight.turnDegreesASecond * seconds;
        if (flight.holdsTarget) {
            const double eastOfTrack = 800;
            pose.bearingDegrees = std::atan2(eastOfTrack, 300 - north) / radiansPerDegree;
            pose.depressionDegrees =
                std::atan2(pose.heightMetres, std::hypot(eastOfTrack, 300 - north)) / radiansPerDegree;
        }
        return pose;
    }

    /** Pairs a second apart, as true cameras see them; told are cameras that are off. */
    static std::vector<PosedMotion> motions(const MadeFlight& flight, double scale, double turnDegrees)
    {
        const cv::Size size(1280, 720);
        cv::RNG random(5);
        std::vector<PosedMotion> motions;
        for (int pair = 0; pair < flight.pairs; ++pair) {
            const auto at = [&](double seconds) { return CameraModel(pose(flight, seconds), size); };
            const CameraModel first = at(pair);
            const CameraModel second = at(pair + 1);
            PosedMotion motion;
            for (const cv::Point2f point :
                 {cv::Point2f(300, 200), cv::Point2f(900, 250), cv::Point2f(640, 360), cv::Point2f(350, 500),
                  cv::Point2f(1000, 480)}) {
                const auto ground = first.toGround(point);
                const auto seen = ground ? second.toPixel(*ground) : std::nullopt;
                if (!seen)
                    continue;
                motion.firstPoints.push_back(point);
                motion.secondPoints.emplace_back(float(seen->x + random.gaussian(flight.strayPixels)),
                                                 float(seen->y + random.gaussian(flight.strayPixels)));
            }
            motion.first = told(first, pair, scale, turnDegrees);
            motion.second = told(second, pair + 1, scale, turnDegrees);
            motions.push_back(motion);
        }
        return motions;
    }

    /** What the telemetry says where the true focal length is `scale` times its own, and the true bearing
     * `turnDegrees` more than its own. */
    static PosedPicture told(const CameraModel& camera, double seconds, double scale, double turnDegrees)
    {
        PosedPicture picture;
        picture.pose = camera.pose();
        picture.pose.bearingDegrees -= turnDegrees;
        const double tangent = std::tan(picture.pose.horizontalFovDegrees / 2 * radiansPerDegree);
        picture.pose.horizontalFovDegrees = 2 * std::atan(tangent * scale) / radiansPerDegree;
        picture.size = camera.pictureSize();
        picture.timeSeconds = seconds;
        return picture;
    }

private Q_SLOTS:
    void findsScaleAndHeading_data()
    {
        QTest::addColumn<double>("depression");
        QTest::addColumn<double>("turnRate");
        QTest::addColumn<double>("scale");
        QTest::addColumn<double>("turn");
        QTest::newRow("straight down, right") << 90.0 << 0.0 << 1.0 << 0.0;
        QTest::newRow("straight down, width") << 90.0 << 0.0 << 0.8 << 0.0;
        QTest::newRow("straight down, zoom") << 90.0 << 0.0 << 2.0 << 0.0;
        QTest::newRow("straight down, zoom of four") << 90.0 << 0.0 << 4.0 << 0.0;
        QTest::newRow("straight down, half") << 90.0 << 0.0 << 0.5 << 0.0;
        QTest::newRow("straight down, drift") << 90.0 << 0.0 << 1.0 << 10.0;
        QTest::newRow("straight down, turned about") << 90.0 << 0.0 << 1.0 << -90.0;
        QTest::newRow("straight down, turning, both") << 90.0 << 2.0 << 1.25 << -12.0;
        QTest::newRow("oblique, right") << 50.0 << 0.0 << 1.0 << 0.0;
        QTest::newRow("oblique, both") << 50.0 << 1.5 << 0.8 << 10.0;
    }

    void findsScaleAndHeading()
    {
        QFETCH(double, depression);
        QFETCH(double, turnRate);
        QFETCH(double, scale);
        QFETCH(double, turn);
        MadeFlight flight;
        flight.depressionDegrees = depression;
        flight.offHeadingDegrees = 5;
        flight.turnDegreesASecond = turnRate;
        flight.strayPixels = 0.5;
        const auto fit = fitMotion(motions(flight, scale, turn));
        QVERIFY(fit.has_value());
        QVERIFY2(std::abs(fit->scale / scale - 1) < 0.02, qPrintable(QString::number(fit->scale)));
        QVERIFY2(std::abs(fit->headingDegrees - turn) < 1, qPrintable(QString::number(fit->headingDegrees)));
        QVERIFY(fit->scaleError < 0.05 && fit->headingErrorDegrees < 3);
        QCOMPARE(fit->pairs, flight.pairs);
    }

    void wrongPairsDoNotMatter()
    {
        std::vector<PosedMotion> pairs = motions({}, 0.8, 0);
        for (std::size_t i = 0; i < 3; ++i) {
            for (cv::Point2f& point : pairs[3 * i].secondPoints)
                point += cv::Point2f(150, -90);
        }
        const auto fit = fitMotion(pairs);
        QVERIFY(fit.has_value());
        QVERIFY(std::abs(fit->scale / 0.8 - 1) < 0.03);
        QCOMPARE(fit->pairs, 7);
    }

    void heldTargetTellsNoScale()
    {
        MadeFlight flight;
        flight.holdsTarget = true;
        flight.strayPixels = 0.5;
        const auto fit = fitMotion(motions(flight, 0.8, 0));
        QVERIFY(!fit || fit->scaleError > 0.1);
    }

    void hoveringTellsNothing()
    {
        std::vector<PosedMotion> pairs = motions({}, 1, 0);
        for (PosedMotion& pair : pairs) {
            pair.second.pose = pair.first.pose;
            pair.secondPoints = pair.firstPoints;
        }
        const auto fit = fitMotion(pairs);
        QVERIFY(!fit || (fit->scaleError > 0.1 && fit->headingErrorDegrees > 10));
    }

    void fewPairsTellNothing()
    {
        MadeFlight flight;
        flight.pairs = 3;
        QVERIFY(!fitMotion(motions(flight, 1, 0)));
        QVERIFY(!fitMotion({}));
    }

    void aboveTheHorizonThereIsNothing()
    {
        MadeFlight flight;
        flight.depressionDegrees = 50;
        std::vector<PosedMotion> pairs = motions(flight, 1, 0);
        for (PosedMotion& pair : pairs)
            pair.first.pose.depressionDegrees = pair.second.pose.depressionDegrees = -60;
        QVERIFY(!fitMotion(pairs));
    }
};

QTEST_APPLESS_MAIN(MotionFitTest)
#include "motion_fit_test.moc"
