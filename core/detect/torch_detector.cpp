#include "core/detect/torch_detector.h"

#include <ATen/ATen.h>
#include <ATen/Parallel.h>
#include <c10/core/InferenceMode.h>
#include <torch/csrc/jit/passes/tensorexpr_fuser.h>
#include <torch/csrc/jit/serialization/import.h>
#include <torch/cuda.h>

#include <QCoreApplication>
#include <algorithm>
#include <atomic>
#include <ctime>
#include <mutex>

#include "core/data/error.h"
#include "core/detect/model_output.h"
#include "core/detect/torch_message.h"

namespace sheen {

namespace {

struct Text
{
    Q_DECLARE_TR_FUNCTIONS(sheen::Detector)
};

/** An empty picture as the network knows it: grey, the middle of the range. */
cv::Mat emptyPicture(cv::Size size)
{
    return cv::Mat(size, CV_8UC3, cv::Scalar::all(128));
}

/** A size that any network takes: a few strides. */
cv::Size smallPicture(const ModelCard& card)
{
    const int side = std::max(card.stride, (256 + card.stride - 1) / card.stride * card.stride);
    return {side, side};
}

}  // namespace

TorchDetector::TorchDetector(ModelCard card, const DetectorSettings& settings) : m_card(std::move(card))
{
    chooseDevice(settings);
    const c10::InferenceMode inference;
    useOwnThreads();
    // A LibTorch that compiles for the CPU (Debian 13's does) never comes back from doing so. It stays off,
    // as a network is compiled anew when it meets another size of picture.
    if (m_device.is_cpu())
        torch::jit::setTensorExprFuserEnabled(false);
    loadNetwork();
    const cv::Size picture =
        settings.expectedPicture.empty() ? smallPicture(m_card) : settings.expectedPicture;
    warmUp(picture);
    optimiseForThisDevice(picture);
}

void TorchDetector::chooseDevice(const DetectorSettings& settings)
{
    m_threads =
        settings.threads > 0 ? settings.threads : int(std::max(1U, std::thread::hardware_concurrency()));
    const QString& wanted = settings.device;
    const bool cudaHere = torch::cuda::is_available();
    if (wanted == QLatin1String("cpu") || (wanted == QLatin1String("auto") && !cudaHere)) {
        m_deviceName = Text::tr("CPU, %1 threads").arg(m_threads);
        return;
    }
    int index = 0;
    bool good = wanted == QLatin1String("auto") || wanted == QLatin1String("cuda");
    if (wanted.startsWith(QLatin1String("cuda:")))
        index = wanted.mid(5).toInt(&good);
    if (!good || index < 0)
        throw Error(Text::tr("\"%1\" is no device. Use auto, cpu, cuda or cuda:NUMBER.").arg(wanted),
                    ErrorKind::Usage);
    if (!cudaHere || std::size_t(index) >= torch::cuda::device_count())
        throw Error(
            Text::tr("The device \"%1\" is not there: LibTorch finds no such CUDA device on this machine. "
                     "Use cpu or auto.")
                .arg(wanted),
            ErrorKind::Usage);
    m_device = c10::Device(c10::kCUDA, c10::DeviceIndex(index));
    m_deviceName = QStringLiteral("CUDA %1").arg(index);
}

void TorchDetector::loadNetwork()
{
    try {
        m_network = torch::jit::load(m_card.path.toStdString(), m_device);
        m_network.eval();
        m_network = torch::jit::freeze(m_network);
    } catch (const std::exception& error) {
        throw Error(
            Text::tr("The network in \"%1\" cannot be loaded: %2. Save it again with torch.jit.save of a "
                     "PyTorch no newer than Sheen's.")
                .arg(m_card.path, usefulLine(error)),
            ErrorKind::Unreadable);
    }
}

void TorchDetector::warmUp(cv::Size picture)
{
    const InputGeometry geometry = inputGeometryFor(picture, m_card);
    at::Tensor output;
    try {
        for (int i = 0; i < 2; ++i)
            output = forward(emptyPicture(picture), geometry);
    } catch (const Error&) {
        throw;
    } catch (const std::exception& error) {
        throw Error(
            Text::tr(
                "The model \"%1\" fails on an empty picture of %2 x %3 pixels: %4. Check the card's input "
                "(channels, size, stride).")
                .arg(m_card.path)
                .arg(geometry.input.width)
                .arg(geometry.input.height)
                .arg(usefulLine(error)),
            ErrorKind::Unreadable);
    }
    checkOutput(output, m_card, geometry.input);
}

/** Not every network survives it: what then differs or fails stays as it was. */
void TorchDetector::optimiseForThisDevice(cv::Size picture)
{
    if (!m_device.is_cpu())
        return;
    const InputGeometry geometry = inputGeometryFor(picture, m_card);
    const cv::Mat empty = emptyPicture(picture);
    const torch::jit::Module plain = m_network;
    const at::Tensor before = forward(empty, geometry).clone();
    try {
        torch::jit::Module copy = plain.clone();
        m_network = torch::jit::optimize_for_inference(copy);
        forward(empty, geometry);
        const at::Tensor after = forward(empty, geometry);
        if (after.sizes() == before.sizes() &&
            at::allclose(after.to(at::kFloat), before.to(at::kFloat), 1e-3, 1e-3))
            return;
    } catch (const std::exception&) {
        // The plain network serves as well.
    }
    m_network = plain;
}

void TorchDetector::useOwnThreads()
{
    if (m_preparedThread == std::this_thread::get_id())
        return;
    at::set_num_threads(m_threads);
    m_preparedThread = std::this_thread::get_id();
}

at::Tensor TorchDetector::forward(const cv::Mat& picture, const InputGeometry& geometry)
{
    const std::int64_t height = geometry.input.height;
    const std::int64_t width = geometry.input.width;
    if (!m_input.defined() || m_input.size(2) != height || m_input.size(3) != width)
        m_input = at::empty({1, 3, height, width}, at::kFloat);
    fillInput(picture, m_card, geometry, static_cast<float*>(m_input.data_ptr()));
    return firstTensor(m_network.forward({m_input.to(m_device)}));
}

Segmentation TorchDetector::detect(const cv::Mat& picture)
{
    const c10::InferenceMode inference;
    useOwnThreads();
    const InputGeometry geometry = inputGeometryFor(picture.size(), m_card);
    try {
        return decodeOutput(forward(picture, geometry), m_card, geometry, picture.size());
    } catch (const Error&) {
        throw;
    } catch (const std::exception& error) {
        throw Error(Text::tr("The model \"%1\" fails on a picture of %2 x %3 pixels: %4.")
                        .arg(m_card.path)
                        .arg(picture.cols)
                        .arg(picture.rows)
                        .arg(usefulLine(error)));
    }
}

double TorchDetector::cpuSeconds()
{
    // Each of LibTorch's threads gets one piece and reads its own clock.
    std::mutex mutex;
    double sum = 0;
    at::parallel_for(0, m_threads, 1, [&](std::int64_t, std::int64_t) {
        timespec time{};
        clock_gettime(CLOCK_THREAD_CPUTIME_ID, &time);
        const std::lock_guard<std::mutex> lock(mutex);
        sum += double(time.tv_sec) + 1e-9 * double(time.tv_nsec);
    });
    return sum;
}

}  // namespace sheen
