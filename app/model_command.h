#pragma once

#include "exit_status.h"

namespace sheen {

/** `sheen model FILE`: prints a model's card without running it; --verify runs it. */
ExitStatus modelCommand(int& argc, char** argv);

}  // namespace sheen
