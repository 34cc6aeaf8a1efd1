// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "output/products.h"

namespace sheen {

/**
 * Writes sheen.qgz, a project of QGIS that shows what lies in the folder as Sheen does: slicks by decision,
 * their appearances, frames and track of sheen.gpkg, masks and mosaic, with paths relative to the folder.
 * Written last, for it shows only what is there. Returns false, and writes nothing, where nothing is. Needs a
 * QgsApplication, in its thread. Throws Error.
 */
bool writeMapProject(const ProductInput& input, const QString& folder);

}  // namespace sheen
