#pragma once

#include <QString>

#include "data/telemetry.h"

namespace sheen {

/** Names a field within a sentence ("aircraft's latitude"), in the language of the application. */
QString fieldWord(OverlayField field);

/** Likewise for names of fields with commas between them, and for what an overlay that no layout describes
 * lacks
 * ("position", "height", "direction", "agreement"). Anything else stays as it is. */
QString fieldWordList(const QString& names);

}  // namespace sheen
