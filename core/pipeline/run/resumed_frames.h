#pragma once

#include <QString>
#include <cstddef>
#include <utility>
#include <vector>

#include "data/frame.h"
#include "data/frame_record.h"

namespace sheen {

/** The frames that an earlier run did, as a run that goes on comes past them again. Used by one thread. */
class ResumedFrames
{
public:
    void set(std::vector<FrameRecord> done) { m_done = std::move(done); }

    /**
     * What the earlier run made of the next frame; nullptr where it did not come so far. `flightPath` is for
     * the sentence. Throws Error(Unreadable) where the frames of the recording are others.
     */
    const FrameRecord* next(const Frame& frame, const QString& flightPath);

    /** Whether it is one of the last, the neighbours of those that are not done. Safe from many threads. */
    bool isNeighbour(const FrameRecord& done) const;

private:
    std::vector<FrameRecord> m_done;
    std::size_t m_next = 0;
};

}  // namespace sheen
