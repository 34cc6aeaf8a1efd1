#include "data/motion_mend.h"

#include "data/issue.h"

namespace sheen {

namespace {

constexpr double straightDownDegrees = 80;
constexpr int widthDecimals = 2;
constexpr int focalScaleDecimals = 4;
constexpr int rollDecimals = 1;

}  // namespace

std::optional<TrackSettings> mended(const TrackSettings& settings, const MotionCheck& check)
{
    TrackSettings better = settings;
    if (isScaleOff(check) && check.focalLengthMillimetres > 0)
        better.sensorWidthMillimetres[check.sensor] =
            roundedTo(sensorWidthMillimetres(check.sensor, settings) / check.scale, widthDecimals);
    else if (isScaleOff(check))
        better.calibration.focalScale =
            roundedTo(settings.calibration.focalScale * check.scale, focalScaleDecimals);
    if (isHeadingOff(check) && check.depressionDegrees > straightDownDegrees)
        better.calibration.boresightRollDegrees =
            roundedTo(settings.calibration.boresightRollDegrees + check.headingDegrees, rollDecimals);
    return better == settings ? std::nullopt : std::optional(better);
}

}  // namespace sheen
