#include "platform/memory.h"

#include <malloc.h>
#include <sys/resource.h>

namespace sheen {

void shareHeaps()
{
    mallopt(M_ARENA_MAX, 2);
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
