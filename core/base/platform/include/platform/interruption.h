#pragma once

#include "base/cancel.h"

namespace sheen {

/** From here on SIGINT and SIGTERM ask for the work to end in order; a second one ends the program at once.
 */
const Cancel& cancelOnSignals();

/** Writing to a closed pipe, or beyond the allowed file size, fails like a full disk instead of ending us. */
void ignoreWriteSignals();

}  // namespace sheen
