#include "slick/outlines.h"

#include <QtTest>
#include <cmath>
#include <opencv2/imgproc.hpp>

#include "geo/geodesy.h"
#include "ogr/ground_geometry.h"

using namespace sheen;

namespace {

ModelCard card()
{
    ModelCard card;
    card.classes = {{0, QStringLiteral("water"), {}, 0, false},
                    {1, QStringLiteral("sheen"), {}, 1, true},
                    {2, QStringLiteral("rainbow"), {}, 2, true},
                    {3, QStringLiteral("ship"), {}, 0, false}};
    return card;
}

/** "." is water, digits are classes. */
Segmentation segmentationOf(const QStringList& rows)
{
    Segmentation segmentation;
    segmentation.classes = cv::Mat::zeros(rows.size(), rows.front().size(), CV_8UC1);
    for (int row = 0; row < rows.size(); ++row) {
        for (int column = 0; column < rows[row].size(); ++column)
            segmentation.classes.at<std::uint8_t>(row, column) = static_cast<std::uint8_t>(
                rows[row][column] == QLatin1Char('.') ? 0 : rows[row][column].digitValue());
    }
    segmentation.confidence = cv::Mat(segmentation.classes.size(), CV_8UC1, cv::Scalar(204));
    return segmentation;
}

bool isInside(const PixelPolygon& polygon, cv::Point2d point)
{
    bool inside = false;
    for (const PixelRing& ring : polygon) {
        for (std::size_t i = 0, j = ring.size() - 1; i < ring.size(); j = i++) {
            if ((ring[i].y > point.y) != (ring[j].y > point.y) &&
                point.x <
                    (ring[j].x - ring[i].x) * (point.y - ring[i].y) / (ring[j].y - ring[i].y) + ring[i].x)
                inside = !inside;
        }
    }
    return inside;
}

/** The mask that the outlines stand for: a pixel belongs where its centre lies. */
cv::Mat maskOf(const std::vector<Detection>& detections, cv::Size size)
{
    cv::Mat mask = cv::Mat::zeros(size, CV_8UC1);
    for (const Detection& detection : detections) {
        for (int row = 0; row < size.height; ++row) {
            for (int column = 0; column < size.width; ++column) {
                if (isInside(detection.outline, {column + 0.5, row + 0.5}))
                    mask.at<std::uint8_t>(row, column) = static_cast<std::uint8_t>(detection.classValue);
            }
        }
    }
    return mask;
}

/** A polygon in pixels as one near 0, 0 on the ground, to ask GEOS about it. */
GroundMultiPolygon asGround(const PixelPolygon& polygon)
{
    GroundPolygon ground;
    for (const PixelRing& ring : polygon) {
        GroundRing groundRing;
        for (const cv::Point2d& point : ring)
            groundRing.push_back({point.y / 1000, point.x / 1000});
        ground.push_back(groundRing);
    }
    return {ground};
}

const OutlineSettings everything{1, 0};

/** A flat sea at a place, so many degrees a pixel, with a horizon. */
PixelToGround seaAt(double latitude, double longitude, double horizonRow = -1e9)
{
    return [=](cv::Point2d pixel) -> std::optional<GroundPoint> {
        if (pixel.y < horizonRow)
            return {};
        const double east = longitude + (pixel.x - 50) * 1e-5;
        return GroundPoint{latitude - (pixel.y - 50) * 1e-5, longitudeNear(east, 0)};
    };
}

Detection square(double left, double top, double right, double bottom)
{
    Detection detection;
    detection.classValue = 1;
    detection.outline = {{{left, top}, {right, top}, {right, bottom}, {left, bottom}}};
    return detection;
}

}  // namespace

class OutlinesTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void masksComeBack_data();
    void masksComeBack();
    void noisyMasksComeBack();
    void onlyOilIsOutlined();
    void smallRegionsAndHolesAreNoise();
    void confidenceIsTheMean();
    void simplifiedOutlinesStayNearAndValid();
    void simplifyingKeepsTheArea();
    void emptyMasksGiveNothing();
    void placedOnBothHemispheresAndTheAntimeridian_data();
    void placedOnBothHemispheresAndTheAntimeridian();
    void holesAreCarriedAndTakenOff();
    void bentEdgesGetMorePoints();
    void cutAtTheHorizon();
    void nothingAboveTheHorizon();
};

