#include "sample_frames.h"

#include <algorithm>
#include <cmath>

namespace sheen {

std::vector<Frame> sampleFrames(const Flight& flight, const FrameSelection& selection, int count,
                                const Cancel& cancel)
{
    const FlightInfo& info = flight.info();
    const double rate =
        info.framesPerSecond > 0 ? info.framesPerSecond : 1 / std::max(1e-3, selection.folderIntervalSeconds);
    // Where the length is not known, the first seconds are looked at.
    int frames = info.frameCount;
    if (frames <= 0)
        frames = int(std::lround(std::max(info.durationSeconds, 2.0) * rate));
    const int first = std::clamp(selection.firstFrame, 0, std::max(0, frames - 1));
    const int end = std::clamp(selection.endFrame, first + 1, std::max(first + 1, frames));

    std::vector<Frame> result;
    int last = -1;
    for (int i = 0; i < count && !cancel.requested(); ++i) {
        const int index = first + int((i + 0.5) * (end - first) / count);
        if (index == last)
            continue;
        last = index;
        Frame frame = flight.frameAt(index, index / rate);
        if (!frame.picture.empty())
            result.push_back(std::move(frame));
    }
    return result;
}

}  // namespace sheen
