#pragma once

#include "exit_status.h"

namespace sheen {

/** `sheen [FLIGHT]`: the window. Also answers --help and --version of the program itself. */
ExitStatus windowCommand(int& argc, char** argv);

}  // namespace sheen
