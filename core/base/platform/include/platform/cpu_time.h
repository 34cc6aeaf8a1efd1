#pragma once

namespace sheen {

/** Returns the CPU time of the calling thread since it began, seconds. */
double threadCpuSeconds();

/** Returns the CPU time of this process, all its threads together, seconds. */
double processCpuSeconds();

}  // namespace sheen
