#pragma once

namespace sheen {

/**
 * Lets the threads of OpenMP (LibTorch's and OpenBLAS's) sleep while they wait for each other, unless the
 * environment says otherwise (OMP_WAIT_POLICY, GOMP_SPINCOUNT). As they come they spin, which takes the
 * processor from whatever they wait for as soon as something else runs, too. OpenMP asks once, before main:
 * so this has to be run before libraries are initialised, which is what SHEEN_BEFORE_LIBRARIES is for.
 */
void letWaitingThreadsSleep(int, char**, char**);

}  // namespace sheen

/** Runs a function of that form before any library is initialised; once in an executable. Nothing where
 * programs are no ELF. */
#ifdef __ELF__
#define SHEEN_BEFORE_LIBRARIES(function)                                                               \
    __attribute__((section(".preinit_array"), used)) static void (*const beforeLibraries)(int, char**, \
                                                                                          char**) = function
#else
#define SHEEN_BEFORE_LIBRARIES(function) static_assert(true)
#endif
