#include "overlay_cover.h"

#include <QtTest>
#include <opencv2/imgproc.hpp>

using namespace sheen;

namespace {

constexpr int width = 1280;
constexpr int height = 720;

QRectF share(int x, int y, int w, int h)
{
    return {x / double(width), y / double(height), w / double(width), h / double(height)};
}

/** Sea with a slope of brightness, and a little noise. */
cv::Mat sea(double level = 80)
{
    cv::Mat bgr(height, width, CV_8UC3);
    cv::theRNG().state = 5;
    cv::randn(bgr, cv::Scalar(level + 10, level, level - 10), cv::Scalar::all(3));
    for (int x = 0; x < width; ++x)
        bgr.col(x) += cv::Scalar::all(x / 40.0);
    return bgr;
}

/** Text, a reticle and a box in inverse video, where `marks` say. */
cv::Mat withOverlay(const cv::Mat& bgr, const cv::Scalar& colour = cv::Scalar::all(250))
{
    cv::Mat result = bgr.clone();
    cv::putText(result, "41.09801N 306", {60, 690}, cv::FONT_HERSHEY_SIMPLEX, 0.7, colour, 2);
    cv::line(result, {560, 360}, {720, 360}, colour, 2);
    cv::line(result, {640, 280}, {640, 440}, colour, 2);
    result(cv::Rect(600, 20, 60, 22)).setTo(cv::Scalar::all(250));
    return result;
}

const std::vector<OverlayMark> marks{
    {share(50, 665, 260, 35), false}, {share(540, 260, 200, 200), false}, {share(600, 20, 60, 22), true}};

}  // namespace

class OverlayCoverTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void thePictureLooksAsIfNothingLayOverIt_data()
    {
        QTest::addColumn<double>("level");
        QTest::addColumn<QList<int>>("colour");
        QTest::newRow("white") << 80.0 << QList<int>{250, 250, 250};
        for (const double level : {50.0, 110.0, 200.0}) {
            QTest::addRow("blue on %g", level) << level << QList<int>{250, 0, 0};
            QTest::addRow("red on %g", level) << level << QList<int>{0, 0, 250};
            QTest::addRow("magenta on %g", level) << level << QList<int>{250, 0, 250};
        }
    }
    void thePictureLooksAsIfNothingLayOverIt()
    {
        QFETCH(double, level);
        QFETCH(QList<int>, colour);
        const cv::Mat clean = sea(level);
        const cv::Mat covered = withOverlay(clean, cv::Scalar(colour[0], colour[1], colour[2]));
        const OverlayCover cover(covered, marks);
        cv::Mat difference;
        cv::absdiff(cover.picture(), clean, difference);
        double greatest = 0;
        cv::minMaxLoc(difference.reshape(1), nullptr, &greatest);
        QVERIFY2(greatest < 25, qPrintable(QString::number(greatest)));
        QVERIFY(cv::mean(difference)[0] < 0.2);
    }

    void theMaskUnderStrokesFollowsWhatSurroundsThem()
    {
        const cv::Mat covered = withOverlay(sea());
        const OverlayCover cover(covered, marks);
        // A network that takes every bright stroke for oil, on a sea that is half oil of another class.
        Segmentation mask{cv::Mat(height, width, CV_8UC1, cv::Scalar(0)),
                          cv::Mat(height, width, CV_8UC1, cv::Scalar(200))};
        mask.classes.colRange(640, width).setTo(3);
        cv::Mat1b grey;
        cv::cvtColor(covered, grey, cv::COLOR_BGR2GRAY);
        mask.classes.setTo(2, grey > 160);
        mask.confidence.setTo(90, grey > 160);
        cover.fillMask(mask);
        QCOMPARE(cv::countNonZero(mask.classes == 2), 0);
        QCOMPARE(cv::countNonZero(mask.confidence == 90), 0);
        QCOMPARE(int(mask.classes.at<uchar>(360, 580)), 0);
        QCOMPARE(int(mask.classes.at<uchar>(360, 700)), 3);
    }

    void withoutMarksNothingIsTouched()
    {
        const cv::Mat covered = withOverlay(sea());
        const OverlayCover cover(covered, {});
        QCOMPARE(cover.picture().data, covered.data);
        Segmentation mask{cv::Mat(height, width, CV_8UC1, cv::Scalar(2)),
                          cv::Mat(height, width, CV_8UC1, cv::Scalar(9))};
        cover.fillMask(mask);
        QCOMPARE(cv::countNonZero(mask.classes != 2), 0);
    }

    void oddMarksAndPictures()
    {
        const cv::Mat tiny(1, 1, CV_8UC3, cv::Scalar::all(7));
        const std::vector<OverlayMark> odd{
            {QRectF(-1, -1, 3, 3), true}, {QRectF(2, 2, 1, 1), false}, {QRectF(), false}};
        const OverlayCover cover(tiny, odd);
        QCOMPARE(cover.picture().size(), tiny.size());
        Segmentation mask{cv::Mat(1, 1, CV_8UC1, cv::Scalar(1)), cv::Mat(1, 1, CV_8UC1, cv::Scalar(1))};
        cover.fillMask(mask);
        OverlayCover({}, odd);
    }

    void speed()
    {
        const cv::Mat covered = withOverlay(sea());
        Segmentation mask{cv::Mat(height, width, CV_8UC1, cv::Scalar(0)),
                          cv::Mat(height, width, CV_8UC1, cv::Scalar(200))};
        QBENCHMARK
        {
            const OverlayCover cover(covered, marks);
            cover.fillMask(mask);
        }
    }
};

QTEST_GUILESS_MAIN(OverlayCoverTest)
#include "overlay_cover_test.moc"
