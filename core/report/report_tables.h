#pragma once

#include <vector>

#include "data/slick.h"
#include "report_pages.h"

namespace sheen {

/** Area and volume by class, with a last line for all; slicks that the analyst rejected are left out. Gives
 * the y below. */
double addTotals(ReportPages& pages, const std::vector<Slick>& slicks, double y);

/** Pages with every slick, largest first, then those that were rejected. */
void addSlickPages(ReportPages& pages, const std::vector<Slick>& slicks);

}  // namespace sheen
