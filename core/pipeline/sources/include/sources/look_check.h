#pragma once

#include <map>
#include <opencv2/core.hpp>
#include <optional>
#include <vector>

#include "data/frame_record.h"
#include "data/telemetry.h"
#include "sources/telemetry_stage.h"

namespace sheen {

// Telemetry tells twice where the camera looks. Both rays should meet the sea at one place.

struct LookDisagreement
{
    double metres = 0;   //!< between the two places
    double degrees = 0;  //!< between the two rays
};

/**
 * Of KLV: the pose's ray (attitude and gimbal angles, with the calibration's mounting) against the place
 * given for the middle of the picture, at the elevation given. Nothing where both agree within 20 m and one
 * and a half times the pose's 95 % radius, or where there is nothing to compare.
 */
std::optional<LookDisagreement> frameCentreDisagreement(const TelemetryRecord& record, cv::Size picture);

/**
 * Of an overlay: the place of the target against the displayed bearing, and the depression that height and
 * slant range make. Only values that were read, and nothing doubted, are compared. Nothing where both agree
 * within the displays' steps and what a turret's instruments differ by (bearing 1 degree, range 1 %, height
 * 15 m, and 25 m that are flown between two refreshes).
 */
std::optional<LookDisagreement> displayedLookDisagreement(const TelemetryRecord& record);

/** Says what disagrees, frame by frame in ascending order. */
class LookCheck
{
public:
    /** With what was found in the record; what an overlay says counts once the next frame bears it out. */
    std::optional<Issue> check(const TelemetryRecord& record, const std::optional<LookDisagreement>& found);

private:
    bool m_suspected = false;  //!< in the overlay of the frame before
};

/**
 * Puts the issues of LookCheck among those of frames that were placed again in the place of those that they
 * had. `frames` in ascending order.
 */
void checkLooksAgain(std::vector<FrameRecord>& frames);

/** How many frames have such an issue, by kind; kinds that none has are not there. */
void countLooks(const std::vector<FrameRecord>& frames, std::map<QString, int>& issueCounts);

}  // namespace sheen
