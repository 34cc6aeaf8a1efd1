#pragma once

#include "exit_status.h"

namespace sheen {

/** sheen bench FLIGHT: runs it and tells where the time went. */
ExitStatus benchCommand(int& argc, char** argv);

}  // namespace sheen
