#pragma once

#include <QString>

namespace sheen {

/**
 * Path of a file or folder that ships with Sheen, e.g. resourcePath("overlays/mx-hd.json").
 * Looked for under $SHEEN_RESOURCES, beside the executable (installed: ../share/sheen/resources), then in the
 * source tree that the program was built from. Throws Error when none of them holds it.
 */
QString resourcePath(const QString& relativePath);

}  // namespace sheen
