#pragma once

#include <QString>

#include "output/products.h"

namespace sheen {

/**
 * The report as PDF from a QGIS print layout: overview map with slicks, scale bar and north arrow; table of
 * slicks; best frame of the largest slicks with its outline; the facts of the run. Needs a QgsApplication, in
 * its thread. Throws Error when it cannot be written, Error(Cancelled) soon after `cancel` was requested: an
 * earlier report stays.
 */
void writeReport(const ProductInput& input, const QString& path, const Cancel* cancel = nullptr);

}  // namespace sheen
