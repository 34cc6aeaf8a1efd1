#pragma once

#include <memory>
#include <mutex>
#include <vector>

#include "run/run.h"
#include "ui/session/shown_frame.h"

namespace sheen {

class Workspace;

/** Frames on their way to the window, which fetches them when it has time. Safe from any thread. */
class FrameMailbox
{
public:
    struct Delivery
    {
        std::vector<ShownFrame> frames;
        RunProgress progress;
        std::shared_ptr<Workspace> workspace;  //!< that has them; nullptr before the first
    };

    /** Only the newest picture is kept: a window that is slow misses pictures, never records. */
    void put(Delivery&& delivery);
    /** Takes what has come since; the workspace stays. */
    Delivery take();

private:
    std::mutex m_mutex;
    Delivery m_waiting;
};

}  // namespace sheen
