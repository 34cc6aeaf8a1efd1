#pragma once

#include <set>

#include "output/products.h"
#include "progress_report.h"

namespace sheen {

class Workspace;

/** Whether one of them is drawn or written by QGIS. */
bool needsQgis(const std::set<Product>& products);

/**
 * Writes the products into the folder, and what could not be made as notices; report, project and evidence
 * need a QgsApplication. The workspace and tiles for
 * training are not written here; `workspace` is what evidence takes a copy of,
 * nullptr where there is none. Returns false where it was cancelled: then files that were whole are there, of
 * the others what was there before. Throws Error.
 */
bool writeOutputs(const ProductInput& input, std::set<Product> products, const QString& folder,
                  const Workspace* workspace, ProgressReport& progress, const Cancel* cancel = nullptr);

}  // namespace sheen
