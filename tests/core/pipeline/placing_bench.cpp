// How long it takes to place a flight again with other settings of its track.
//   placing_bench [FRAMES]

#include <chrono>
#include <cstdio>
#include <cstdlib>
#include <functional>

#include "core/pipeline/placing_again.h"
#include "core/pipeline/run.h"
#include "core/pipeline/slicks_again.h"
#include "core/telemetry/track.h"
#include "tests/core/pipeline/overlay_flight.h"

using namespace sheen;
using namespace sheen::test;

namespace {

double millisecondsOf(const std::function<void()>& work)
{
    const auto start = std::chrono::steady_clock::now();
    work();
    return std::chrono::duration<double, std::milli>(std::chrono::steady_clock::now() - start).count();
}

}  // namespace

int main(int argc, char** argv)
{
    const int count = argc > 1 ? std::atoi(argv[1]) : 10000;
    std::setvbuf(stdout, nullptr, _IOLBF, 0);
    std::vector<FrameRecord> frames = OverlayFlight::frames(count);
    OverlayFlight::addRings(frames, 3, 40);
    TrackSettings settings;
    const Cancel cancel;
    placeAgain(frames, settings, cancel);
    settings.sensorWidthMillimetres[QStringLiteral("EOW")] = 10;
    std::printf("%d frames with 3 outlines of 40 points each\n", count);

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
    MergeSettings merge;
    merge.epsg = 32631;
    std::vector<Slick> slicks;
    std::printf("slicks merged again:   %7.1f ms\n",
                millisecondsOf([&] { slicks = mergeSlicks(again, OverlayFlight::card(), merge); }));
    std::vector<Slick> kept;
    std::printf("slicks carried along:  %7.1f ms\n", millisecondsOf([&] {
                    const SlickCarrier carrier(frames, again);
                    kept = slicksAgain(carrier.carried(slicks), {}, slicks);
                }));
    std::printf("%zu slicks\n", kept.size());
    return 0;
}
