#include "platform/terminal.h"

#include <unistd.h>

namespace sheen {

bool isErrorStreamTerminal()
{
    return isatty(STDERR_FILENO) != 0;
}

}  // namespace sheen
