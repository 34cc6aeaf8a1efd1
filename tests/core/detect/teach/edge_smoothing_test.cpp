#include "edge_smoothing.h"

#include <QtTest>

using namespace sheen;

class EdgeSmoothingTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void specklesGoAndEdgesStay()
    {
        cv::Mat guide(100, 100, CV_32FC3, cv::Scalar(0.2, 0.0, 0.0));
        guide.colRange(50, 100).setTo(cv::Scalar(0.8, 0.1, 0.1));
        cv::Mat1f plane(100, 100, 0.0F);
        plane.colRange(50, 100).setTo(1);
        plane(20, 20) = 1;
        plane(70, 80) = 0;
        const cv::Mat1f smooth = smoothedAlongEdges(plane, guide, 8, 1e-3F);
        QVERIFY(smooth(20, 20) < 0.1F);
        QVERIFY(smooth(70, 80) > 0.9F);
        QVERIFY(smooth(50, 46) < 0.2F);
        QVERIFY(smooth(50, 53) > 0.8F);
    }

    void smallPicturesAreTaken()
    {
        const cv::Mat1f smooth = smoothedAlongEdges(cv::Mat1f(1, 3, 0.5F),
                                                    cv::Mat(1, 3, CV_32FC3, cv::Scalar::all(0.1)), 8, 1e-3F);
        QCOMPARE(smooth.size(), cv::Size(3, 1));
        QVERIFY(std::abs(smooth(0, 1) - 0.5F) < 1e-3F);
    }
};

QTEST_GUILESS_MAIN(EdgeSmoothingTest)
#include "edge_smoothing_test.moc"
