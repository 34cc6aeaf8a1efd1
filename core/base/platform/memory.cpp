#include "platform/memory.h"

#include <malloc.h>
#include <sys/resource.h>

namespace sheen {

void returnLargeBlocks()
{
    constexpr int largeBytes = 1 << 20;
    mallopt(M_MMAP_THRESHOLD, largeBytes);  // once set, the C library no longer raises it by itself
}

double peakMemoryMiB()
{
    rusage usage{};
    getrusage(RUSAGE_SELF, &usage);
    return double(usage.ru_maxrss) / 1024;  // Linux counts KiB
}

std::size_t allocatedBytes(void* memory)
{
    return malloc_usable_size(memory);
}

}  // namespace sheen
