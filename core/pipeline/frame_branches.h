#pragma once

#include <QString>
#include <future>
#include <opencv2/core.hpp>
#include <optional>
#include <vector>

#include "core/data/cancel.h"
#include "core/data/frame.h"
#include "core/data/model_card.h"
#include "core/data/segmentation.h"
#include "core/data/telemetry.h"
#include "core/detect/detector.h"
#include "core/pipeline/telemetry_stage.h"

namespace sheen {

class FlightOverlay;
class StageTimes;

/** What the detection of one frame gave. */
struct DetectionOutcome
{
    bool dropped = false;  //!< cancelled before it was done
    Segmentation segmentation;
    QString issue;
    QString notice;  //!< what is true of the whole flight; each is told once
};

/** What the telemetry of one frame gave. */
struct TelemetryOutcome
{
    TelemetryRecord record;
    std::vector<FrameIssue> issues;
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
     * `picture`: see Detector; an empty one gives an empty outcome. Throws Error where the detector fails and
     * has not managed a single frame so far, and what readTelemetry() threw for that frame.
     */
    DetectionOutcome detect(const cv::Mat& picture, std::future<PictureHints> awaited, const Cancel& cancel);

    /**
     * Nothing where it was cancelled before. `hints` is kept in every case: detection waits for it. Throws
     * what overlay and telemetry throw.
     */
    std::optional<TelemetryOutcome> readTelemetry(const Frame& frame, std::promise<PictureHints> hints,
                                                  FlightOverlay& overlay, TelemetryStage& telemetry,
                                                  const Cancel& cancel);

private:
    PictureHints hintsFrom(const Frame& frame, const TelemetryRecord& record,
                           const FlightOverlay& overlay) const;

    Detector& m_detector;
    const ModelCard& m_card;
    StageTimes& m_times;
    bool m_detectedAny = false;  //!< by the detection's thread
    bool m_toldScale = false;    //!< likewise
};

}  // namespace sheen
