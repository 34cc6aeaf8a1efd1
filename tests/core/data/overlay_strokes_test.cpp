#include "core/data/overlay_strokes.h"

#include <opencv2/imgproc.hpp>

#include <QtTest>

using namespace sheen;

namespace {

/** A sea with waves and noise, its brightness about `level`. */
cv::Mat sea(cv::Size size, double level)
{
    cv::Mat bgr(size, CV_8UC3);
    cv::theRNG().state = 11;
    cv::randn(bgr, cv::Scalar(level + 20, level, level - 20), cv::Scalar::all(9));
    cv::GaussianBlur(bgr, bgr, {0, 0}, 1.2);
    for (int row = 0; row < bgr.rows; ++row)
        bgr.row(row) += cv::Scalar::all(12 * std::sin(row / 17.0));
    return bgr;
}

}  // namespace

class OverlayStrokesTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void lettersGoAndTheSeaBetweenThemStays_data()
    {
        QTest::addColumn<int>("height");
        QTest::addColumn<double>("level");
        QTest::newRow("dark sea, HD") << 720 << 60.0;
        QTest::newRow("bright sea, HD") << 720 << 150.0;
        QTest::newRow("full HD") << 1080 << 90.0;
        QTest::newRow("SD") << 480 << 90.0;
    }
    void lettersGoAndTheSeaBetweenThemStays()
    {
        QFETCH(int, height);
        QFETCH(double, level);
        const cv::Size size(height * 16 / 9, height);
        const QRectF mark(0.05, 0.9, 0.3, 0.05);
        cv::Mat bgr = sea(size, level);
        cv::Mat1b letters = cv::Mat1b::zeros(size);
        const cv::Point start(int(0.06 * size.width), int(0.935 * size.height));
        const double scale = height / 50.0 / 22;
        cv::putText(letters, "41.09801N 306", start, cv::FONT_HERSHEY_SIMPLEX, scale, cv::Scalar(255),
                    std::max(1, height / 360), cv::LINE_AA);
        bgr.setTo(cv::Scalar::all(245), letters > 127);

        const cv::Mat1b kept = seaBesideOverlay(bgr, size, {{mark, false}});
        QCOMPARE(kept.size(), size);
        QCOMPARE(cv::countNonZero((letters > 127) & kept), 0);
        const cv::Rect box(int(0.05 * size.width) + 1, int(0.9 * size.height) + 1, int(0.3 * size.width) - 2,
                           int(0.05 * size.height) - 2);
        QVERIFY(cv::countNonZero(kept(box)) > 0.5 * box.area());
        cv::Mat1b outside(size, 255);
        outside(cv::Rect(box.x - 2, box.y - 2, box.width + 5, box.height + 5)).setTo(0);
        QCOMPARE(cv::countNonZero(outside & ~kept), 0);
    }

    void inverseVideoGoesAsAWhole()
    {
        const cv::Size size(1280, 720);
        cv::Mat bgr = sea(size, 80);
        const cv::Rect box(600, 20, 60, 22);
        bgr(box).setTo(cv::Scalar::all(250));
        cv::putText(bgr, "EOW", {604, 38}, cv::FONT_HERSHEY_SIMPLEX, 0.7, cv::Scalar::all(10), 2);
        const QRectF mark(600 / 1280.0, 20 / 720.0, 60 / 1280.0, 22 / 720.0);
        const cv::Mat1b kept = seaBesideOverlay(bgr, size, {{mark, true}});
        QCOMPARE(cv::countNonZero(kept(box)), 0);
    }

    void withoutAPictureTheWholeMarkGoes()
    {
        const cv::Mat1b kept = seaBesideOverlay({}, {100, 100}, {{QRectF(0.25, 0.25, 0.25, 0.5), false}});
        QCOMPARE(cv::countNonZero(~kept), 25 * 50);
        QCOMPARE(cv::countNonZero(~seaBesideOverlay({}, {100, 100}, {})), 0);
        // Beyond the frame there is nothing to take out.
        QCOMPARE(cv::countNonZero(~seaBesideOverlay({}, {100, 100}, {{QRectF(0.75, 0.75, 0.5, 0.5), false}})),
                 25 * 25);
    }
};

QTEST_GUILESS_MAIN(OverlayStrokesTest)
#include "overlay_strokes_test.moc"
