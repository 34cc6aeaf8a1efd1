#pragma once

#include <cstddef>

namespace sheen {

/** So many frames before a frame, and after it, are asked what they saw (see TimeFilter). */
constexpr std::size_t neighboursOnASide = 2;

}  // namespace sheen
