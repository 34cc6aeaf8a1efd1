#pragma once

namespace sheen {

/** Whether the standard error stream is a terminal that somebody may be looking at. */
bool isErrorStreamTerminal();

}  // namespace sheen
