#pragma once

#include <array>

namespace sheen {

/** Begins each set of MISB ST 0601. */
inline constexpr std::array<unsigned char, 16> uasKey = {0x06, 0x0e, 0x2b, 0x34, 0x02, 0x0b, 0x01, 0x01,
                                                         0x0e, 0x01, 0x03, 0x01, 0x01, 0x00, 0x00, 0x00};

}  // namespace sheen
