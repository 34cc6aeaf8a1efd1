// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>
#include <opencv2/core.hpp>
#include <optional>

namespace sheen {

/** How something flows over the sea: metres a second to the east and to the north. */
using Flow = cv::Vec2d;

/**
 * Reads a wind as people write it: "240°, 12 kn", "240/12kt", "SW 6 m/s", "남서 12노트", "Bft 4 from 270";
 * the direction is the one that it blows from. Returns std::nullopt where direction, speed or its unit is
 * missing.
 */
std::optional<Flow> windOf(const QString& text);

/** Likewise a current: the direction is the one that it sets to. */
std::optional<Flow> currentOf(const QString& text);

/**
 * How oil drifts by the rule of thumb (FIELD: about 3 % of the wind and all of the current), and how far it
 * may be off: the wind's share lies between 2 and 4 %, a current is known to a quarter of it.
 */
struct Drift
{
    Flow metresPerSecond;
    double spreadMetresPerSecond = 0;
    bool hasWind = false;
    bool hasCurrent = false;
};

/** Returns std::nullopt where neither wind nor current is known. */
std::optional<Drift> driftOf(const std::optional<Flow>& wind, const std::optional<Flow>& current);

}  // namespace sheen
