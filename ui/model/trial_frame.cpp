#include "ui/model/trial_frame.h"

#include "core/pipeline/overlay_source.h"
#include "core/telemetry/overlay_layout.h"
#include "ui/session/session.h"

namespace sheen {

namespace {

/** What lies over a picture of a flight whose overlay nobody has looked at yet, since it carries KLV. */
std::vector<OverlayMark> recognisedMarks(const Frame& frame, const RunSettings& settings)
{
    if (settings.telemetry == QLatin1String("klv"))
        return {};  // a run does not look at the overlay either
    const LayoutMatch match = settings.overlay == QLatin1String("auto")
                                  ? OverlayReader::recognise({frame})
                                  : OverlayReader::recognise({frame}, {overlayLayoutNamed(settings.overlay)});
    return match.score >= leastOverlayScore ? overlayMarks(match.layout) : std::vector<OverlayMark>();
}

}  // namespace

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
    const bool unknown = hints.overlay.empty() && flight->info().hasKlv;
    return [flight, frameNumber, seconds, hints, unknown, settings = session.settings()] {
        const Frame frame = flight->frameAt(frameNumber, seconds);
        TrialFrame trial{frame.picture, hints};
        if (unknown && !frame.picture.empty())
            trial.hints.overlay = recognisedMarks(frame, settings);
        return trial;
    };
}

}  // namespace sheen
