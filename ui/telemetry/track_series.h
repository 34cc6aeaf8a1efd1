#pragma once

#include <QString>
#include <optional>
#include <vector>

#include "data/frame_record.h"
#include "data/track_settings.h"
#include "track_mark.h"

namespace sheen {

/** What can be drawn over a flight's time. */
enum class TrackQuantity {
    North,
    East,
    Height,
    Heading,
    CameraBearing,
    CameraDepression,
    FieldOfView,
    SlantRange,
    TargetNorth,
    TargetEast,
};
constexpr int trackQuantityCount = 10;
QString quantityName(TrackQuantity quantity);
/** The quantity that shows a field of the overlay; nothing for the clock. */
std::optional<TrackQuantity> quantityOf(OverlayField field);

/** One frame of a quantity. */
struct TrackSample
{
    int frame = 0;
    double timeSeconds = 0;
    std::optional<double> seen;   //!< what was read, whether believed or not
    std::optional<double> value;  //!< what is held true
    double error = 0;             //!< its standard error; 0 where not known
    TrackMark mark = TrackMark::None;
};

/** A quantity over a flight. */
struct TrackSeries
{
    QString unit;                      //!< as written behind a number: " m", "°"
    bool isAngle = false;              //!< samples run on through full turns
    double smallest = 1;               //!< span below which differences are not worth to fill the height with
    std::vector<TrackSample> samples;  //!< in order of time
};

/**
 * A quantity of these frames, in their order. North and east are metres from the first place of the flight;
 * heights are above the sea.
 */
TrackSeries trackSeries(TrackQuantity quantity, const std::vector<FrameRecord>& frames,
                        const TrackSettings& settings);

}  // namespace sheen
