// Where a frame's time goes on the CPU, and what LibTorch offers to make it less.
// detect_bench [MODEL [THREADS [WIDTHxHEIGHT]]]

#include <ATen/ATen.h>
#include <ATen/Parallel.h>
#include <c10/core/InferenceMode.h>
#include <torch/csrc/jit/api/module.h>
#include <torch/csrc/jit/passes/tensorexpr_fuser.h>

#include <QCoreApplication>
#include <QString>
#include <QStringList>
#include <algorithm>
#include <chrono>
#include <cstdio>
#include <functional>
#include <opencv2/imgproc.hpp>
#include <string>
#include <thread>
#include <vector>

#include "core/detect/detector.h"
#include "core/detect/model_output.h"
#include "core/detect/network_file.h"
#include "core/detect/overlay_cover.h"
#include "core/detect/picture_input.h"

using namespace sheen;

namespace {

constexpr int repeats = 15;

/** Milliseconds: the least and the middle of some calls, after two that do not count. */
std::pair<double, double> measure(const std::function<void()>& call)
{
    std::vector<double> milliseconds;
    for (int i = -2; i < repeats; ++i) {
        const auto begun = std::chrono::steady_clock::now();
        call();
        const std::chrono::duration<double, std::milli> spent = std::chrono::steady_clock::now() - begun;
        if (i >= 0)
            milliseconds.push_back(spent.count());
    }
    std::sort(milliseconds.begin(), milliseconds.end());
    return {milliseconds.front(), milliseconds[repeats / 2]};
}

double line(const char* what, const std::function<void()>& call)
{
    try {
        const auto [least, middle] = measure(call);
        std::printf("%-52s %8.1f %8.1f\n", what, least, middle);
        std::fflush(stdout);
        return middle;
    } catch (const std::exception& error) {
        std::printf("%-52s fails: %.60s\n", what, error.what());
        return 0;
    }
}

cv::Mat sea(cv::Size size)
{
    cv::Mat picture(size, CV_8UC3);
    cv::theRNG().state = 3;
    cv::randn(picture, cv::Scalar(110, 100, 90), cv::Scalar::all(20));
    cv::GaussianBlur(picture, picture, {0, 0}, 2);
    return picture;
}

void compareNetworks(const QString& path, const at::Tensor& input)
{
    const c10::InferenceMode inference;
    const auto forward = [](torch::jit::Module& network, const at::Tensor& numbers) {
        return firstTensor(network.forward({numbers}));
    };
    const at::Tensor last = input.contiguous(at::MemoryFormat::ChannelsLast);
    torch::jit::Module plain = readNetwork(path);
    line("forward, as loaded", [&] { forward(plain, input); });
    torch::jit::Module frozen = torch::jit::freeze(readNetwork(path));
    line("forward, frozen", [&] { forward(frozen, input); });
    line("forward, frozen, channels last", [&] { forward(frozen, last); });
    torch::jit::Module copy = frozen.clone();
    torch::jit::Module optimised = torch::jit::optimize_for_inference(copy);
    line("forward, optimised for inference", [&] { forward(optimised, input); });
    line("forward, optimised, channels last", [&] { forward(optimised, last); });
    torch::jit::Module half = readNetwork(path);
    half.to(at::kBFloat16);
    half = torch::jit::freeze(half);
    const at::Tensor halfInput = input.to(at::kBFloat16);
    line("forward, frozen, bfloat16", [&] { forward(half, halfInput); });
    const at::Tensor halfLast = halfInput.contiguous(at::MemoryFormat::ChannelsLast);
    line("forward, frozen, bfloat16, channels last", [&] { forward(half, halfLast); });
}

}  // namespace

int main(int argc, char** argv)
{
    const QCoreApplication application(argc, argv);
    const QStringList arguments = QCoreApplication::arguments();
    const QString path = arguments.value(1, Detector::defaultModelPath());
    const int threads = arguments.value(2, QString::number(std::thread::hardware_concurrency())).toInt();
    const QStringList sides = arguments.value(3, QStringLiteral("1280x720")).split(QLatin1Char('x'));
    const cv::Size size(sides.value(0).toInt(), sides.value(1).toInt());
    at::set_num_threads(threads);
    cv::setNumThreads(std::min(threads, 4));
    torch::jit::setTensorExprFuserEnabled(false);
    std::printf("%s, %d x %d, %d threads\n%-52s %8s %8s\n", qPrintable(path), size.width, size.height,
                threads, "", "least ms", "middle");

    const ModelCard card = readModelCard(path);
    const InputGeometry geometry = inputGeometryFor(size, card);
    const at::Tensor input = at::empty({1, 3, geometry.input.height, geometry.input.width}, at::kFloat);
    const cv::Mat picture = sea(size);
    fillInput(picture, card, geometry, static_cast<float*>(input.data_ptr()));
    compareNetworks(path, input);

    const c10::InferenceMode inference;
    DetectorSettings settings;
    settings.device = QStringLiteral("cpu");
    settings.threads = threads;
    settings.expectedPicture = size;
    const std::unique_ptr<Detector> detector = Detector::load(path, settings);
    PictureHints hints;
    hints.overlay = {{QRectF(0.04, 0.92, 0.3, 0.05), false}, {QRectF(0.42, 0.36, 0.16, 0.28), false}};
    torch::jit::Module network = torch::jit::freeze(readNetwork(path));
    network = torch::jit::optimize_for_inference(network);
    const at::Tensor answer = firstTensor(network.forward({input}));
    line("filling the input",
         [&] { fillInput(picture, card, geometry, static_cast<float*>(input.data_ptr())); });
    line("deciding", [&] { decodeOutput(answer, card, geometry, size); });
    line("overlay, before and after", [&] {
        Segmentation mask{cv::Mat::zeros(size, CV_8UC1), cv::Mat::zeros(size, CV_8UC1)};
        OverlayCover(picture, hints.overlay).fillMask(mask);
    });
    const double bare = line("bare forward pass", [&] { network.forward({input}); });
    const double all =
        line("detect(), all steps, with an overlay", [&] { detector->detect(picture, hints); });
    std::printf("all steps / bare forward pass: %.3f\n", all / bare);
    return 0;
}
