#include "teach/patches.h"

#include <QtTest>
#include <opencv2/imgproc.hpp>

using namespace sheen;

class PatchesTest : public QObject
{
    Q_OBJECT

    static cv::Mat1b filled(const std::vector<cv::Point>& outline, cv::Size size)
    {
        cv::Mat1b mask(size, uchar(0));
        if (!outline.empty())
            cv::fillPoly(mask, std::vector<std::vector<cv::Point>>{outline}, 255);
        return mask;
    }

private Q_SLOTS:
    void aPatchIsTheRegionUnderThePixel()
    {
        cv::Mat1b mask(120, 200, uchar(0));
        mask(cv::Rect(10, 10, 40, 30)).setTo(255);
        cv::circle(mask, {140, 60}, 30, 255, cv::FILLED);
        const cv::Mat1b patch = filled(patchAround(mask, {140, 60}), mask.size());
        QCOMPARE(int(patch(60, 140)), 255);
        QCOMPARE(cv::countNonZero(patch & ~mask), 0);  // within its edge
        QVERIFY(cv::countNonZero(patch) > 0.75 * CV_PI * 30 * 30);
        QCOMPARE(cv::countNonZero(patch(cv::Rect(0, 0, 90, 120))), 0);  // not the other one
    }

    void whereThereIsNoneNothingIsGiven()
    {
        cv::Mat1b mask(120, 200, uchar(0));
        mask(60, 100) = 255;
        QVERIFY(patchAround(mask, {10, 10}).empty());
        QVERIFY(patchAround(mask, {100, 60}).empty());  // nothing is left within its edge
        QVERIFY(patchAround(mask, {-5, 500}).empty());
        QVERIFY(patchAround(cv::Mat1b(), {0, 0}).empty());
    }

    void whatLooksAlikeStopsAtAnEdge()
    {
        cv::Mat picture(240, 400, CV_8UC3, cv::Scalar(150, 140, 60));
        cv::circle(picture, {200, 120}, 35, cv::Scalar(40, 60, 90), cv::FILLED);
        const cv::Mat1b alike = filled(alikeAround(picture, {205, 118}), picture.size());
        QVERIFY(cv::countNonZero(alike) > 0.7 * CV_PI * 35 * 35);
        QVERIFY(cv::countNonZero(alike) < 1.1 * CV_PI * 35 * 35);
        QCOMPARE(int(alike(120, 120)), 0);
        // It does not go far in a picture that is all alike, nor where it may not.
        const cv::Mat flat(240, 400, CV_8UC3, cv::Scalar(150, 140, 60));
        cv::Mat1b without(flat.size(), uchar(0));
        without(cv::Rect(200, 0, 200, 240)).setTo(255);
        const cv::Mat1b near = filled(alikeAround(flat, {190, 120}, without), flat.size());
        QVERIFY(cv::countNonZero(near) > 0);
        QCOMPARE(cv::countNonZero(near & without), 0);
        QCOMPARE(cv::countNonZero(near(cv::Rect(0, 0, 100, 240))), 0);
        QVERIFY(alikeAround(flat, {900, 900}).empty());
    }
};

QTEST_GUILESS_MAIN(PatchesTest)
#include "patches_test.moc"
