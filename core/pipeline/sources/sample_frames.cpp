#include "sample_frames.h"

#include <algorithm>
#include <cmath>
#include <set>

namespace sheen {

namespace {

/** What was selected of a flight, in frames. */
struct SelectedFrames
{
    SelectedFrames(const FlightInfo& info, const FrameSelection& selection)
    {
        rate = info.framesPerSecond > 0 ? info.framesPerSecond
                                        : 1 / std::max(1e-3, selection.folderIntervalSeconds);
        // Where the length is not known, the first seconds are looked at.
        int frames = info.frameCount;
        if (frames <= 0)
            frames = int(std::lround(std::max(info.durationSeconds, 2.0) * rate));
        first = std::clamp(selection.firstFrame, 0, std::max(0, frames - 1));
        end = std::clamp(selection.endFrame, first + 1, std::max(first + 1, frames));
    }

    double rate = 1;  //!< frames a second
    int first = 0;
    int end = 1;  //!< exclusive
};

/** Those that can be decoded. */
std::vector<Frame> framesAt(const Flight& flight, const std::set<int>& indices, double rate,
                            const Cancel& cancel)
{
    std::vector<Frame> result;
    for (const int index : indices) {
        if (cancel.requested())
            break;
        Frame frame = flight.frameAt(index, index / rate);
        if (!frame.picture.empty())
            result.push_back(std::move(frame));
    }
    return result;
}

}  // namespace

std::vector<Frame> sampleFrames(const Flight& flight, const FrameSelection& selection, int count,
                                const Cancel& cancel)
{
    const SelectedFrames selected(flight.info(), selection);
    std::set<int> indices;
    for (int i = 0; i < count; ++i)
        indices.insert(selected.first + int((i + 0.5) * (selected.end - selected.first) / count));
    return framesAt(flight, indices, selected.rate, cancel);
}

std::vector<Frame> burstsOfFrames(const Flight& flight, const FrameSelection& selection, int bursts, int each,
                                  double secondsApart, const Cancel& cancel)
{
    const SelectedFrames selected(flight.info(), selection);
    const double share = double(selected.end - selected.first) / bursts;
    // Where a flight is short, the shares are what is left between them.
    const double apart = std::clamp(secondsApart * selected.rate, 1.0, std::max(1.0, share / each));
    std::set<int> indices;
    for (int burst = 0; burst < bursts; ++burst) {
        for (int i = 0; i < each; ++i)
            indices.insert(std::min(selected.end - 1, selected.first + int(burst * share + i * apart)));
    }
    return framesAt(flight, indices, selected.rate, cancel);
}

}  // namespace sheen
