#pragma once

#include "exit_status.h"

namespace sheen {

/** `sheen run FLIGHT --out DIR`: the pipeline without a window. */
ExitStatus runCommand(int& argc, char** argv);

}  // namespace sheen
