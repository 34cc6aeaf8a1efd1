#include "motion/picture_match.h"

#include <QtTest>
#include <cmath>
#include <opencv2/imgproc.hpp>

using namespace sheen;

/** What is found again in two pictures of made sea. */
class PictureMatchTest : public QObject
{
    Q_OBJECT

    static constexpr int columns = 640;
    static constexpr int rows = 360;

    /** Patches of all sizes, of so many grey levels; larger than a picture. */
    static cv::Mat sea(unsigned seed, double contrast)
    {
        cv::RNG random(seed);
        cv::Mat1f texture(rows + 200, columns + 200, 0.0F);
        for (const double sigma : {1.5, 4.0, 12.0}) {
            cv::Mat1f noise(texture.size());
            random.fill(noise, cv::RNG::NORMAL, 0, 1);
            cv::GaussianBlur(noise, noise, {}, sigma);
            texture += noise * sigma * 2;
        }
        cv::Mat picture;
        texture.convertTo(picture, CV_8U, contrast, 110);
        cv::cvtColor(picture, picture, cv::COLOR_GRAY2BGR);
        return picture;
    }

    static cv::Mat seen(const cv::Mat& sea, const cv::Matx23d& motion)
    {
        cv::Mat picture;
        cv::warpAffine(sea, picture, motion, {columns, rows}, cv::INTER_LINEAR);
        return picture;
    }

    static cv::Mat1b allFree() { return cv::Mat1b(rows, columns, 255); }

    static MatchedPoints match(const cv::Mat& first, const cv::Mat& second, const cv::Mat1b& free = allFree())
    {
        return matchPictures(reducedPicture(first, columns), reducedPicture(second, columns), free);
    }

private Q_SLOTS:
    void findsShiftAndTurn_data()
    {
        QTest::addColumn<double>("across");
        QTest::addColumn<double>("down");
        QTest::addColumn<double>("degrees");
        QTest::addColumn<double>("contrast");
        QTest::newRow("small") << 4.0 << 7.0 << 0.0 << 8.0;
        QTest::newRow("a quarter of the picture") << 3.0 << 90.0 << 0.0 << 8.0;
        QTest::newRow("turning") << -30.0 << 40.0 << 2.5 << 8.0;
        QTest::newRow("faint") << 20.0 << 50.0 << 0.0 << 2.0;
    }

    void findsShiftAndTurn()
    {
        QFETCH(double, across);
        QFETCH(double, down);
        QFETCH(double, degrees);
        QFETCH(double, contrast);
        const cv::Mat texture = sea(1, contrast);
        const cv::Matx23d before(1, 0, -100, 0, 1, -100);
        const double sine = std::sin(degrees * CV_PI / 180);
        const double cosine = std::cos(degrees * CV_PI / 180);
        const cv::Point2d middle(columns / 2.0, rows / 2.0);
        const auto moved = [&](cv::Point2d point) {
            const cv::Point2d off = point - middle;
            return middle +
                   cv::Point2d(cosine * off.x - sine * off.y + across, sine * off.x + cosine * off.y + down);
        };
        const cv::Point2d origin = moved({-100, -100});
        const cv::Matx23d after(cosine, -sine, origin.x, sine, cosine, origin.y);
        const MatchedPoints points = match(seen(texture, before), seen(texture, after));
        QVERIFY(points.first.size() >= 4);
        for (std::size_t i = 0; i < points.first.size(); ++i) {
            const cv::Point2d off = cv::Point2d(points.second[i]) - moved(points.first[i]);
            QVERIFY2(std::hypot(off.x, off.y) < 0.5, qPrintable(QString::number(std::hypot(off.x, off.y))));
        }
    }

    void otherWavesAreNoMotion()
    {
        const cv::Matx23d same(1, 0, -100, 0, 1, -100);
        for (unsigned seed = 10; seed < 20; ++seed)
            QVERIFY(match(seen(sea(seed, 8), same), seen(sea(seed + 100, 8), same)).first.empty());
    }

    void plainSeaIsNoMotion()
    {
        const cv::Mat plain(rows, columns, CV_8UC3, cv::Scalar::all(120));
        QVERIFY(match(plain, plain).first.empty());
    }

    void whatIsBurntInIsNoGround()
    {
        const cv::Mat picture = seen(sea(3, 8), {1, 0, -100, 0, 1, -100});
        QVERIFY(match(picture, picture).first.empty());
    }

    void marksAreLeftOut()
    {
        const cv::Mat texture = sea(4, 8);
        cv::Mat first = seen(texture, {1, 0, -100, 0, 1, -100});
        cv::Mat second = seen(texture, {1, 0, -80, 0, 1, -60});
        cv::Mat1b free = allFree();
        const cv::Rect mark(0, 250, columns, 110);
        for (cv::Mat* picture : {&first, &second}) {
            cv::putText(*picture, "34.94498N 129.62224E", {5, 330}, cv::FONT_HERSHEY_SIMPLEX, 1.7,
                        cv::Scalar::all(255), 3);
        }
        free(mark).setTo(0);
        const MatchedPoints points = match(first, second, free);
        QVERIFY(!points.first.empty());
        for (const cv::Point2f& point : points.first)
            QVERIFY(!mark.contains(cv::Point(point)));
    }

    void sizesOfAnyKind()
    {
        for (const cv::Size size : {cv::Size(1, 1), cv::Size(16, 9), cv::Size(60, 40), cv::Size(100, 700)}) {
            const cv::Mat picture(size, CV_8UC3, cv::Scalar::all(7));
            const cv::Mat1b reduced = reducedPicture(picture, columns);
            QVERIFY(matchPictures(reduced, reduced, cv::Mat1b(reduced.size(), 255)).first.empty());
        }
    }
};

QTEST_APPLESS_MAIN(PictureMatchTest)
#include "picture_match_test.moc"
