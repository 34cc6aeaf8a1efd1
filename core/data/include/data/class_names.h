#pragma once

#include <QString>

namespace sheen {

/** A class as it is shown: what Sheen's own models call theirs in the user's language, other names as they
 * are. */
QString shownClassName(const QString& name);

}  // namespace sheen
