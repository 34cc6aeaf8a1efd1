#pragma once

#include "exit_status.h"

namespace sheen {

/** `sheen export WORKSPACE --out DIR`: a workspace's outputs again, as they are after review. */
ExitStatus exportCommand(int& argc, char** argv);

}  // namespace sheen
