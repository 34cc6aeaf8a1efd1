#pragma once

#include <QString>

namespace sheen {

/** Returns the program or library that `function` was loaded from, without links; empty where none is known.
 */
QString loadedFile(void (*function)());

}  // namespace sheen
