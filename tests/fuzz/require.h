#pragma once

#include <cstdio>
#include <cstdlib>

/** What must hold whatever the input: a fuzzer and the replay of its corpus stop where it does not. */
#define REQUIRE(condition)                                                                      \
    do {                                                                                        \
        if (!(condition)) {                                                                     \
            std::fprintf(stderr, "%s:%d: does not hold: %s\n", __FILE__, __LINE__, #condition); \
            std::abort();                                                                       \
        }                                                                                       \
    } while (false)
