#include "data/overlay_strokes.h"

#include <opencv2/imgproc.hpp>

#include <QtTest>

using namespace sheen;

namespace {

/** A sea with waves and noise of this colour. */
cv::Mat sea(cv::Size size, const cv::Scalar& bgrColour)
{
    cv::Mat bgr(size, CV_8UC3);
    cv::theRNG().state = 11;
    cv::randn(bgr, bgrColour, cv::Scalar::all(9));
    cv::GaussianBlur(bgr, bgr, {0, 0}, 1.2);
    for (int row = 0; row < bgr.rows; ++row)
        bgr.row(row) += cv::Scalar::all(12 * std::sin(row / 17.0));
    return bgr;
}

/** The same, its brightness about `level`. */
cv::Mat sea(cv::Size size, double level)
{
    return sea(size, cv::Scalar(level + 20, level, level - 20));
}

/** What is left of a picture within its only mark. */
double shareKept(const cv::Mat& bgr, const QRectF& mark)
{
    const cv::Mat1b kept = seaBesideOverlay(bgr, bgr.size(), {{mark, false}});
    const double marked = mark.width() * bgr.cols * mark.height() * bgr.rows;
    return 1 - cv::countNonZero(~kept) / marked;
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

    void lettersOfAnyColourGo_data()
    {
        QTest::addColumn<QList<int>>("water");
        QTest::newRow("dark") << QList<int>{70, 50, 35};
        QTest::newRow("as bright as blue and red are") << QList<int>{130, 110, 90};
        QTest::newRow("bright") << QList<int>{215, 205, 195};
        QTest::newRow("turquoise") << QList<int>{170, 150, 60};
        QTest::newRow("brown") << QList<int>{60, 100, 130};
        QTest::newRow("infrared, white") << QList<int>{230, 230, 230};
    }
    void lettersOfAnyColourGo()
    {
        QFETCH(QList<int>, water);
        const cv::Size size(1280, 720);
        const QRectF mark(0.05, 0.9, 0.3, 0.05);
        const cv::Mat clean = sea(size, cv::Scalar(water[0], water[1], water[2]));
        cv::Mat1b letters = cv::Mat1b::zeros(size);
        cv::putText(letters, "41.09801N 306", {77, 673}, cv::FONT_HERSHEY_SIMPLEX, 0.65, cv::Scalar(255), 2);
        for (int colour = 1; colour < 7; ++colour) {  // as LetterColour counts them, white left out
            cv::Mat bgr = clean.clone();
            bgr.setTo(cv::Scalar(colour & 1 ? 255 : 0, colour & 2 ? 255 : 0, colour & 4 ? 255 : 0), letters);
            const cv::Mat1b kept = seaBesideOverlay(bgr, size, {{mark, false}});
            QVERIFY2(cv::countNonZero(letters & kept) == 0, qPrintable(QString::number(colour)));
            QVERIFY(shareKept(bgr, mark) > 0.7);
        }
    }

    void aSeaWithoutLettersStays()
    {
        const cv::Size size(1280, 720);
        const QRectF mark(0.05, 0.5, 0.3, 0.3);
        for (const cv::Scalar& water :
             {cv::Scalar(70, 50, 35), cv::Scalar(170, 150, 60), cv::Scalar(140, 70, 20)})
            QVERIFY(shareKept(sea(size, water), mark) > 0.999);
    }

    /** Glint takes the colour of a sea away in places; what lies between is no stroke for that. */
    void colourBetweenGlintsStays()
    {
        const cv::Size size(1280, 720);
        const QRectF mark(0.05, 0.5, 0.3, 0.3);
        cv::Mat glitter = sea(size, cv::Scalar(170, 150, 60));
        cv::RNG random(3);
        for (int i = 0; i < 6000; ++i)
            cv::ellipse(glitter, {random.uniform(0, size.width), random.uniform(0, size.height)},
                        {random.uniform(1, 7), random.uniform(1, 3)}, 0, 0, 360, cv::Scalar::all(250),
                        cv::FILLED);
        cv::Mat colourless;
        cv::cvtColor(glitter, colourless, cv::COLOR_BGR2GRAY);
        cv::cvtColor(colourless, colourless, cv::COLOR_GRAY2BGR);
        QVERIFY(shareKept(glitter, mark) > shareKept(colourless, mark) - 0.005);
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
