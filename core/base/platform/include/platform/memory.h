#pragma once

#include <cstddef>

namespace sheen {

/** Returns the most memory that this process has had, MiB. */
double peakMemoryMiB();

/**
 * Has blocks of the size of pictures go back to the system as soon as they are freed; to be called before the
 * first of them. Without it they are cut from the heap and leave holes: on a flight of 200 frames of 1280 x
 * 720 a sixth of the peak, and more the longer the flight. Does nothing where the system does so by itself.
 */
void returnLargeBlocks();

/** Returns how many bytes can be used of what malloc gave; at least as many as were asked for. */
std::size_t allocatedBytes(void* memory);

}  // namespace sheen
