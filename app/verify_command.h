// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "exit_status.h"

namespace sheen {

/** `sheen verify PACKAGE`: says what of an evidence package was altered, is missing or was added. */
ExitStatus verifyCommand(int& argc, char** argv);

}  // namespace sheen
