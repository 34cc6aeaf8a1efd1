#pragma once

#include <QString>

namespace sheen {

/**
 * Path of a file or folder that ships with Sheen, e.g. resourcePath("overlays/mx-hd.json").
 * Looked for under $SHEEN_RESOURCES, then in ../share/sheen/resources as seen from the executable, which in a
 * build tree is a link to the source's. Throws Error where neither holds it.
 */
QString resourcePath(const QString& relativePath);

}  // namespace sheen
