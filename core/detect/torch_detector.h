#pragma once

#include <torch/csrc/jit/api/module.h>

#include <thread>

#include "core/detect/detector.h"
#include "core/detect/picture_input.h"

namespace sheen {

/** A TorchScript network, frozen, on one device. */
class TorchDetector : public Detector
{
public:
    /** Throws as Detector::load does. */
    TorchDetector(ModelCard card, const DetectorSettings& settings);

    const ModelCard& card() const override { return m_card; }
    QString deviceName() const override { return m_deviceName; }
    double cpuSeconds() override;
    Segmentation detect(const cv::Mat& picture) override;

private:
    void chooseDevice(const DetectorSettings& settings);
    void loadNetwork();
    /** Runs an empty picture twice (the interpreter compiles again on the second call) and checks the answer.
     */
    void warmUp(cv::Size picture);
    void optimiseForThisDevice(cv::Size picture);
    void useOwnThreads();
    at::Tensor forward(const cv::Mat& picture, const InputGeometry& geometry);

    ModelCard m_card;
    c10::Device m_device = c10::kCPU;
    QString m_deviceName;
    int m_threads = 1;
    std::thread::id m_preparedThread;  //!< the number of threads is a property of the calling thread
    torch::jit::Module m_network;
    at::Tensor m_input;  //!< on the CPU; kept between pictures of one size
};

}  // namespace sheen
