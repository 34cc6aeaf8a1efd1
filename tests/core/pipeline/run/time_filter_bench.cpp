// What the filter over time does to flights whose truth is known: overlap with the true oil, flicker, cost.
//   time_filter_bench FLIGHT... [--model FILE] [--every SECONDS] [--seconds LIST] [--true-poses]
// Each flight is run once without the filter; the filter is then put over what was found, with each setting.

#include <gdal_priv.h>

#include <QCommandLineParser>
#include <QCoreApplication>
#include <algorithm>
#include <cstdio>
#include <ctime>
#include <numeric>
#include <optional>
#include <vector>

#include "acceptance/true_masks.h"
#include "detect/detector.h"
#include "run/run.h"
#include "run/thread_plan.h"
#include "time_filter.h"

using namespace sheen;
using acceptance::FlightTruth;

namespace {

struct Found
{
    FrameRecord record;  //!< placed as a run knows it when the frame comes
    Segmentation segmentation;
    cv::Mat1b oil;    //!< 255 or 0, of what was found, before and after the filter
    cv::Mat1b truth;  //!< likewise
    CameraModel camera;
};

cv::Mat1b oilOf(const cv::Mat& classes, const ModelCard& card)
{
    cv::Mat1b oil = cv::Mat1b::zeros(classes.size());
    for (const ModelClass& one : card.classes) {
        if (one.oil)
            oil.setTo(255, classes == one.value);
    }
    return oil;
}

std::vector<Found> runFlight(const FlightTruth& truth, Detector& detector, std::optional<double> every)
{
    RunSettings settings;
    settings.timeFilterSeconds = 0;
    if (!truth.isFolder)
        settings.selection.everySeconds = every.value_or(0.5);
    settings.selection.folderIntervalSeconds = truth.interval;
    const auto flight = Flight::open(truth.recording, truth.interval);
    const acceptance::TrueOil oil(truth);
    std::vector<Found> frames;
    const Cancel cancel;
    Run(*flight, detector, settings)
        .execute(
            [&](FrameResult&& result, const RunProgress&) {
                const auto camera = truth.cameras.find(result.record.frame);
                if (camera == truth.cameras.end() || result.segmentation.classes.empty())
                    return;
                const cv::Size size(camera->second.columns, camera->second.rows);
                frames.push_back({result.record, result.segmentation,
                                  oilOf(result.segmentation.classes, detector.card()),
                                  cv::Mat1b(oil.maskOf(camera->second) > 0),
                                  CameraModel(acceptance::poseOf(camera->second), size)});
            },
            cancel);
    return frames;
}

/** Intersection over union; 1 where there is none and none was found. */
double overlap(const cv::Mat1b& found, const cv::Mat1b& truth)
{
    const int either = cv::countNonZero(found | truth);
    return either > 0 ? double(cv::countNonZero(found & truth)) / either : 1;
}

/** Places on the sea that two frames saw, and those of them whose answer changed though the truth did not. */
struct Flicker
{
    double seen = 0;
    double changed = 0;
};

void addFlicker(const Found& first, const Found& second, Flicker& flicker)
{
    constexpr int step = 4;  // pixels
    for (int y = step / 2; y < first.oil.rows; y += step) {
        for (int x = step / 2; x < first.oil.cols; x += step) {
            const auto ground = first.camera.toEcefPoint({x + 0.5, y + 0.5});
            const auto pixel = ground ? second.camera.pixelOfEcef(*ground) : std::nullopt;
            const cv::Point at = pixel ? cv::Point(cvFloor(pixel->x), cvFloor(pixel->y)) : cv::Point(-1, -1);
            if (!cv::Rect({0, 0}, second.oil.size()).contains(at) || first.truth(y, x) != second.truth(at))
                continue;
            flicker.seen += 1;
            flicker.changed += first.oil(y, x) != second.oil(at);
        }
    }
}

void printRow(const char* what, const std::vector<Found>& frames, double milliseconds)
{
    std::vector<double> overlaps;
    double both = 0;
    double either = 0;
    Flicker flicker;
    for (std::size_t i = 0; i < frames.size(); ++i) {
        overlaps.push_back(overlap(frames[i].oil, frames[i].truth));
        both += cv::countNonZero(frames[i].oil & frames[i].truth);
        either += cv::countNonZero(frames[i].oil | frames[i].truth);
        if (i > 0)
            addFlicker(frames[i - 1], frames[i], flicker);
    }
    const double mean = std::accumulate(overlaps.begin(), overlaps.end(), 0.0) / double(overlaps.size());
    std::sort(overlaps.begin(), overlaps.end());
    std::printf("  %-10s %8.4f %8.4f %8.4f %10.3f %8.1f\n", what, either > 0 ? both / either : 1, mean,
                overlaps[overlaps.size() / 10], 100 * flicker.changed / std::max(flicker.seen, 1.0),
                milliseconds);
    std::fflush(stdout);
}

double cpuMilliseconds()
{
    return 1000.0 * double(std::clock()) / CLOCKS_PER_SEC;
}

/** As a run does it; gives the CPU time of a frame in milliseconds. */
double applyFilter(std::vector<Found>& frames, double seconds, const ModelCard& card)
{
    std::vector<std::shared_ptr<SeenFrame>> seen;
    TimeFilter filter(seconds);
    double spent = 0;
    for (const Found& frame : frames) {
        Segmentation own{frame.segmentation.classes.clone(), frame.segmentation.confidence.clone()};
        const double begun = cpuMilliseconds();
        seen.push_back(std::make_shared<SeenFrame>(frame.record, std::move(own)));
        filter.push(seen.back());
        spent += cpuMilliseconds() - begun;
    }
    filter.finish();
    for (std::size_t i = 0; i < frames.size(); ++i)
        frames[i].oil = oilOf(seen[i]->segmentation.classes, card);
    return spent / double(frames.size());
}

}  // namespace

