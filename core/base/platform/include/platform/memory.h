#pragma once

#include <cstddef>

namespace sheen {

/** Returns the most memory that this process has had, MiB. */
double peakMemoryMiB();

/** Returns how many bytes can be used of what malloc gave; at least as many as were asked for. */
std::size_t allocatedBytes(void* memory);

}  // namespace sheen
