#pragma once

#include <QString>

#include "base/cancel.h"

namespace sheen {

/** Throws Error(Cancelled), with a sentence that names the flight, once somebody asked for it. `cancel` may
 * be nullptr. */
void throwIfCancelled(const Cancel* cancel, const QString& flightPath);

}  // namespace sheen