void OutlinesTest::masksComeBack_data()
{
    QTest::addColumn<QStringList>("rows");
    QTest::addColumn<int>("count");
    QTest::addColumn<int>("rings");
    QTest::newRow("one pixel") << QStringList{"...", ".1.", "..."} << 1 << 1;
    QTest::newRow("the whole picture") << QStringList{"11", "11"} << 1 << 1;
    QTest::newRow("hole") << QStringList{".....", ".111.", ".1.1.", ".111.", "....."} << 1 << 2;
    QTest::newRow("corners touch: two regions") << QStringList{"11..", "11..", "..11", "..11"} << 2 << 2;
    QTest::newRow("touches itself at a corner") << QStringList{"1111", "1..1", "1.11", "111."} << 1 << 2;
    QTest::newRow("hole touches the outside at a corner")
        << QStringList{".111", "1..1", "1..1", "1111"} << 1 << 2;
    QTest::newRow("two holes touch at a corner") << QStringList{"11111", "1.111", "11.11", "11111"} << 1 << 3;
    QTest::newRow("one pixel wide") << QStringList{"1.....", "111111", ".....1", ".1...1", ".11111"} << 1
                                    << 1;
    QTest::newRow("an island in the hole")
        << QStringList{"11111", "1...1", "1.1.1", "1...1", "11111"} << 2 << 3;
    QTest::newRow("classes side by side") << QStringList{"1122", "1122", "1222"} << 2 << 2;
    QTest::newRow("another class in the hole") << QStringList{"1111", "1221", "1221", "1111"} << 2 << 3;
    QTest::newRow("at the edges") << QStringList{"1.1", "1.1", "111"} << 1 << 1;
}

void OutlinesTest::masksComeBack()
{
    QFETCH(QStringList, rows);
    QFETCH(int, count);
    QFETCH(int, rings);
    const Segmentation segmentation = segmentationOf(rows);
    const std::vector<Detection> detections = findOutlines(segmentation, card(), 7, everything);
    QCOMPARE(static_cast<int>(detections.size()), count);
    int found = 0;
    for (const Detection& detection : detections) {
        QCOMPARE(detection.frame, 7);
        QVERIFY(detection.ground.empty());
        QVERIFY(isValid(asGround(detection.outline)));
        found += static_cast<int>(detection.outline.size());
    }
    QCOMPARE(found, rings);
    QCOMPARE(cv::countNonZero(maskOf(detections, segmentation.classes.size()) != segmentation.classes), 0);
}

void OutlinesTest::noisyMasksComeBack()
{
    Segmentation segmentation;
    segmentation.classes = cv::Mat(60, 80, CV_8UC1);
    cv::theRNG().state = 5;
    cv::randu(segmentation.classes, 0, 3);
    const std::vector<Detection> detections = findOutlines(segmentation, card(), 0, everything);
    for (const Detection& detection : detections)
        QVERIFY(isValid(asGround(detection.outline)));
    QCOMPARE(cv::countNonZero(maskOf(detections, segmentation.classes.size()) != segmentation.classes), 0);
    for (const Detection& detection : findOutlines(segmentation, card(), 0, {12, 0.75}))
        QVERIFY(isValid(asGround(detection.outline)));
}

void OutlinesTest::onlyOilIsOutlined()
{
    Segmentation segmentation = segmentationOf({"3333", "3113", "3333"});
    segmentation.classes.at<std::uint8_t>(0, 0) = Segmentation::notSeen;
    const std::vector<Detection> detections = findOutlines(segmentation, card(), 0, everything);
    QCOMPARE(detections.size(), std::size_t{1});
    QCOMPARE(detections.front().classValue, 1);
}

void OutlinesTest::smallRegionsAndHolesAreNoise()
{
    Segmentation segmentation;
    segmentation.classes = cv::Mat::zeros(50, 50, CV_8UC1);
    segmentation.classes(cv::Rect(10, 10, 30, 30)) = 1;
    segmentation.classes(cv::Rect(20, 20, 3, 3)) = 0;
    segmentation.classes(cv::Rect(30, 30, 4, 4)) = 0;
    segmentation.classes(cv::Rect(1, 1, 3, 3)) = 2;
    const std::vector<Detection> detections = findOutlines(segmentation, card(), 0, {12, 0});
    QCOMPARE(detections.size(), std::size_t{1});
    QCOMPARE(detections.front().outline.size(), std::size_t{2});
}

