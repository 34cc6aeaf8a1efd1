#pragma once

#include <opencv2/core.hpp>
#include <optional>

#include "core/data/telemetry.h"

namespace sheen {

/**
 * How far the place where a pose sees the middle of the picture is from the one that KLV gives for it
 * (at the elevation that it gives), metres; nothing where both agree within 20 m and one and a half times the
 * pose's 95 % radius, or where there is nothing to compare.
 */
std::optional<double> frameCentreDisagreement(const TelemetryRecord& record, cv::Size picture);

}  // namespace sheen
