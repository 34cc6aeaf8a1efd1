#pragma once

#include "flight/flight.h"

namespace sheen {

/** Says of each frame in turn whether a FrameSelection wants it. */
class FrameSelector
{
public:
    /** `toleranceSeconds`: a frame this little before a multiple counts as at it (rounded times). */
    FrameSelector(const FrameSelection& selection, double toleranceSeconds);

    /** To be asked for every frame of the flight, from the first on. */
    bool wants(int index, double timeSeconds);

    bool isPast(int index) const { return index >= m_selection.endFrame; }

private:
    FrameSelection m_selection;
    double m_toleranceSeconds;
    double m_nextMultiple = 0;
};

/** How many of `frameCount` frames at this rate a selection wants; 0 where the count is not known. */
int expectedSelection(const FrameSelection& selection, int frameCount, double framesPerSecond);

}  // namespace sheen
