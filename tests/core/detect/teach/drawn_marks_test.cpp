#include "teach/drawn_marks.h"

#include <QtTest>

#include "teach/marks.h"

using namespace sheen;

namespace {

TeachingMark mark(int frame, int value, int widthPixels, std::vector<cv::Point> points)
{
    TeachingMark one;
    one.frame = frame;
    one.value = value;
    one.widthPixels = widthPixels;
    one.points = std::move(points);
    return one;
}

}  // namespace

class DrawnMarksTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void laterMarksLieOverEarlierOnes()
    {
        const cv::Mat1b marks = drawnMarks({mark(1, anyOilMarked, 5, {{10, 10}, {30, 10}}),
                                            mark(2, 1, 5, {{10, 10}}), mark(1, nothingMarked, 5, {{30, 10}})},
                                           1, {40, 20});
        QCOMPARE(int(marks(10, 12)), anyOilMarked + 0);
        QCOMPARE(int(marks(10, 30)), nothingMarked + 0);
    }

    void anAreaIsFilled()
    {
        const cv::Mat1b marks =
            drawnMarks({mark(1, 2, TeachingMark::area, {{5, 5}, {30, 5}, {30, 15}, {5, 15}})}, 1, {40, 20});
        QCOMPARE(int(marks(10, 20)), 2);
        QCOMPARE(int(marks(2, 20)), 0);
    }

    void whatIsImpossibleIsLeftOut()
    {
        const cv::Mat1b marks = drawnMarks({mark(1, 2, 5, {}), mark(1, 2, TeachingMark::area, {{1, 1}}),
                                            mark(1, 3, 2'000'000, {{-2'000'000'000, 5}, {2'000'000'000, 5}}),
                                            mark(1, 0, 2'000'000, {{20, 10}})},
                                           1, {40, 20});
        QCOMPARE(cv::countNonZero(marks), 0);
    }
};

QTEST_GUILESS_MAIN(DrawnMarksTest)
#include "drawn_marks_test.moc"
