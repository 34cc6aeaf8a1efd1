#include "painted_sea.h"

#include <opencv2/imgproc.hpp>

#include "teach/pixel_features.h"
#include "teach/taught_card.h"
#include "teach/taught_segmentation.h"

namespace sheen::test {

ModelCard seaCard()
{
    return parseModelCard(R"({"name": "Sea", "version": "1",
        "input": {"mean": [0, 0, 0], "std": [1, 1, 1]}, "training": "on nothing",
        "classes": [{"value": 0, "name": "water", "colour": "#0000ff"},
                    {"value": 1, "name": "sheen", "colour": "#ffffff", "code": 1},
                    {"value": 2, "name": "true colour", "colour": "#442200", "code": 5},
                    {"value": 3, "name": "land", "colour": "#00ff00"}]})",
                          QStringLiteral("the test"));
}

cv::Mat3b paintedSea(unsigned seed)
{
    cv::Mat3b sea(240, 320, cv::Vec3b(90, 110, 60));
    sea(brownPatch).setTo(cv::Vec3b(40, 70, 110));
    sea(bluePatch).setTo(cv::Vec3b(140, 90, 50));
    cv::Mat3f waves(sea.size());
    cv::RNG random(seed);
    random.fill(waves, cv::RNG::NORMAL, 0, 8);
    cv::GaussianBlur(waves, waves, {}, 1);
    cv::Mat3f whole;
    sea.convertTo(whole, CV_32F);
    whole += waves;
    whole.convertTo(sea, CV_8U);
    return sea;
}

Segmentation allWater(cv::Size size)
{
    return {cv::Mat(size, CV_8UC1, cv::Scalar(0)), cv::Mat(size, CV_8UC1, cv::Scalar(250))};
}

Segmentation withClass(Segmentation answer, const cv::Rect& place, int classValue)
{
    answer.classes(place).setTo(classValue);
    return answer;
}

void stroke(cv::Mat& marks, cv::Point from, cv::Point to, int value, int width)
{
    cv::line(marks, from, to, value, width);
}

cv::Mat noMarks()
{
    return cv::Mat(240, 320, CV_8UC1, cv::Scalar(nothingMarked));
}

MarkedSamples samplesOfSea(const cv::Mat& marks, const Segmentation& base, const QString& name)
{
    const cv::Mat3b sea = paintedSea();
    return samplesOf(name, hasColour(sea), PixelFeatures(sea, base, seaCard()), marks, base);
}

Segmentation answerOf(const Lesson& lesson, const Segmentation& base)
{
    // Another sea than the one that was marked: what was learned holds for what looks like it.
    const cv::Mat3b sea = paintedSea(2);
    return taughtSegmentation(lesson.forests, taughtCard(seaCard(), lesson, {}),
                              PixelFeatures(sea, base, seaCard()), base);
}

double shareOfOil(const Segmentation& answer, const cv::Rect& place, const ModelCard& card)
{
    int oil = 0;
    for (int y = place.y; y < place.y + place.height; ++y) {
        for (int x = place.x; x < place.x + place.width; ++x) {
            const ModelClass* found = card.findClass(answer.classes.at<uchar>(y, x));
            oil += found && found->oil;
        }
    }
    return double(oil) / place.area();
}

}  // namespace sheen::test
