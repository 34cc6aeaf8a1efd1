#pragma once

#include <vector>

#include "data/slick.h"
#include "report_pages.h"

namespace sheen {

/** Areas and volume by what was decided: accepted, undecided and rejected apart. Gives the y below. */
double addTotals(ReportPages& pages, const std::vector<Slick>& slicks, double y);

/** Pages with every slick, largest first: dimensions, then appearance; then those that were rejected. */
void addSlickPages(ReportPages& pages, const std::vector<Slick>& slicks);

}  // namespace sheen
