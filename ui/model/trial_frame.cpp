#include "ui/model/trial_frame.h"

#include "sources/flight_overlay.h"
#include "ui/session/session.h"

namespace sheen {

std::function<TrialFrame()> trialFrameOf(const Session& session, int frameNumber)
{
    const std::shared_ptr<const Flight> flight = session.flight();
    if (!flight)
        return {};
    const double rate = flight->info().framesPerSecond;
    double seconds = rate > 0 ? frameNumber / rate : 0;
    PictureHints hints;
    for (const FrameRecord& record : session.frames()) {
        if (record.frame != frameNumber)
            continue;
        seconds = record.timeSeconds;
        hints.groundSampleDistanceMetres = record.groundSampleDistanceMetres;
    }
    hints.overlay = session.facts().overlayMarks;
    if (hints.overlay.empty() && session.preview())
        hints.overlay = session.preview()->overlayMarks;
    return [flight, frameNumber, seconds, hints, overlay = session.settings().overlay] {
        const Frame frame = flight->frameAt(frameNumber, seconds);
        TrialFrame trial{frame.picture, hints};
        // Nobody may have looked for an overlay yet: a preview does not where it finds telemetry elsewhere.
        if (hints.overlay.empty() && !frame.picture.empty()) {
            if (const std::optional<OverlayLayout> layout = overlayIn({frame}, overlay))
                trial.hints.overlay = overlayMarks(*layout);
        }
        return trial;
    };
}

}  // namespace sheen
