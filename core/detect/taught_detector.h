#pragma once

#include "detect/detector.h"
#include "teach/taught_model.h"

namespace sheen {

/** Another model's detector, and what a person corrected in it. */
class TaughtDetector : public Detector
{
public:
    /** Loads the base as well. Throws as Detector::load does. */
    TaughtDetector(const ModelFile& file, const DetectorSettings& settings, const Cancel& cancel);

    const ModelCard& card() const override { return m_model.card; }
    QString deviceName() const override { return m_base->deviceName(); }
    /** Without OpenCV's threads, which ask the forests. */
    double cpuSeconds() override { return m_base->cpuSeconds(); }
    double warmUpSeconds() const override { return m_base->warmUpSeconds(); }
    using Detector::detect;
    Segmentation detect(const cv::Mat& picture, const PictureHints& hints, const Cancel& cancel) override;

private:
    TaughtModel m_model;
    QStringList m_sensors;  //!< that it was taught on; pictures of others are left to the base
    std::unique_ptr<Detector> m_base;
};

}  // namespace sheen
