#pragma once

#include "core/output/products.h"
#include "core/output/report_pages.h"

namespace sheen {

/** The last page: what made the result, and how volumes were computed. */
void addFacts(ReportPages& pages, const ProductInput& input);

}  // namespace sheen
