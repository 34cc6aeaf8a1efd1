#pragma once

#include <optional>
#include <vector>

#include "written_values.h"

namespace sheen {

/** A value of each frame, where there is one. */
using Series = std::vector<std::optional<double>>;

/** A latitude with its longitude, over time. */
struct PositionTrack
{
    std::size_t latitude = 0;   //!< of the written values
    std::size_t longitude = 0;  //!< the same for a grid reference
    std::vector<double> times;
    Series latitudes;
    Series longitudes;
    double speed = 0;     //!< median, m/s
    double unsteady = 0;  //!< median deviation of the speed, as a share of it
    double jumps = 0;     //!< share of steps that nothing flies

    bool isPossible() const;  //!< of something that flies or is looked at
    bool isFlown() const;     //!< moves on as aircraft do
    Series courses() const;   //!< true, degrees, of each frame; nothing where it did not move
};

/** Latitudes with the nearest longitudes that are written alike, and grid references. */
std::vector<PositionTrack> positionTracks(const std::vector<WrittenValue>& values,
                                          const std::vector<double>& times);

/** True bearing from one to the other, degrees; nothing where they are too close for one. */
Series bearings(const PositionTrack& from, const PositionTrack& to);
/** Metres along the ground. */
Series distances(const PositionTrack& from, const PositionTrack& to);

/** Median of the values; 0 without any. */
double medianOf(const WrittenValue& value);
/** Whether a height changes no faster than aircraft climb. */
bool isSlow(const WrittenValue& value, const std::vector<double>& times);
/** Whether a clock counts with the recording. */
bool ticks(const WrittenValue& value, const std::vector<double>& times);

}  // namespace sheen
