#pragma once

#include <functional>
#include <memory>
#include <opencv2/core.hpp>
#include <optional>
#include <vector>

#include "base/cancel.h"
#include "data/frame_record.h"
#include "data/run_facts.h"
#include "data/segmentation.h"
#include "data/slick.h"
#include "detect/detector.h"
#include "flight/flight.h"
#include "overlay/overlay_layout.h"
#include "run/stage_times.h"
#include "settings/run_settings.h"

namespace sheen {

class FlightOverlay;

/** A frame as it leaves the pipeline: placed with what is known so far. */
struct FrameResult
{
    FrameRecord record;
    QByteArray maskPng;         //!< of segmentation.classes; empty with them
    cv::Mat picture;            //!< BGR; empty where it could not be decoded
    Segmentation segmentation;  //!< empty with the picture
};

struct RunProgress
{
    int framesDone = 0;
    int framesExpected = 0;  //!< 0 where not known
    double framesPerSecond = 0;
    double secondsLeft = -1;  //!< negative where not known
};

/** Everything that a run leaves behind: placed with the whole track, merged. */
struct RunResult
{
    RunFacts facts;
    std::vector<FrameRecord> frames;
    std::vector<Slick> slicks;
    RunTimes times;
    /** Made of what the pictures show, where no layout that is known fits; see FlightOverlay::proposal(). */
    std::optional<OverlayLayout> proposedOverlay;
};

/** A part of a run, counted among the frames that are selected, from 0. */
struct RunPart
{
    int first = 0;
    int end = 0;  //!< exclusive
};

/**
 * How frames run through the stages: decode, then detection beside telemetry, then place and outline,
 * overlapping frame by frame on oneTBB, in order at the end, with a bounded number of frames under way.
 */
class Run
{
public:
    /** Called in frame order, never twice at once, from a thread of the pipeline. Must return soon. */
    using FrameListener = std::function<void(FrameResult&&, const RunProgress&)>;

    /** The detector is borrowed and outlives the run. */
    Run(const Flight& flight, Detector& detector, const RunSettings& settings);
    ~Run();

    /** What is known before anything has run, as facts of a run that is not whole: a workspace is begun with
     * it. */
    RunFacts facts() const;

    /** The overlay of this flight with these settings, borrowed: whoever has looked for it already, as while
     * the model was being loaded, need not wait for it once more. */
    void take(FlightOverlay& overlay);

    /**
     * Goes on, when it is executed, from where a run of the same flight with the same model and settings was
     * broken off. The telemetry of the frames that were done is read once more, because what is read later
     * rests on it; what was detected in them is kept, and the listener does not get them. `done`: in order.
     */
    void resume(std::vector<FrameRecord> done);

    /**
     * Does a part alone when it is executed, and of the frames of that part what a run in one go does: the
     * telemetry is read from the first frame on, because what is read later rests on it, and the neighbours
     * of the part are detected too. The listener gets the part's frames; they are placed as it is known live,
     * nothing is merged, and the facts say that the run was broken off. See joinParts().
     */
    void restrictTo(RunPart part);

    /**
     * Runs until the end of the flight or until cancelled; what was done is placed and merged either way.
     * Throws Error where nothing could be done at all (telemetry file unreadable, unknown layout or CRS).
     * A flight without telemetry is no error: its frames have no place, and an issue says so.
     */
    RunResult execute(const FrameListener& listener, const Cancel& cancel);

private:
    class Private;
    std::unique_ptr<Private> d;
};

}  // namespace sheen
