#pragma once

#include "exit_status.h"

namespace sheen {

/** `sheen teach`: learns from marks and writes a model file. */
ExitStatus teachCommand(int& argc, char** argv);

}  // namespace sheen
