#pragma once

#include <c10/core/Device.h>

#include <map>
#include <memory>
#include <mutex>
#include <optional>
#include <thread>
#include <utility>

#include "detect/detector.h"
#include "detect/model_file.h"
#include "memory_fallback.h"

namespace sheen {

class Network;

/** A network on one device, whatever the format of its file. */
class TorchDetector : public Detector
{
public:
    /** Throws as Detector::load does. */
    TorchDetector(std::shared_ptr<ModelFile> file, const DetectorSettings& settings);
    ~TorchDetector() override;

    const ModelCard& card() const override { return m_card; }
    QString deviceName() const override;
    double cpuSeconds() override;
    double warmUpSeconds() const override { return m_warmUpSeconds; }
    using Detector::detect;
    Segmentation detect(const cv::Mat& picture, const PictureHints& hints, const Cancel& cancel) override;

private:
    void chooseDevice(ModelFormat format);
    /** On the chosen device, or on the CPU where that one has no memory for it or, chosen by itself, fails.
     */
    void loadNetwork(const std::shared_ptr<ModelFile>& file);
    void loadOn(const std::shared_ptr<ModelFile>& file, c10::Device device);
    std::shared_ptr<Network> networkOn(ModelFile& file, c10::Device device) const;
    /**
     * Runs an empty picture twice (the interpreter compiles again on the second call), checks the answer and
     * returns it.
     */
    at::Tensor warmUp(const at::Tensor& empty);
    int batchThatWorks(const at::Tensor& empty, const at::Tensor& answer, Network& network) const;
    MemoryFallback::Forward forwardOf(std::shared_ptr<Network> network) const;
    void useOwnThreads();
    bool inTiles(cv::Size scaledPicture) const;
    /** Room for a network's input of that size; kept, as pictures of a few sizes come again and again. */
    at::Tensor& inputOf(cv::Size size);
    cv::Size networkInput(cv::Size picture) const;
    cv::Size expectedInput() const;
    Segmentation detectVisible(const cv::Mat& picture, double groundSampleDistanceMetres,
                               const Cancel& cancel);
    /** In one scale; the result has the picture's size. */
    Segmentation look(const cv::Mat& picture, double scale, const Cancel& cancel);
    Segmentation lookAtWhole(const cv::Mat& picture, double scale);
    void nameDevice(const QString& name);
    void nameCpu(const QString& reason);

    ModelCard m_card;
    const DetectorSettings m_settings;
    c10::Device m_device = c10::kCPU;
    int m_threads = 1;
    double m_warmUpSeconds = 0;
    std::thread::id m_preparedThread;  //!< the number of threads is a property of the calling thread
    std::optional<MemoryFallback> m_network;
    std::map<std::pair<int, int>, at::Tensor> m_inputs;  //!< by height and width, on the CPU; see inputOf()
    mutable std::mutex m_nameMutex;
    QString m_deviceName;
};

}  // namespace sheen
