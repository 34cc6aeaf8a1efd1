#include "picture_input.h"

#include <QtTest>
#include <cmath>

using namespace sheen;

static ModelCard plainCard(bool rgb)
{
    ModelCard card;
    card.rgbOrder = rgb;
    card.mean = {10, 20, 30};
    card.deviation = {2, 4, 5};
    card.stride = 32;
    return card;
}

class PictureInputTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void channelsInTheCardsOrder()
    {
        const cv::Mat picture(32, 32, CV_8UC3, cv::Scalar(50, 100, 150));  // blue, green, red
        std::vector<float> planes(3 * 32 * 32);
        for (const bool rgb : {true, false}) {
            const ModelCard card = plainCard(rgb);
            fillInput(picture, card, inputGeometryFor(picture.size(), card), planes.data());
            const double first = rgb ? 150 : 50;
            const double third = rgb ? 50 : 150;
            QCOMPARE(planes[0], float((first - 10) / 2));
            QCOMPARE(planes[1024], float((100.0 - 20) / 4));
            QCOMPARE(planes[2048], float((third - 30) / 5));
        }
    }

    void filledUpByReflection()
    {
        cv::Mat picture(20, 30, CV_8UC3);
        for (int y = 0; y < picture.rows; ++y) {
            for (int x = 0; x < picture.cols; ++x)
                picture.at<cv::Vec3b>(y, x) = cv::Vec3b::all(uchar(5 * y + x));
        }
        ModelCard card = plainCard(true);
        card.mean = {};
        card.deviation = {1, 1, 1};
        const InputGeometry geometry = inputGeometryFor(picture.size(), card);
        QCOMPARE(geometry.input, cv::Size(32, 32));
        QCOMPARE(geometry.content, picture.size());
        std::vector<float> planes(3 * 32 * 32);
        fillInput(picture, card, geometry, planes.data());
        QCOMPARE(planes[31], float(27));          // column 31 mirrors 27
        QCOMPARE(planes[31 * 32], float(5 * 7));  // row 31 mirrors 7
        const PlaneScale scale = geometry.planeScale({8, 8}, picture.size());
        QCOMPARE(scale.x, 0.25);
        QCOMPARE(scale.y, 0.25);
    }

    void oneSizeKeepsProportions()
    {
        ModelCard card = plainCard(true);
        card.inputWidth = 64;
        card.inputHeight = 64;
        const InputGeometry geometry = inputGeometryFor({1280, 720}, card);
        QCOMPARE(geometry.input, cv::Size(64, 64));
        QCOMPARE(geometry.content, cv::Size(64, 36));
        std::vector<float> planes(3 * 64 * 64);
        fillInput(cv::Mat(720, 1280, CV_8UC3, cv::Scalar::all(12)), card, geometry, planes.data());
        QCOMPARE(planes[64 * 64 - 1], 1.0F);
        // The last pixel of the picture lies on the last row of its part of the planes.
        QVERIFY(std::abs(719.5 * geometry.planeScale({64, 64}, {1280, 720}).y - 36) < 0.1);
    }

    void tinyPicture()
    {
        const ModelCard card = plainCard(true);
        const InputGeometry geometry = inputGeometryFor({1, 1}, card);
        std::vector<float> planes(3 * 32 * 32);
        fillInput(cv::Mat(1, 1, CV_8UC3, cv::Scalar::all(10)), card, geometry, planes.data());
        QCOMPARE(planes[1023], 0.0F);
    }
};

QTEST_GUILESS_MAIN(PictureInputTest)
#include "picture_input_test.moc"
