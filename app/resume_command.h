#pragma once

#include "exit_status.h"

namespace sheen {

/** `sheen resume`: finishes a run that was broken off. */
ExitStatus resumeCommand(int& argc, char** argv);

}  // namespace sheen
