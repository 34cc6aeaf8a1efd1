#pragma once

#include <opencv2/core.hpp>
#include <optional>
#include <vector>

#include "data/frame.h"
#include "data/picture_motion.h"
#include "data/run_facts.h"
#include "data/telemetry.h"

namespace sheen {

/**
 * Picks some pairs of frames of a flight as its pictures pass by, and finds in them the same points of the
 * ground. Keeps the reduced picture of one frame at a time, until its partner comes. Frames in order; one
 * thread at a time.
 */
class MotionWatch
{
public:
    /** Spreads its pairs over so many frames; 0 or less where their number is not known. */
    void expect(int frames);

    /** `record`: the frame's telemetry as known so far: its pose says after how long a way the partner comes.
     */
    void look(const Frame& frame, const TelemetryRecord& record, const std::vector<OverlayMark>& marks);

    std::vector<PictureMotion> take() { return std::move(m_motions); }

private:
    struct Held
    {
        int frame = 0;
        double timeSeconds = 0;
        double wantedSeconds = 0;
        cv::Mat1b picture;
        cv::Size size;  //!< of the whole picture
    };

    void hold(const Frame& frame, const TelemetryRecord& record);
    void match(const Frame& frame, const std::vector<OverlayMark>& marks);

    int m_framesApart = 4;
    int m_number = 0;
    int m_nextNumber = 0;  //!< of the frame that is held next
    std::optional<Held> m_held;
    std::vector<PictureMotion> m_motions;
};

}  // namespace sheen
