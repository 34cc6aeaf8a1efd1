#include "platform/waiting_threads.h"

#include <cstdlib>

namespace sheen {

void letWaitingThreadsSleep(int, char**, char**)
{
#ifdef __ELF__
    if (!getenv("OMP_WAIT_POLICY") && !getenv("GOMP_SPINCOUNT"))
        setenv("OMP_WAIT_POLICY", "PASSIVE", 1);
#endif
}

}  // namespace sheen
