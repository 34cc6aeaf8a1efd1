#include "data/motion_mend.h"

#include <algorithm>
#include <set>

#include "data/issue.h"

namespace sheen {

namespace {

constexpr double straightDownDegrees = 80;
constexpr int widthDecimals = 2;
constexpr int focalScaleDecimals = 4;
constexpr int rollDecimals = 1;

/** The surest of those that have something in common, where it is off and all of them say the same. */
template <typename Counts, typename IsOff, typename AreAlike, typename ErrorOf>
const MotionCheck* common(const std::vector<MotionCheck>& checks, const Counts& counts, const IsOff& isOff,
                          const AreAlike& areAlike, const ErrorOf& errorOf)
{
    const MotionCheck* surest = nullptr;
    for (const MotionCheck& check : checks) {
        if (counts(check) && (!surest || errorOf(check) < errorOf(*surest)))
            surest = &check;
    }
    const bool isCommon =
        surest && isOff(*surest) && std::all_of(checks.begin(), checks.end(), [&](const MotionCheck& check) {
            return !counts(check) || areAlike(check, *surest);
        });
    return isCommon ? surest : nullptr;
}

const MotionCheck* commonScale(const std::vector<MotionCheck>& checks, const QString& sensor,
                               bool hasFocalLength)
{
    return common(
        checks,
        [&](const MotionCheck& check) {
            return check.knowsScale && (check.focalLengthMillimetres > 0) == hasFocalLength &&
                   (!hasFocalLength || check.sensor == sensor);
        },
        isScaleOff, areScalesAlike, [](const MotionCheck& check) { return check.scaleError; });
}

const MotionCheck* commonTurn(const std::vector<MotionCheck>& checks)
{
    return common(
        checks,
        [](const MotionCheck& check) {
            return check.knowsHeading && check.depressionDegrees > straightDownDegrees;
        },
        isHeadingOff, areHeadingsAlike, [](const MotionCheck& check) { return check.headingErrorDegrees; });
}

}  // namespace

std::optional<TrackSettings> mended(const TrackSettings& settings, const std::vector<MotionCheck>& checks)
{
    TrackSettings better = settings;
    std::set<QString> sensors;
    for (const MotionCheck& check : checks)
        sensors.insert(check.sensor);
    for (const QString& sensor : sensors) {
        if (const MotionCheck* scale = commonScale(checks, sensor, true))
            better.sensorWidthMillimetres[sensor] =
                roundedTo(sensorWidthMillimetres(sensor, settings) / scale->scale, widthDecimals);
    }
    if (const MotionCheck* scale = commonScale(checks, {}, false))
        better.calibration.focalScale =
            roundedTo(settings.calibration.focalScale * scale->scale, focalScaleDecimals);
    if (const MotionCheck* turn = commonTurn(checks))
        better.calibration.boresightRollDegrees =
            roundedTo(settings.calibration.boresightRollDegrees + turn->headingDegrees, rollDecimals);
    return better == settings ? std::nullopt : std::optional(better);
}

}  // namespace sheen
