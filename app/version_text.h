#pragma once

#include <QString>

namespace sheen {

/**
 * Returns what this program is and what it runs on, a line each: its version, the commit that it was built
 * from
 * ("unknown" outside of git), Qt, QGIS, LibTorch, GDAL, and the device that "auto" stands for. Starts none of
 * them.
 */
QString versionText();

}  // namespace sheen