void OutlinesTest::confidenceIsTheMean()
{
    Segmentation segmentation = segmentationOf({"1122"});
    segmentation.confidence.at<std::uint8_t>(0, 0) = 255;
    segmentation.confidence.at<std::uint8_t>(0, 1) = 51;
    const std::vector<Detection> detections = findOutlines(segmentation, card(), 0, everything);
    QVERIFY(std::abs(detections[0].confidence - 0.6) < 1e-9);
    QVERIFY(std::abs(detections[1].confidence - 0.8) < 1e-9);
}

void OutlinesTest::simplifiedOutlinesStayNearAndValid()
{
    Segmentation segmentation;
    segmentation.classes = cv::Mat::zeros(300, 400, CV_8UC1);
    cv::ellipse(segmentation.classes, {200, 150}, {150, 60}, 25, 0, 360, 1, cv::FILLED);
    cv::ellipse(segmentation.classes, {200, 150}, {60, 12}, 25, 0, 360, 0, cv::FILLED);
    const auto exact = findOutlines(segmentation, card(), 0, everything);
    const auto fewer = findOutlines(segmentation, card(), 0, {12, 0.75});
    QCOMPARE(fewer.size(), std::size_t{1});
    QCOMPARE(fewer[0].outline.size(), std::size_t{2});
    QVERIFY(isValid(asGround(fewer[0].outline)));
    qInfo("%d points instead of %d", static_cast<int>(fewer[0].outline[0].size()),
          static_cast<int>(exact[0].outline[0].size()));
    QVERIFY(fewer[0].outline[0].size() * 3 < exact[0].outline[0].size());
    std::vector<cv::Point2f> ring(fewer[0].outline[0].begin(), fewer[0].outline[0].end());
    for (const cv::Point2d& point : exact[0].outline[0])
        QVERIFY(std::abs(cv::pointPolygonTest(ring, cv::Point2f(point), true)) < 1.5);
}

void OutlinesTest::simplifyingKeepsTheArea()
{
    // Blobs of many sizes and directions: together within half a per cent, none leans out or in.
    double whole = 0;
    double simple = 0;
    for (int i = 0; i < 60; ++i) {
        Segmentation segmentation;
        segmentation.classes = cv::Mat::zeros(200, 200, CV_8UC1);
        const int size = 6 + i;
        cv::ellipse(segmentation.classes, {100, 100}, {size, 3 + size / 3}, i * 13, 0, 360, 1, cv::FILLED);
        whole += cv::countNonZero(segmentation.classes);
        const auto detections = findOutlines(segmentation, card(), 0, {12, 0.75});
        QCOMPARE(detections.size(), std::size_t{1});
        std::vector<cv::Point2f> ring(detections[0].outline[0].begin(), detections[0].outline[0].end());
        simple += cv::contourArea(ring);
    }
    qInfo("area of simplified outlines %+.2f %%", 100 * (simple / whole - 1));
    QVERIFY(std::abs(simple / whole - 1) < 0.005);
}

void OutlinesTest::emptyMasksGiveNothing()
{
    QVERIFY(findOutlines({}, card(), 0).empty());
    QVERIFY(findOutlines(segmentationOf({"....", "...."}), card(), 0).empty());
    Segmentation noConfidence = segmentationOf({"11", "11"});
    noConfidence.confidence.release();
    QCOMPARE(findOutlines(noConfidence, card(), 0, everything).front().confidence, 0.0);
    Detection none;
    placeDetection(none, seaAt(0, 0));
    QVERIFY(none.ground.empty());
}

void OutlinesTest::placedOnBothHemispheresAndTheAntimeridian_data()
{
    QTest::addColumn<double>("latitude");
    QTest::addColumn<double>("longitude");
    QTest::newRow("north") << 34.6 << 128.2;
    QTest::newRow("south") << -54.8 << -68.3;
    QTest::newRow("equator") << 0.0 << 0.0;
    QTest::newRow("antimeridian") << -17.0 << 180.0;
}