int main(int argc, char** argv)
{
    const QCoreApplication application(argc, argv);
    GDALAllRegister();
    QCommandLineParser parser;
    parser.addPositionalArgument(QStringLiteral("FLIGHT"), QStringLiteral("folders of rendered flights"));
    parser.addOptions(
        {{QStringLiteral("model"), QString(), QStringLiteral("FILE")},
         {QStringLiteral("every"), QString(), QStringLiteral("SECONDS")},
         {QStringLiteral("true-poses"), QString()},
         {QStringLiteral("seconds"), QString(), QStringLiteral("LIST"), QStringLiteral("0.6,1,1.5,2,3,5")}});
    parser.process(application);
    DetectorSettings settings;
    settings.threads = planThreads().detect;
    const QString model = parser.value(QStringLiteral("model"));
    const auto detector = Detector::load(model.isEmpty() ? Detector::defaultModelPath() : model, settings);
    std::optional<double> every;
    if (parser.isSet(QStringLiteral("every")))
        every = parser.value(QStringLiteral("every")).toDouble();
    for (const QString& folder : parser.positionalArguments()) {
        const FlightTruth truth = acceptance::readFlightTruth(folder);
        std::vector<Found> frames = runFlight(truth, *detector, every);
        std::printf("%s, %d frames\n  %-10s %8s %8s %8s %10s %8s\n", qPrintable(truth.name),
                    int(frames.size()), "seconds", "IoU", "mean", "10 %", "flicker %", "ms");
        if (frames.empty())
            continue;
        for (Found& frame : frames) {
            if (parser.isSet(QStringLiteral("true-poses")))
                frame.record.telemetry.pose = frame.camera.pose();
        }
        printRow("off", frames, 0);
        for (const QString& seconds : parser.value(QStringLiteral("seconds")).split(QLatin1Char(','))) {
            const double milliseconds = applyFilter(frames, seconds.toDouble(), detector->card());
            printRow(qPrintable(seconds), frames, milliseconds);
        }
    }
    return 0;
}
