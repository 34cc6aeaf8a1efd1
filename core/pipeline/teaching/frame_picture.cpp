#include "frame_picture.h"

#include "flight/flight.h"

namespace sheen {

std::optional<Frame> frameOf(const Flight& flight, int number)
{
    FrameSelection selection;
    selection.stride = 1;
    selection.firstFrame = number;
    selection.endFrame = number + 1;
    return flight.frames(selection)->next();
}

}  // namespace sheen
