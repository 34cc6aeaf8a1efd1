#pragma once

namespace sheen {

inline constexpr double metresPerNauticalMile = 1852;

}  // namespace sheen
