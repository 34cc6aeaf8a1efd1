// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "data/slick.h"
#include "report_flow.h"
#include "report_row.h"

namespace sheen {

/** Areas and volume by what was decided: accepted, undecided and rejected apart. */
void addTotals(ReportFlow& flow, const std::vector<Slick>& slicks);

/** The same numbers, each with the name of its field and no title. */
ReportRows totalRows(const std::vector<Slick>& slicks);

/** Short tables of what is no finding: not decided, then rejected; the largest first. Nothing where there are
 * none. */
void addProposals(ReportPages& pages, const std::vector<Slick>& slicks);

}  // namespace sheen
