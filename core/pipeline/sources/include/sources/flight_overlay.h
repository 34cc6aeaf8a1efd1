#pragma once

#include <QString>
#include <optional>
#include <vector>

#include "base/cancel.h"
#include "data/issue.h"
#include "flight/flight.h"
#include "overlay/overlay_layout.h"
#include "overlay/overlay_proposal.h"
#include "settings/run_settings.h"

namespace sheen {

/** Share of a layout's fields that have to read as valid for it to be taken. */
constexpr double leastOverlayScore = 0.35;

/**
 * The overlay that frames show; nothing where none is recognised. `overlay`: see RunSettings; a layout that
 * it names is taken in any case, and only put where the picture lies within its bars. Takes seconds. Throws
 * Error as overlayLayoutNamed() does.
 */
std::optional<OverlayLayout> overlayIn(const std::vector<Frame>& frames, const QString& overlay);

/** The name of a layout that Sheen made itself of what the pictures show. */
QString proposedOverlayName();

/** What the pictures of a flight themselves tell of an overlay that no layout describes. Takes seconds. */
OverlayProposal proposeOverlay(const Flight& flight, const FrameSelection& selection, const Cancel& cancel);

/**
 * The overlay that lies over a flight's pictures, wherever the telemetry comes from: letters and symbols that
 * nobody reads must not become oil either. Used by one thread at a time.
 */
class FlightOverlay
{
public:
    /** All is borrowed. Throws Error where the settings name a layout that does not exist. */
    FlightOverlay(const Flight& flight, const RunSettings& settings, const Cancel& cancel);

    /**
     * Looks for it on a few frames of the whole flight, the first time that it is called. Where no layout
     * fits, and nothing else tells where the aircraft was, what the pictures themselves tell is taken if it
     * is sure.
     */
    bool isRecognised();

    /** To be called with each frame: where the flight as a whole showed none, now and then one is looked for.
     */
    void lookAt(const Frame& frame);

    const std::optional<OverlayLayout>& layout() const { return m_layout; }  //!< nothing: not recognised yet
    QString layoutName() const;                                              //!< or empty
    std::vector<OverlayMark> marks() const;                                  //!< see RunFacts

    /** What the pictures told of an overlay that no layout describes, taken or not; nothing where none was
     * looked for, or nothing found. */
    const std::optional<OverlayProposal>& proposal() const { return m_proposal; }
    /** What was taken so, or what is missing. */
    std::vector<Issue> notices() const;

private:
    bool isTimeToTry();
    void lookAtFlight();
    void propose();

    const Flight& m_flight;
    const RunSettings& m_settings;
    const Cancel& m_cancel;
    std::optional<OverlayLayout> m_layout;
    std::optional<OverlayProposal> m_proposal;
    bool m_lookedAtFlight = false;
    int m_framesSinceTry = 0;
    int m_framesBetweenTries = 10;
};

}  // namespace sheen
