#include "frame_branches.h"

#include <exception>
#include <utility>

#include "base/error.h"
#include "data/frame_record.h"
#include "detect/picture_scale.h"
#include "placing/placement.h"
#include "run/stage_times.h"
#include "sources/flight_overlay.h"

namespace sheen {

FrameBranches::FrameBranches(Detector& detector, const ModelCard& card, StageTimes& times)
    : m_detector(detector), m_card(card), m_times(times)
{}

DetectionOutcome FrameBranches::detect(const cv::Mat& picture, std::future<PictureHints> awaited,
                                       const Cancel& cancel)
{
    DetectionOutcome outcome;
    const PictureHints hints = awaited.get();
    if (cancel.requested()) {
        outcome.dropped = true;
        return outcome;
    }
    if (picture.empty())
        return outcome;
    const StageTimer timer(m_times, "detect", StageTimer::Cpu::Elsewhere);
    try {
        outcome.segmentation = m_detector.detect(picture, hints, cancel);
        outcome.dropped = outcome.segmentation.classes.empty();  // cancelled meanwhile
        m_detectedAny = true;
        if (!m_toldScale) {
            const std::optional<Issue> issue =
                scaleIssue(m_card, hints.groundSampleDistanceMetres, picture.size());
            m_toldScale = issue.has_value();
            if (issue)
                outcome.issues.push_back(*issue);
        }
    } catch (const Error& error) {
        // One bad frame is an issue of that frame; a model that has not managed a single one is useless.
        if (!m_detectedAny)
            throw;
        outcome.issues.push_back({IssueKind::NotDetected, {error.sentence()}});
    }
    return outcome;
}

std::optional<TelemetryOutcome> FrameBranches::readTelemetry(const Frame& frame,
                                                             std::promise<PictureHints> hints,
                                                             FlightOverlay& overlay,
                                                             TelemetryStage& telemetry, const Cancel& cancel)
{
    bool handedOver = false;
    try {
        if (cancel.requested()) {
            hints.set_value({});
            return std::nullopt;
        }
        TelemetryOutcome outcome;
        {
            const StageTimer timer(m_times, "telemetry");
            overlay.lookAt(frame);
            outcome.record = telemetry.read(frame);
            outcome.issues = telemetry.takeFrameIssues();
        }
        hints.set_value(hintsFrom(frame, outcome.record, overlay));
        handedOver = true;
        if (m_watchesMotion) {
            const StageTimer timer(m_times, "motion");
            m_motion.look(frame, outcome.record, overlay.marks());
        }
        return outcome;
    } catch (...) {
        if (!handedOver)
            hints.set_exception(std::current_exception());
        throw;
    }
}

void FrameBranches::watchMotion(int expectedFrames)
{
    m_watchesMotion = true;
    m_motion.expect(expectedFrames);
}

/**
 * What the detector may know of a frame. To place it costs time, so its ground sample distance is left out
 * where the model does not ask for it.
 */
PictureHints FrameBranches::hintsFrom(const Frame& frame, const TelemetryRecord& record,
                                      const FlightOverlay& overlay) const
{
    PictureHints hints;
    hints.overlay = overlay.marks();
    hints.sensor = record.sensor;
    if (m_card.groundSampleDistances.areKnown()) {
        FrameRecord placed;
        placed.frame = frame.index;
        placed.pictureSize = frame.picture.size();
        placed.telemetry = record;
        placeFrame(placed);
        hints.groundSampleDistanceMetres = placed.groundSampleDistanceMetres;
    }
    return hints;
}

}  // namespace sheen
