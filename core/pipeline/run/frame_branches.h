#pragma once

#include <future>
#include <opencv2/core.hpp>
#include <optional>
#include <vector>

#include "base/cancel.h"
#include "data/frame.h"
#include "data/issue.h"
#include "data/model_card.h"
#include "data/segmentation.h"
#include "data/telemetry.h"
#include "detect/detector.h"
#include "motion_watch.h"
#include "sources/telemetry_stage.h"

namespace sheen {

class FlightOverlay;
class StageTimes;

/** What the detection of one frame gave. */
struct DetectionOutcome
{
    bool dropped = false;  //!< cancelled before it was done
    Segmentation segmentation;
    std::vector<Issue> issues;  //!< why nothing was detected, how the pictures were scaled
};

/** What the telemetry of one frame gave. */
struct TelemetryOutcome
{
    TelemetryRecord record;
    std::vector<Issue> issues;
};

/**
 * The two branches that each frame takes beside each other: its telemetry is read on one thread, and on
 * another it goes through detection, which waits for the hints that come out of its telemetry. Frames in
 * order; each of the two methods is called by one thread at a time.
 */
class FrameBranches
{
public:
    /** All is borrowed. `card`: the detector's, with the classes as the settings map them. */
    FrameBranches(Detector& detector, const ModelCard& card, StageTimes& times);

    /**
     * Detects on a picture (see Detector) once its hints are there; an empty picture gives an empty outcome.
     * Throws Error where the detector fails and has not managed a single frame so far, and what
     * readTelemetry() threw for that frame.
     */
    DetectionOutcome detect(const cv::Mat& picture, std::future<PictureHints> awaited, const Cancel& cancel);

    /**
     * Reads the telemetry of a frame. Returns std::nullopt if the run was cancelled before. Fulfils `hints`
     * in every case, for detection waits for it. Throws what overlay and telemetry throw.
     */
    std::optional<TelemetryOutcome> readTelemetry(const Frame& frame, std::promise<PictureHints> hints,
                                                  FlightOverlay& overlay, TelemetryStage& telemetry,
                                                  const Cancel& cancel);

    /** What the ground did in the pictures, spread over so many frames (MotionWatch), is found beside the
     * telemetry. */
    void watchMotion(int expectedFrames);
    std::vector<PictureMotion> takeMotions() { return m_motion.take(); }

private:
    PictureHints hintsFrom(const Frame& frame, const TelemetryRecord& record,
                           const FlightOverlay& overlay) const;

    Detector& m_detector;
    const ModelCard& m_card;
    StageTimes& m_times;
    MotionWatch m_motion;  //!< by the telemetry's thread
    bool m_watchesMotion = false;
    bool m_detectedAny = false;  //!< by the detection's thread
    bool m_toldScale = false;    //!< likewise
};

}  // namespace sheen
