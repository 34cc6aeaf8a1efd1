#pragma once

#include <set>

#include "output/products.h"
#include "progress_report.h"

namespace sheen {

/**
 * Writes the products into the folder, the report too (which needs a QgsApplication where it is wanted), and
 * what could not be made as notices. The workspace and tiles for training are not written here. Cancelled:
 * what is whole stays. Throws Error.
 */
void writeOutputs(const ProductInput& input, std::set<Product> products, const QString& folder,
                  ProgressReport& progress, const Cancel* cancel = nullptr);

}  // namespace sheen
