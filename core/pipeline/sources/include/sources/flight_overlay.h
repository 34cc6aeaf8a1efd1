#pragma once

#include <QString>
#include <optional>
#include <vector>

#include "base/cancel.h"
#include "flight/flight.h"
#include "overlay/overlay_layout.h"
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

/**
 * The overlay that lies over a flight's pictures, wherever the telemetry comes from: letters and symbols that
 * nobody reads must not become oil either. Used by one thread at a time.
 */
class FlightOverlay
{
public:
    /** All is borrowed. Throws Error where the settings name a layout that does not exist. */
    FlightOverlay(const Flight& flight, const RunSettings& settings, const Cancel& cancel);

    /** Looks for it on a few frames of the whole flight, the first time that it is called. */
    bool isRecognised();

    /** To be called with each frame: where the flight as a whole showed none, now and then one is looked for.
     */
    void lookAt(const Frame& frame);

    const std::optional<OverlayLayout>& layout() const { return m_layout; }  //!< nothing: not recognised yet
    QString layoutName() const;                                              //!< or empty
    std::vector<OverlayMark> marks() const;                                  //!< see RunFacts

private:
    bool isTimeToTry();

    const Flight& m_flight;
    const RunSettings& m_settings;
    const Cancel& m_cancel;
    std::optional<OverlayLayout> m_layout;
    bool m_lookedAtFlight = false;
    int m_framesSinceTry = 0;
    int m_framesBetweenTries = 10;
};

}  // namespace sheen