void OutlinesTest::placedOnBothHemispheresAndTheAntimeridian()
{
    QFETCH(double, latitude);
    QFETCH(double, longitude);
    Detection detection = square(0, 0, 100, 100);
    detection.outline.push_back({{40, 40}, {40, 60}, {60, 60}, {60, 40}});
    placeDetection(detection, seaAt(latitude, longitude));
    QCOMPARE(detection.ground.size(), std::size_t{1});
    QCOMPARE(detection.ground[0].size(), std::size_t{2});
    QVERIFY(isValid(detection.ground));
    const double first = detection.ground[0][0][0].longitudeDegrees;
    for (const GroundRing& ring : detection.ground[0]) {
        for (const GroundPoint& point : ring)
            QVERIFY(std::abs(point.longitudeDegrees - first) < 1);
    }
    const double metres = 1e-3 * 110950;
    const double expected = metres * metres * std::cos(latitude * radiansPerDegree) * 0.96;
    QVERIFY(std::abs(detection.areaSquareMetres / expected - 1) < 0.01);
}

void OutlinesTest::holesAreCarriedAndTakenOff()
{
    Detection plain = square(0, 0, 100, 100);
    Detection holed = plain;
    holed.outline.push_back({{10, 10}, {10, 60}, {60, 60}, {60, 10}});
    placeDetection(plain, seaAt(20, 30));
    placeDetection(holed, seaAt(20, 30));
    QVERIFY(std::abs(holed.areaSquareMetres / plain.areaSquareMetres - 0.75) < 1e-6);
}

void OutlinesTest::bentEdgesGetMorePoints()
{
    const PixelToGround bent = [](cv::Point2d pixel) -> std::optional<GroundPoint> {
        return GroundPoint{10 - (pixel.y + pixel.x * pixel.x / 5000) * 1e-5, 20 + pixel.x * 1e-5};
    };
    Detection detection = square(0, 0, 500, 100);
    placeDetection(detection, bent);
    const GroundRing& ring = detection.ground[0][0];
    QVERIFY(ring.size() > 12);
    // Between neighbours no more than a quarter of a pixel from the curve.
    for (std::size_t i = 0; i < ring.size(); ++i) {
        const GroundPoint& a = ring[i];
        const GroundPoint& b = ring[(i + 1) % ring.size()];
        const double x = ((a.longitudeDegrees + b.longitudeDegrees) / 2 - 20) * 1e5;
        const double y = (10 - (a.latitudeDegrees + b.latitudeDegrees) / 2) * 1e5 - x * x / 5000;
        // `across` a slanted edge is measured on the slant.
        const double slant = std::hypot(1.0, 2 * x / 5000);
        QVERIFY(std::min(std::abs(y), std::abs(y - 100)) < 0.3 * slant * slant || x < 0.01 || x > 499.99);
    }
    Detection straight = square(0, 0, 500, 100);
    placeDetection(straight, seaAt(0, 0));
    QCOMPARE(straight.ground[0][0].size(), std::size_t{4});
}

void OutlinesTest::cutAtTheHorizon()
{
    Detection detection = square(0, 0, 100, 100);
    placeDetection(detection, seaAt(0, 0, 40));
    QVERIFY(isValid(detection.ground));
    Detection below = square(0, 40, 100, 100);
    placeDetection(below, seaAt(0, 0));
    QVERIFY(std::abs(detection.areaSquareMetres / below.areaSquareMetres - 1) < 1e-3);

    // Two legs that reach below the horizon become two polygons.
    Detection arch;
    arch.outline = {{{0, 0}, {100, 0}, {100, 100}, {70, 100}, {70, 30}, {30, 30}, {30, 100}, {0, 100}}};
    placeDetection(arch, seaAt(0, 0, 50));
    QCOMPARE(arch.ground.size(), std::size_t{2});
    QVERIFY(isValid(arch.ground));
    QVERIFY(arch.areaSquareMetres > 0);
}

void OutlinesTest::nothingAboveTheHorizon()
{
    Detection detection = square(0, 0, 100, 100);
    detection.ground = {{{{1, 2}, {3, 4}, {5, 6}}}};
    detection.areaSquareMetres = 5;
    placeDetection(detection, seaAt(0, 0, 1000));
    QVERIFY(detection.ground.empty());
    QCOMPARE(detection.areaSquareMetres, 0.0);
}

QTEST_GUILESS_MAIN(OutlinesTest)
#include "outlines_test.moc"
