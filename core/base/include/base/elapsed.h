// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <chrono>

namespace sheen {

/** By the steady clock. */
inline double secondsSince(std::chrono::steady_clock::time_point begun)
{
    return std::chrono::duration<double>(std::chrono::steady_clock::now() - begun).count();
}

}  // namespace sheen
