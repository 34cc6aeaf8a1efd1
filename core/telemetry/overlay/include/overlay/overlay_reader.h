#pragma once

#include <memory>
#include <opencv2/core.hpp>
#include <vector>

#include "data/frame.h"
#include "data/telemetry.h"
#include "overlay/overlay_layout.h"
#include "overlay/overlay_steps.h"

namespace sheen {

class LineNetwork;

/** Fewer valid fields than this are no overlay: scenery sometimes looks like a short number. */
constexpr int fewestOverlayFields = 4;

/** How many of a reading's fields were understood; those that lack their sign or unit count beside enough
 * others. */
int validFields(const TelemetryReading& reading);

/** A layout that reads a greater share of its fields on a few frames lies where it should; one that reads
 * less may be found better on more of them. */
constexpr double surePlacementScore = 0.85;

/** How well a layout fits the first frames of a flight. */
struct LayoutMatch
{
    OverlayLayout layout;
    double score = 0;  //!< share of its fields that read as valid, 0 to 1
};

/** Stage 2, overlay: reads the telemetry burned into pictures. Used by one thread at a time. */
class OverlayReader
{
public:
    explicit OverlayReader(const OverlayLayout& layout, const OverlaySteps& steps = {});
    ~OverlayReader();

    /**
     * The layout that fits best, judged on a few frames of the flight; score 0 where none does.
     * `candidates` empty: all available ones.
     */
    static LayoutMatch recognise(const std::vector<Frame>& frames,
                                 const std::vector<OverlayLayout>& candidates = {});

    /** A layout that was chosen, moved to where these frames show it (bars at the edges, another scale). */
    static OverlayLayout placedOn(const std::vector<Frame>& frames, const OverlayLayout& layout);

    const OverlayLayout& layout() const;

    /** Reads one frame. A frame without picture or overlay gives a reading with source None. */
    TelemetryReading read(const Frame& frame);

    /** What stands in each box, even where it is too little to be an overlay; without utc. For those who draw
     * the boxes. */
    TelemetryReading readFields(const Frame& frame);

    /** How many times the network read a line so far; the others had not changed, or showed glyphs seen
     * before. */
    int linesRead() const;

private:
    OverlayReader(const OverlayLayout& layout, std::shared_ptr<LineNetwork> network,
                  const OverlaySteps& steps);
    static double fieldsRead(const std::vector<Frame>& frames, const OverlayLayout& layout,
                             const std::shared_ptr<LineNetwork>& network);

    class Private;
    std::unique_ptr<Private> d;
};

}  // namespace sheen
