#include "frame_selector.h"

#include <algorithm>
#include <cmath>

namespace sheen {

FrameSelector::FrameSelector(const FrameSelection& selection, double toleranceSeconds)
    : m_selection(selection), m_toleranceSeconds(toleranceSeconds)
{}

bool FrameSelector::wants(int index, double timeSeconds)
{
    bool due = true;
    if (m_selection.stride) {
        const int stride = std::max(1, *m_selection.stride);
        due = index >= m_selection.firstFrame && (index - m_selection.firstFrame) % stride == 0;
    } else if (m_selection.everySeconds && *m_selection.everySeconds > 0) {
        // The multiples count from the recording's start, so that a part of a flight takes the frames that
        // the whole takes.
        const double position = (timeSeconds + m_toleranceSeconds) / *m_selection.everySeconds;
        due = position >= m_nextMultiple;
        if (due)
            m_nextMultiple = std::floor(position) + 1;
    }
    return due && index >= m_selection.firstFrame && index < m_selection.endFrame;
}

int expectedSelection(const FrameSelection& selection, int frameCount, double framesPerSecond)
{
    const int first = std::max(0, selection.firstFrame);
    const int last = std::min(frameCount, selection.endFrame) - 1;
    if (last < first)
        return 0;
    const int frames = last - first + 1;
    if (selection.stride) {
        const int stride = std::max(1, *selection.stride);
        return (frames + stride - 1) / stride;
    }
    if (!selection.everySeconds || *selection.everySeconds <= 0 || framesPerSecond <= 0)
        return frames;
    const double step = *selection.everySeconds * framesPerSecond;  // in frames
    if (step <= 1)
        return frames;
    // Multiple k takes frame ceil(k step).
    const double slack = 1e-6;
    const double before = first == 0 ? -1 : std::floor((first - 1) / step + slack);
    return static_cast<int>(std::floor(last / step + slack) - before);
}

}  // namespace sheen
