#pragma once

#include <QString>

#include "data/telemetry.h"

namespace sheen {

/** Names a field within a sentence ("aircraft's latitude"), in the language of the application. */
QString fieldWord(OverlayField field);

}  // namespace sheen
