#pragma once

#include <QtTest>
#include <opencv2/core.hpp>

#include "detect/detector.h"

namespace sheen::test {

/** Left half dark, right half bright; sides that are no multiples of anything. */
inline cv::Mat halfDark(cv::Size size = {203, 117})
{
    cv::Mat picture(size, CV_8UC3, cv::Scalar::all(200));
    picture.colRange(0, size.width / 2 - 1).setTo(cv::Scalar::all(40));
    return picture;
}

/** Verifies that a detector surely finds class 1 in the dark half of such a picture, and class 0 in the
 * other. */
inline void verifyDarknessIsFound(Detector& detector)
{
    const cv::Mat picture = halfDark();
    const Segmentation result = detector.detect(picture);
    QCOMPARE(result.classes.size(), picture.size());
    QCOMPARE(result.confidence.size(), picture.size());
    QCOMPARE(result.classes.type(), CV_8UC1);
    QCOMPARE(cv::countNonZero(result.classes.colRange(0, 92) != 1), 0);
    QCOMPARE(cv::countNonZero(result.classes.colRange(108, 203) != 0), 0);
    QVERIFY(result.confidence.at<uchar>(60, 50) > 245);
    QVERIFY(result.confidence.at<uchar>(60, 180) > 245);
}

}  // namespace sheen::test
