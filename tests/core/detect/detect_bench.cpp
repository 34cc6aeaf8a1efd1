// How long detection takes on the CPU, for pictures of three sizes; or, for one size, where a frame's time
// goes and, of a TorchScript model, what LibTorch offers to make it less. detect_bench [MODEL [THREADS
// [WIDTHxHEIGHT]]]

#include <ATen/ATen.h>
#include <ATen/Parallel.h>
#include <ATen/autocast_mode.h>
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

#include "detect/detector.h"
#include "detect/model_file.h"
#include "detect/picture_scale.h"
#include "model_output.h"
#include "network.h"
#include "network_file.h"
#include "overlay_cover.h"
#include "picture_input.h"

using namespace sheen;

namespace {

constexpr int repeats = 15;

const std::vector<OverlayMark> overlay = {{QRectF(0.04, 0.92, 0.3, 0.05), false},
                                          {QRectF(0.42, 0.36, 0.16, 0.28), false}};

struct Candidate
{
    const char* name;
    std::function<void()> call;
    int pictures = 1;                       //!< that a call looks at
    std::vector<double> milliseconds = {};  //!< of a picture
};

double middleOf(Candidate& candidate)
{
    std::sort(candidate.milliseconds.begin(), candidate.milliseconds.end());
    return candidate.milliseconds[candidate.milliseconds.size() / 2];
}

/** Each in turn, so that they share what else the machine is at; after two rounds that do not count. */
void measure(std::vector<Candidate>& candidates)
{
    for (int i = -2; i < repeats; ++i) {
        for (Candidate& candidate : candidates) {
            const auto begun = std::chrono::steady_clock::now();
            candidate.call();
            const std::chrono::duration<double, std::milli> spent = std::chrono::steady_clock::now() - begun;
            if (i >= 0)
                candidate.milliseconds.push_back(spent.count() / candidate.pictures);
        }
    }
    for (Candidate& candidate : candidates) {
        const double middle = middleOf(candidate);
        std::printf("%-52s %8.1f %8.1f\n", candidate.name, candidate.milliseconds.front(), middle);
    }
    std::fflush(stdout);
}

void printHeading(const char* what)
{
    std::printf("%-52s %8s %8s\n", what, "least ms", "middle");
}

/** A network may take another way for pictures without colours. */
cv::Mat sea(cv::Size size, bool grey)
{
    cv::Mat picture(size, CV_8UC3);
    cv::theRNG().state = 3;
    cv::randn(picture, cv::Scalar(110, 100, 90), cv::Scalar::all(20));
    cv::GaussianBlur(picture, picture, {0, 0}, 2);
    if (grey) {
        cv::Mat plane;
        cv::extractChannel(picture, plane, 0);
        cv::merge(std::vector<cv::Mat>(3, plane), picture);
    }
    return picture;
}

/** While it lives, convolutions are computed in bfloat16. */
class HalfAsLong
{
public:
    HalfAsLong() { enable(true); }
    ~HalfAsLong() { enable(false); }

private:
    static void enable(bool on)
    {
        at::autocast::set_autocast_cpu_dtype(at::kBFloat16);
        at::autocast::set_cpu_enabled(on);
        if (!on)
            at::autocast::clear_cache();
    }
};

void compareNetworks(ModelFile& file, const at::Tensor& input)
{
    const c10::InferenceMode inference;
    const auto forward = [](torch::jit::Module& network, const at::Tensor& numbers) {
        firstTensor(network.forward({numbers}));
    };
    const at::Tensor two = at::cat({input, input});
    const int threads = at::get_num_threads();
    const at::Tensor last = input.contiguous(at::MemoryFormat::ChannelsLast);
    torch::jit::Module plain = readNetwork(file);
    torch::jit::Module frozen = torch::jit::freeze(readNetwork(file));
    torch::jit::Module copy = frozen.clone();
    torch::jit::Module optimised = torch::jit::optimize_for_inference(copy);
    std::vector<Candidate> candidates = {
        {"forward, as loaded", [&] { forward(plain, input); }},
        {"forward, frozen", [&] { forward(frozen, input); }},
        {"forward, frozen, channels last", [&] { forward(frozen, last); }},
        {"forward, optimised for inference", [&] { forward(optimised, input); }},
        {"forward, optimised, channels last", [&] { forward(optimised, last); }},
        {"forward, frozen, in bfloat16",
         [&] {
             const HalfAsLong inBfloat16;
             forward(frozen, input);
         }},
        {"forward, frozen, two pictures at once", [&] { forward(frozen, two); }, 2},
        {"forward, frozen, one thread", [&] {
             at::set_num_threads(1);
             forward(frozen, input);
             at::set_num_threads(threads);
         }}};
    measure(candidates);
}

/** Where the time of a frame goes, and how much of it is the network that the detector uses. */
void compareSteps(ModelFile& file, Detector& detector, const cv::Mat& picture, const at::Tensor& input)
{
    const c10::InferenceMode inference;
    const cv::Size size = picture.size();
    const InputGeometry geometry =
        inputGeometryFor(size, detector.card(), scaleForSize(detector.card(), size));
    PictureHints hints;
    hints.overlay = overlay;
    const std::unique_ptr<Network> network = Network::read(file, c10::Device(c10::kCPU));
    const at::Tensor answer = network->forward(input);
    std::vector<Candidate> candidates = {
        {"filling the input",
         [&] { fillInput(picture, detector.card(), geometry, static_cast<float*>(input.data_ptr())); }},
        {"deciding", [&] { decodeOutput(answer, detector.card(), geometry, size); }},
        {"overlay, before and after",
         [&] {
             Segmentation mask{cv::Mat::zeros(size, CV_8UC1), cv::Mat::zeros(size, CV_8UC1)};
             OverlayCover(picture, hints.overlay).fillMask(mask);
         }},
        {"bare forward pass", [&] { network->forward(input); }},
        {"detect(), all steps, with an overlay", [&] { detector.detect(picture, hints); }}};
    measure(candidates);
    std::printf("all steps / bare forward pass: %.3f\n", middleOf(candidates[4]) / middleOf(candidates[3]));
}

/** What a frame may take on two cores (milliseconds), and takes: with an overlay, without a place. */
void measureSizes(Detector& detector)
{
    PictureHints hints;
    hints.overlay = overlay;
    const cv::Mat hd = sea({1280, 720}, false);
    const cv::Mat uhd = sea({3840, 2160}, false);
    const cv::Mat photo = sea({4000, 3000}, false);
    std::vector<Candidate> candidates = {
        {"1280 x 720, all steps (at most 90 ms)", [&] { detector.detect(hd, hints); }},
        {"3840 x 2160, all steps (at most 400 ms)", [&] { detector.detect(uhd, hints); }},
        {"4000 x 3000, all steps (at most 800 ms)", [&] { detector.detect(photo, hints); }}};
    printHeading("in colour");
    measure(candidates);
}

/** Where the time of a frame of one size goes. */
void measureParts(const QString& path, Detector& detector, cv::Size size)
{
    ModelFile file(path);
    const InputGeometry geometry =
        inputGeometryFor(size, detector.card(), scaleForSize(detector.card(), size));
    const at::Tensor input = at::empty({1, 3, geometry.input.height, geometry.input.width}, at::kFloat);
    for (const bool grey : {false, true}) {
        printHeading(grey ? "without colours" : "in colour");
        const cv::Mat picture = sea(size, grey);
        fillInput(picture, detector.card(), geometry, static_cast<float*>(input.data_ptr()));
        compareSteps(file, detector, picture, input);
        if (file.format() == ModelFormat::TorchScript)
            compareNetworks(file, input);
    }
}

}  // namespace

int main(int argc, char** argv)
{
    const QCoreApplication application(argc, argv);
    const QStringList arguments = QCoreApplication::arguments();
    const QString path = arguments.value(1, Detector::defaultModelPath());
    const int threads = arguments.value(2, QString::number(std::thread::hardware_concurrency())).toInt();
    const QStringList sides = arguments.value(3).split(QLatin1Char('x'));
    at::set_num_threads(threads);
    cv::setNumThreads(std::min(threads, 4));
    torch::jit::setTensorExprFuserEnabled(false);

    DetectorSettings settings;
    settings.device = QStringLiteral("cpu");
    settings.threads = threads;
    const auto begun = std::chrono::steady_clock::now();
    const std::unique_ptr<Detector> detector = Detector::load(path, settings);
    const std::chrono::duration<double, std::milli> loading = std::chrono::steady_clock::now() - begun;
    std::printf("%s, %d threads, loaded in %.0f ms\n", qPrintable(path), threads, loading.count());
    if (sides.size() == 2)
        measureParts(path, *detector, {sides[0].toInt(), sides[1].toInt()});
    else
        measureSizes(*detector);
    return 0;
}
