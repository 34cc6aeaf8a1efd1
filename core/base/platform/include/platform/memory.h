#pragma once

#include <cstddef>

namespace sheen {

/** Returns the most memory that this process has had, MiB. */
double peakMemoryMiB();

/**
 * Has all threads take memory from two heaps, to be called before there are others. Without it each thread of
 * a run has one of its own, and the holes that pictures leave in all of them are a sixth of the peak on a
 * flight of 200 frames of 1280 x 720, and more the longer the flight. Does nothing where the system has one
 * heap.
 */
void shareHeaps();

/** Returns how many bytes can be used of what malloc gave; at least as many as were asked for. */
std::size_t allocatedBytes(void* memory);

}  // namespace sheen
