#pragma once

#include "exit_status.h"

namespace sheen {

/** sheen archive DIR: runs every flight below a folder, and keeps a catalogue of them. */
ExitStatus archiveCommand(int& argc, char** argv);

}  // namespace sheen
