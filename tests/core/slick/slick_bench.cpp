// How long stage 4 takes, as a table. Run it on an idle machine.

#include <tbb/parallel_for.h>

#include <chrono>
#include <cstdio>
#include <ctime>
#include <functional>
#include <opencv2/imgproc.hpp>

#include "camera/footprint.h"
#include "raster/orthoimage.h"
#include "slick/merge.h"
#include "slick/outlines.h"

using namespace sheen;

namespace {

/** Wall and processor time of the quickest of some runs, milliseconds. */
struct Times
{
    double wall = 1e9;
    double processor = 1e9;
};

Times milliseconds(int runs, const std::function<void()>& work)
{
    Times best;
    for (int i = 0; i < runs; ++i) {
        const auto start = std::chrono::steady_clock::now();
        const std::clock_t processor = std::clock();
        work();
        best.processor =
            std::min(best.processor, 1000.0 * static_cast<double>(std::clock() - processor) / CLOCKS_PER_SEC);
        best.wall = std::min(
            best.wall,
            std::chrono::duration<double, std::milli>(std::chrono::steady_clock::now() - start).count());
    }
    return best;
}

ModelCard card()
{
    ModelCard card;
    for (int i = 0; i <= 5; ++i)
        card.classes.push_back({i, QStringLiteral("class"), {}, i, i > 0});
    return card;
}

/** Smooth patches of five classes, and specks of noise on them. */
Segmentation patches(cv::Size size, double noise)
{
    cv::theRNG().state = 3;
    cv::Mat field(size.height / 40, size.width / 40, CV_32FC1);
    cv::randu(field, -9, 6);
    cv::resize(field, field, size, 0, 0, cv::INTER_CUBIC);
    Segmentation segmentation;
    cv::Mat(cv::max(field, 0)).convertTo(segmentation.classes, CV_8UC1);
    segmentation.classes = cv::min(segmentation.classes, 5);
    cv::Mat random(size, CV_32FC1), specks(size, CV_8UC1);
    cv::randu(random, 0, 1);
    cv::randu(specks, 0, 6);
    specks.copyTo(segmentation.classes, random < noise);
    segmentation.confidence = cv::Mat(size, CV_8UC1, cv::Scalar(200));
    return segmentation;
}

CameraModel cameraAt(int i)
{
    CameraPose pose;
    pose.latitudeDegrees = 34.6 + i * 1e-5;
    pose.longitudeDegrees = 128.2 + (i % 1000) * 2e-5;
    pose.heightMetres = 900;
    pose.bearingDegrees = i * 0.1;
    pose.depressionDegrees = 60;
    pose.horizontalFovDegrees = 40;
    return CameraModel(pose, cv::Size(1280, 720));
}

}  // namespace

int main()
{
    cv::setNumThreads(2);
    std::setvbuf(stdout, nullptr, _IOLBF, 0);
    const ModelCard model = card();
    for (const double noise : {0.0, 0.02, 0.3}) {
        const Segmentation segmentation = patches({1280, 720}, noise);
        std::size_t regions = 0;
        std::size_t points = 0;
        const Times time = milliseconds(7, [&] {
            const auto detections = findOutlines(segmentation, model, 0);
            regions = detections.size();
            points = 0;
            for (const Detection& detection : detections) {
                for (const PixelRing& ring : detection.outline)
                    points += ring.size();
            }
        });
        std::printf(
            "outlines, 1280 x 720, %2.0f %% noise: %6.2f ms (processor %.2f), %zu regions, %zu points\n",
            noise * 100, time.wall, time.processor, regions, points);
    }

    Segmentation typical;
    typical.classes = cv::Mat::zeros(720, 1280, CV_8UC1);
    typical.confidence = cv::Mat(typical.classes.size(), CV_8UC1, cv::Scalar(200));
    cv::ellipse(typical.classes, {500, 300}, {200, 60}, 20, 0, 360, 1, cv::FILLED);
    cv::ellipse(typical.classes, {500, 300}, {90, 20}, 20, 0, 360, 3, cv::FILLED);
    cv::ellipse(typical.classes, {900, 500}, {40, 30}, 70, 0, 360, 2, cv::FILLED);
    const std::vector<Detection> outlines = findOutlines(typical, model, 0);
    std::size_t points = 0;
    for (const Detection& detection : outlines) {
        for (const PixelRing& ring : detection.outline)
            points += ring.size();
    }
    std::vector<FrameRecord> frames(10000);
    const auto place = [&] {
        tbb::parallel_for(0, 10000, [&](int i) {
            FrameRecord& frame = frames[static_cast<std::size_t>(i)];
            const CameraModel camera = cameraAt(i);
            const Footprint footprint = footprintOf(camera);
            frame.frame = i;
            frame.pictureSize = camera.pictureSize();
            frame.telemetry.pose = camera.pose();
            frame.footprint = footprint.outline;
            frame.groundSampleDistanceMetres = footprint.groundSampleDistanceMetres;
            frame.detections = outlines;
            for (Detection& detection : frame.detections)
                placeDetection(detection, [&](cv::Point2d pixel) { return camera.toGround(pixel); });
        });
    };
    const Times placing = milliseconds(3, place);
    std::printf("10,000 frames of %zu outlines, %zu points each, placed: %.0f ms (processor %.0f)\n",
                outlines.size(), points, placing.wall, placing.processor);

    MergeSettings settings;
    settings.epsg = 32652;
    std::size_t slicks = 0;
    const Times merging = milliseconds(1, [&] { slicks = mergeSlicks(frames, model, settings).size(); });
    std::printf("merged: %.0f ms (processor %.0f), %zu slicks\n", merging.wall, merging.processor, slicks);
    return 0;
}
