#include "torch_detector.h"

#include <ATen/ATen.h>
#include <ATen/Parallel.h>
#include <c10/core/InferenceMode.h>
#include <torch/cuda.h>
#include <torch/version.h>

#include <algorithm>
#include <chrono>
#include <opencv2/core/version.hpp>
#include <opencv2/imgproc.hpp>

#include "base/error.h"
#include "detect/device_name.h"
#include "detect/model_file.h"
#include "detect/picture_scale.h"
#include "detector_text.h"
#include "file_hash.h"
#include "model_output.h"
#include "network.h"
#include "onnx_network.h"
#include "overlay_cover.h"
#include "picture_input.h"
#include "platform/cpu_time.h"
#include "tile_plan.h"
#include "tiled_detection.h"
#include "torch_message.h"

namespace sheen {

namespace {

/** Tiles that a graphics card looks at together; on a CPU one after another is as fast. */
constexpr int cudaBatch = 8;

QString cardIsFull()
{
    return DetectorText::tr("the graphics card's memory is too small");
}

/** A size that any network takes: a few strides. */
cv::Size smallPicture(const ModelCard& card)
{
    const int side = std::max(card.stride, (256 + card.stride - 1) / card.stride * card.stride);
    return {side, side};
}

QString cannotBeLoaded(const ModelFile& file, const std::exception& error)
{
    if (file.format() == ModelFormat::TorchScript)
        return DetectorText::tr("The network in \"%1\" cannot be loaded by this LibTorch (%2): %3. %4")
            .arg(file.path(), QStringLiteral(TORCH_VERSION), usefulLine(error), adviceOnNewerTorch());
    const QString what = unreadableOperator(error);
    const QString advice = DetectorText::tr(
        "Export the network again as TorchScript, or for another ONNX opset: packaging/export does both.");
    return what.isEmpty()
               ? DetectorText::tr(
                     "The network in \"%1\" cannot be loaded by OpenCV %2, which runs ONNX files: %3. %4")
                     .arg(file.path(), QStringLiteral(CV_VERSION), usefulLine(error), advice)
               : DetectorText::tr(
                     "The network in \"%1\" cannot be loaded by OpenCV %2, which runs ONNX files: it "
                     "does not know the operator %3 as it is used there. %4")
                     .arg(file.path(), QStringLiteral(CV_VERSION), what, advice);
}

/** Each pixel's surer answer, of two at the same size. */
Segmentation surerOf(Segmentation one, const Segmentation& other)
{
    const cv::Mat isSurer = other.confidence > one.confidence;
    other.classes.copyTo(one.classes, isSurer);
    other.confidence.copyTo(one.confidence, isSurer);
    return one;
}

Segmentation enlarged(const Segmentation& segmentation, cv::Size size)
{
    if (segmentation.classes.size() == size)
        return segmentation;
    Segmentation result;
    cv::resize(segmentation.classes, result.classes, size, 0, 0, cv::INTER_NEAREST_EXACT);
    cv::resize(segmentation.confidence, result.confidence, size, 0, 0, cv::INTER_NEAREST_EXACT);
    return result;
}

/** An empty picture as the network knows it: grey, the middle of the range. */
at::Tensor emptyInput(cv::Size input, const ModelCard& card)
{
    const at::Tensor planes = at::empty({1, 3, input.height, input.width}, at::kFloat);
    fillInput(cv::Mat(input, CV_8UC3, cv::Scalar::all(128)), card, {input, input},
              static_cast<float*>(planes.data_ptr()));
    return planes;
}

}  // namespace

TorchDetector::TorchDetector(std::shared_ptr<ModelFile> file, const DetectorSettings& settings)
    : m_settings(settings)
{
    checkHash(*file, settings.sha256);
    m_card = file->card();
    chooseDevice(file->format());
    const c10::InferenceMode inference;
    useOwnThreads();
    loadNetwork(file);
}

TorchDetector::~TorchDetector() = default;

void TorchDetector::chooseDevice(ModelFormat format)
{
    m_threads =
        m_settings.threads > 0 ? m_settings.threads : int(std::max(1U, std::thread::hardware_concurrency()));
    const DeviceName wanted = parseDeviceName(m_settings.device);
    const bool isOnnx = format == ModelFormat::Onnx;
    if (isOnnx && wanted.kind == DeviceName::Kind::Cuda)
        throw Error(
            DetectorText::tr(
                "The device \"%1\" does not run the model \"%2\": ONNX files run on the CPU alone. Use "
                "cpu or auto.")
                .arg(m_settings.device, m_card.path),
            ErrorKind::Usage);
    const bool cudaHere = !isOnnx && torch::cuda::is_available();
    if (wanted.kind == DeviceName::Kind::Cpu || (wanted.kind == DeviceName::Kind::Auto && !cudaHere)) {
        nameDevice(DetectorText::tr("CPU, %1 threads").arg(m_threads));
        return;
    }
    if (!cudaHere || std::size_t(wanted.cudaIndex) >= torch::cuda::device_count())
        throw Error(DetectorText::tr(
                        "The device \"%1\" is not there: LibTorch finds no such CUDA device on this machine. "
                        "Use cpu or auto.")
                        .arg(m_settings.device),
                    ErrorKind::Usage);
    m_device = c10::Device(c10::kCUDA, c10::DeviceIndex(wanted.cudaIndex));
    nameDevice(QStringLiteral("CUDA %1").arg(wanted.cudaIndex));
}

void TorchDetector::nameDevice(const QString& name)
{
    const std::lock_guard<std::mutex> lock(m_nameMutex);
    m_deviceName = name;
}

QString TorchDetector::deviceName() const
{
    const std::lock_guard<std::mutex> lock(m_nameMutex);
    return m_deviceName;
}

void TorchDetector::nameCpu(const QString& reason)
{
    nameDevice(DetectorText::tr("CPU, %1 threads (%2)").arg(m_threads).arg(reason));
}

void TorchDetector::loadNetwork(const std::shared_ptr<ModelFile>& file)
{
    if (!m_device.is_cpu()) {
        try {
            loadOn(file, m_device);
            return;
        } catch (const std::exception& error) {
            // A model that was traced on a CPU may keep a part of itself there, and a card may be too old.
            if (isOutOfMemory(error))
                nameCpu(cardIsFull());
            else if (m_settings.device == QLatin1String("auto"))
                nameCpu(DetectorText::tr("the model fails on the graphics card: %1").arg(usefulLine(error)));
            else
                throw;
        }
        m_network.reset();
        m_device = c10::kCPU;
    }
    loadOn(file, m_device);
}

void TorchDetector::loadOn(const std::shared_ptr<ModelFile>& file, c10::Device device)
{
    std::shared_ptr<Network> network = networkOn(*file, device);
    if (device.is_cpu()) {
        m_network.emplace(forwardOf(std::move(network)), std::function<MemoryFallback::Forward()>(), 1);
        warmUp(emptyInput(expectedInput(), m_card));
        return;
    }
    const auto onCpu = [this, file] {
        nameCpu(cardIsFull());
        return forwardOf(networkOn(*file, c10::kCPU));
    };
    const std::weak_ptr<Network> onCard = network;  // nothing else keeps it there once the CPU has taken over
    m_network.emplace(forwardOf(std::move(network)), onCpu, 1);
    const at::Tensor empty = emptyInput(expectedInput(), m_card);
    const at::Tensor answer = warmUp(empty);
    if (const std::shared_ptr<Network> still = onCard.lock())
        m_network.emplace(forwardOf(still), onCpu, batchThatWorks(empty, answer, *still));
}

std::shared_ptr<Network> TorchDetector::networkOn(ModelFile& file, c10::Device device) const
{
    try {
        return Network::read(file, device);
    } catch (const std::exception& error) {
        throw Error(cannotBeLoaded(file, error), ErrorKind::Unreadable);
    }
}

MemoryFallback::Forward TorchDetector::forwardOf(std::shared_ptr<Network> network) const
{
    return [network = std::move(network)](const at::Tensor& batch) { return network->forward(batch); };
}

/** A traced network may know of one picture alone, and one that leaves the batch out may seem to take many.
 */
int TorchDetector::batchThatWorks(const at::Tensor& empty, const at::Tensor& answer, Network& network) const
{
    try {
        const at::Tensor answers = network.forward(empty.expand({cudaBatch, -1, -1, -1}).contiguous());
        const bool oneEach = answers.defined() && answers.dim() > 2 && answer.size(0) == 1 &&
                             answers.size(0) == cudaBatch &&
                             answers.sizes().slice(1) == answer.sizes().slice(1);
        return oneEach ? cudaBatch : 1;
    } catch (const std::exception& error) {
        return isOutOfMemory(error) ? cudaBatch / 2 : 1;
    }
}

at::Tensor TorchDetector::warmUp(const at::Tensor& empty)
{
    const cv::Size input(int(empty.size(3)), int(empty.size(2)));
    const auto begun = std::chrono::steady_clock::now();
    at::Tensor output;
    try {
        for (int i = 0; i < 2; ++i)
            output = m_network->run(empty).front();
    } catch (const Error&) {
        throw;
    } catch (const std::exception& error) {
        throw Error(
            DetectorText::tr(
                "The model \"%1\" fails on an empty picture of %2 x %3 pixels: %4. Check the card's input "
                "(channels, size, stride).")
                .arg(m_card.path, QString::number(input.width), QString::number(input.height),
                     usefulLine(error)),
            ErrorKind::Unreadable);
    }
    m_warmUpSeconds = std::chrono::duration<double>(std::chrono::steady_clock::now() - begun).count();
    checkOutput(output, m_card, input);
    return output;
}

cv::Size TorchDetector::expectedInput() const
{
    return networkInput(m_settings.expectedPicture.empty() ? smallPicture(m_card)
                                                           : m_settings.expectedPicture);
}

void TorchDetector::useOwnThreads()
{
    if (m_preparedThread == std::this_thread::get_id())
        return;
    at::set_num_threads(m_threads);
    m_preparedThread = std::this_thread::get_id();
}

bool TorchDetector::inTiles(cv::Size scaledPicture) const
{
    return needsTiles(scaledPicture, m_card, m_settings.largestSide);
}

cv::Size TorchDetector::networkInput(cv::Size picture) const
{
    const double scale = scaleForSize(m_card, picture);
    return inTiles(scaledSize(picture, scale)) ? planTiles(picture, m_card, m_settings.tileSide, scale).tile
                                               : inputGeometryFor(picture, m_card, scale).input;
}

Segmentation TorchDetector::detect(const cv::Mat& picture, const PictureHints& hints, const Cancel& cancel)
{
    const c10::InferenceMode inference;
    useOwnThreads();
    try {
        const OverlayCover cover(picture, hints.overlay);
        Segmentation result = detectVisible(cover.picture(), hints.groundSampleDistanceMetres, cancel);
        if (!result.classes.empty())
            cover.fillMask(result);
        return result;
    } catch (const Error&) {
        throw;
    } catch (const std::exception& error) {
        throw Error(DetectorText::tr("The model \"%1\" fails on a picture of %2 x %3 pixels: %4.")
                        .arg(m_card.path, QString::number(picture.cols), QString::number(picture.rows),
                             usefulLine(error)));
    }
}

Segmentation TorchDetector::detectVisible(const cv::Mat& picture, double groundSampleDistanceMetres,
                                          const Cancel& cancel)
{
    const std::vector<double> scales = scalesFor(m_card, groundSampleDistanceMetres, picture.size());
    if (scales.size() == 1)
        return look(picture, scales.front(), cancel);
    // Compared as large as the network sees it at most: more would be the same numbers, enlarged.
    cv::Mat largest = picture;
    if (scales.front() < 1)
        cv::resize(picture, largest, scaledSize(picture.size(), scales.front()), 0, 0, cv::INTER_AREA);
    Segmentation surest;
    for (const double scale : scales) {
        const Segmentation seen = look(largest, scale / scales.front(), cancel);
        if (seen.classes.empty() || cancel.requested())
            return {};
        surest = surest.classes.empty() ? seen : surerOf(surest, seen);
    }
    return enlarged(surest, picture.size());
}

Segmentation TorchDetector::look(const cv::Mat& picture, double scale, const Cancel& cancel)
{
    if (!inTiles(scaledSize(picture.size(), scale)))
        return lookAtWhole(picture, scale);
    return detectInTiles(picture, planTiles(picture.size(), m_card, m_settings.tileSide, scale), m_card,
                         *m_network, cancel);
}

Segmentation TorchDetector::lookAtWhole(const cv::Mat& picture, double scale)
{
    const InputGeometry geometry = inputGeometryFor(picture.size(), m_card, scale);
    at::Tensor& input = inputOf(geometry.input);
    fillInput(picture, m_card, geometry, static_cast<float*>(input.data_ptr()));
    return decodeOutput(m_network->run(input).front(), m_card, geometry, picture.size());
}

at::Tensor& TorchDetector::inputOf(cv::Size size)
{
    constexpr std::size_t mostSizes = 3;
    const std::pair<int, int> key(size.height, size.width);
    if (m_inputs.size() >= mostSizes && m_inputs.count(key) == 0)
        m_inputs.clear();
    at::Tensor& input = m_inputs[key];
    if (!input.defined())
        input = at::empty({1, 3, size.height, size.width}, at::kFloat);
    return input;
}

double TorchDetector::cpuSeconds()
{
    // Each of LibTorch's threads gets one piece and reads its own clock.
    std::mutex mutex;
    double sum = 0;
    at::parallel_for(0, m_threads, 1, [&](std::int64_t, std::int64_t) {
        const double seconds = threadCpuSeconds();
        const std::lock_guard<std::mutex> lock(mutex);
        sum += seconds;
    });
    return sum;
}

}  // namespace sheen
