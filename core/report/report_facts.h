#pragma once

#include "output/products.h"
#include "report_pages.h"

namespace sheen {

/** The last page: what made the result, and how volumes were computed. */
void addFacts(ReportPages& pages, const ProductInput& input);

}  // namespace sheen
