#include "class_decoding.h"

#include <QtTest>
#include <cmath>
#include <random>

Q_DECLARE_METATYPE(cv::Size)

using namespace sheen;

/** Bilinear enlargement and softmax as the formulas have them, pixel by pixel in double precision. */
static std::pair<int, double> expected(const ClassPlanes& planes, PlaneScale scale, int x, int y,
                                       double* secondBest)
{
    const auto place = [](int pixel, double factor, int size) {
        return std::clamp((pixel + 0.5) * factor - 0.5, 0.0, size - 1.0);
    };
    const double px = place(x, scale.x, planes.size.width);
    const double py = place(y, scale.y, planes.size.height);
    const int x0 = std::min(int(px), std::max(0, planes.size.width - 2));
    const int y0 = std::min(int(py), std::max(0, planes.size.height - 2));
    const int x1 = std::min(x0 + 1, planes.size.width - 1);
    const int y1 = std::min(y0 + 1, planes.size.height - 1);
    std::vector<double> scores;
    for (int c = 0; c < planes.channels; ++c) {
        const float* plane = planes.values + c * planes.size.area();
        const auto at = [&](int column, int row) { return double(plane[row * planes.size.width + column]); };
        const double upper = at(x0, y0) + (px - x0) * (at(x1, y0) - at(x0, y0));
        const double lower = at(x0, y1) + (px - x0) * (at(x1, y1) - at(x0, y1));
        scores.push_back(upper + (py - y0) * (lower - upper));
    }
    const int winner = int(std::max_element(scores.begin(), scores.end()) - scores.begin());
    double sum = 0;
    *secondBest = -1e9;
    for (int c = 0; c < planes.channels; ++c) {
        sum += std::exp((scores[std::size_t(c)] - scores[std::size_t(winner)]) / planes.temperature);
        if (c != winner)
            *secondBest = std::max(*secondBest, scores[std::size_t(c)] - scores[std::size_t(winner)]);
    }
    return {winner, 1 / sum};
}

class ClassDecodingTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void agreesWithTheFormulas_data()
    {
        QTest::addColumn<cv::Size>("planes");
        QTest::addColumn<cv::Size>("picture");
        QTest::addColumn<double>("scaleX");
        QTest::addColumn<double>("scaleY");
        QTest::newRow("a quarter") << cv::Size(40, 30) << cv::Size(160, 120) << 0.25 << 0.25;
        QTest::newRow("a quarter of a padded input")
            << cv::Size(40, 32) << cv::Size(157, 113) << 0.25 << 0.25;
        QTest::newRow("full size") << cv::Size(50, 40) << cv::Size(50, 40) << 1.0 << 1.0;
        QTest::newRow("no whole factor")
            << cv::Size(40, 30) << cv::Size(133, 101) << 40.0 / 133 << 30.0 / 101;
        QTest::newRow("larger than the picture") << cv::Size(64, 64) << cv::Size(30, 20) << 64 / 30.0 << 3.2;
        QTest::newRow("one pixel") << cv::Size(1, 1) << cv::Size(8, 8) << 0.125 << 0.125;
    }

    void agreesWithTheFormulas()
    {
        QFETCH(cv::Size, planes);
        QFETCH(cv::Size, picture);
        QFETCH(double, scaleX);
        QFETCH(double, scaleY);
        std::mt19937 random(7);
        std::normal_distribution<float> normal(0, 3);
        ClassPlanes classPlanes;
        classPlanes.channels = 9;
        classPlanes.size = planes;
        classPlanes.temperature = 1.7;
        std::vector<float> values(std::size_t(planes.area() * classPlanes.channels));
        for (float& value : values)
            value = normal(random);
        classPlanes.values = values.data();

        const Segmentation result = decodePlanes(classPlanes, picture, {scaleX, scaleY});
        QCOMPARE(result.classes.size(), picture);
        QCOMPARE(result.confidence.size(), picture);
        for (int y = 0; y < picture.height; ++y) {
            for (int x = 0; x < picture.width; ++x) {
                double second = 0;
                const auto [winner, probability] = expected(classPlanes, {scaleX, scaleY}, x, y, &second);
                if (second < -1e-4)  // where it is no tie
                    QCOMPARE(int(result.classes.at<uchar>(y, x)), winner);
                QVERIFY(std::abs(result.confidence.at<uchar>(y, x) - 255 * probability) <= 1.0);
            }
        }
    }

    void onePlaneTellsTwoClassesApart()
    {
        const float values[] = {-4, 4};
        ClassPlanes planes;
        planes.values = values;
        planes.channels = 1;
        planes.size = {2, 1};
        const Segmentation result = decodePlanes(planes, {2, 1}, {1, 1});
        QCOMPARE(int(result.classes.at<uchar>(0, 0)), 0);
        QCOMPARE(int(result.classes.at<uchar>(0, 1)), 1);
        QVERIFY(result.confidence.at<uchar>(0, 0) > 245 && result.confidence.at<uchar>(0, 1) > 245);
    }

    void numbersThatAreNoneDoNotHarm()
    {
        const float nan = std::numeric_limits<float>::quiet_NaN();
        const float infinite = std::numeric_limits<float>::infinity();
        const float values[] = {nan, 1, infinite, 0, nan, infinite};
        ClassPlanes planes;
        planes.values = values;
        planes.channels = 2;
        planes.size = {3, 1};
        const Segmentation result = decodePlanes(planes, {3, 1}, {1, 1});
        for (int x = 0; x < 3; ++x)
            QVERIFY(result.classes.at<uchar>(0, x) < 2);
    }

    void classMapByTheNearestPixel()
    {
        cv::Mat map(2, 2, CV_8UC1);
        map.at<uchar>(0, 0) = 1;
        map.at<uchar>(0, 1) = 2;
        map.at<uchar>(1, 0) = 3;
        map.at<uchar>(1, 1) = 4;
        const Segmentation result = decodeClassMap(map, {6, 4}, {2 / 6.0, 0.5});
        QCOMPARE(int(result.classes.at<uchar>(0, 2)), 1);
        QCOMPARE(int(result.classes.at<uchar>(1, 3)), 2);
        QCOMPARE(int(result.classes.at<uchar>(2, 0)), 3);
        QCOMPARE(int(result.classes.at<uchar>(3, 5)), 4);
        QCOMPARE(int(result.confidence.at<uchar>(3, 5)), 255);
    }

    void speed()
    {
        std::mt19937 random(7);
        std::normal_distribution<float> normal(0, 3);
        std::vector<float> values(std::size_t(320 * 184 * 9));
        for (float& value : values)
            value = normal(random);
        ClassPlanes planes;
        planes.values = values.data();
        planes.channels = 9;
        planes.size = {320, 184};
        QBENCHMARK
        {
            decodePlanes(planes, {1280, 720}, {0.25, 0.25});
        }
    }
};

QTEST_GUILESS_MAIN(ClassDecodingTest)
#include "class_decoding_test.moc"
