// How long it takes to place a flight again with other settings of its track.
//   placing_bench [FRAMES]

#include <QTemporaryDir>
#include <chrono>
#include <cmath>
#include <cstdio>
#include <cstdlib>
#include <functional>

#include "overlay_flight.h"
#include "placing/placement.h"
#include "placing/placing_again.h"
#include "placing/slicks_again.h"
#include "run/run.h"
#include "track/track.h"
#include "workspace/workspace.h"

using namespace sheen;
using namespace sheen::test;

namespace {

double millisecondsOf(const std::function<void()>& work)
{
    const auto start = std::chrono::steady_clock::now();
    work();
    return std::chrono::duration<double, std::milli>(std::chrono::steady_clock::now() - start).count();
}

/** A round slick every 100 m along the flight, so that each frame shows about three, outlined with 40 points.
 */
void addOil(std::vector<FrameRecord>& frames)
{
    constexpr double apartMetres = 100;
    for (FrameRecord& frame : frames) {
        const CameraModel camera(*frame.telemetry.pose, frame.pictureSize);
        const double middle = frame.frame * OverlayFlight::metresPerFrame + OverlayFlight::groundRangeMetres;
        for (double north = std::ceil((middle - 130) / apartMetres) * apartMetres; north < middle + 130;
             north += apartMetres) {
            Detection detection;
            detection.frame = frame.frame;
            detection.classValue = 1;
            detection.confidence = 0.8;
            detection.outline.emplace_back();
            for (int i = 0; i < 40; ++i) {
                const double angle = i * 2 * CV_PI / 40;
                if (const auto pixel =
                        camera.toPixel(OverlayFlight::at(north + 40 * std::cos(angle), 60 * std::sin(angle))))
                    detection.outline.front().push_back(*pixel);
            }
            frame.detections.push_back(detection);
        }
    }
}

}  // namespace

int main(int argc, char** argv)
{
    const int count = argc > 1 ? std::atoi(argv[1]) : 10000;
    std::setvbuf(stdout, nullptr, _IOLBF, 0);
    std::vector<FrameRecord> frames = OverlayFlight::frames(count);
    TrackSettings settings;
    const Cancel cancel;
    placeAgain(frames, settings, cancel);
    addOil(frames);
    placeAgain(frames, settings, cancel);
    std::size_t outlines = 0;
    for (const FrameRecord& frame : frames)
        outlines += frame.detections.size();
    const RunFacts facts = factsAgain(OverlayFlight::facts(), frames, settings);
    std::vector<Slick> slicks = mergeSlicks(frames, facts.model, mergeSettingsOf(facts));
    const QTemporaryDir folder;
    const auto workspace = Workspace::create(folder.filePath(QStringLiteral("sheen.gpkg")), facts);
    workspace->append(frames, std::vector<QByteArray>(frames.size(), QByteArray(8000, 'x')));
    workspace->finish(facts, frames, slicks);
    settings.sensorWidthMillimetres[QStringLiteral("EOW")] = 10;
    std::printf("%d frames, %zu outlines of 40 points, %zu slicks\n", count, outlines, slicks.size());

    std::vector<FrameRecord> again;
    std::printf("a copy of the frames:  %7.1f ms\n", millisecondsOf([&] { again = frames; }));
    std::vector<TelemetryRecord> telemetry;
    std::printf("track, smoothed:       %7.1f ms\n", millisecondsOf([&] {
                    Track track(settings);
                    for (const FrameRecord& frame : frames)
                        track.add(frame.telemetry.reading);
                    telemetry = track.finish();
                }));
    for (int i = 0; i < 3; ++i)
        std::printf("frames placed again:   %7.1f ms\n",
                    millisecondsOf([&] { placeFrames(again, telemetry, &cancel); }));
    std::vector<Slick> merged;
    std::printf("slicks merged again:   %7.1f ms\n",
                millisecondsOf([&] { merged = mergeSlicks(again, facts.model, mergeSettingsOf(facts)); }));
    for (std::size_t i = 0; i < slicks.size(); i += 2)
        slicks[i].decision = Decision::Accepted;
    std::printf("slicks carried along:  %7.1f ms\n", millisecondsOf([&] {
                    const SlickCarrier carrier(frames, again);
                    slicks = slicksAgain(carrier.carried(slicks), {}, {}, merged, 25).slicks;
                }));
    std::printf("all of it stored:      %7.1f ms\n", millisecondsOf([&] {
                    workspace->replaceAll(factsAgain(facts, again, settings), again, slicks, {}, Edit());
                }));
    std::printf("%zu slicks\n", slicks.size());
    return 0;
}
