#pragma once

#include "detect/detector.h"

namespace sheen::test {

/** All water, at once: for tests that look at telemetry. */
class WaterDetector : public Detector
{
public:
    WaterDetector() { m_card.classes = {{0, QStringLiteral("water"), {}, 0, false}}; }
    const ModelCard& card() const override { return m_card; }
    QString deviceName() const override { return QStringLiteral("test"); }
    double cpuSeconds() override { return 0; }
    Segmentation detect(const cv::Mat& picture, const PictureHints&, const Cancel&) override
    {
        Segmentation result;
        result.classes = cv::Mat::zeros(picture.size(), CV_8UC1);
        result.confidence = cv::Mat::zeros(picture.size(), CV_8UC1);
        return result;
    }

private:
    ModelCard m_card;
};

}  // namespace sheen::test
