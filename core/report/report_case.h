// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "nearest_land.h"
#include "output/products.h"
#include "report_pages.h"
#include "report_row.h"

namespace sheen {

/** Page one: case, who, when, where, what was found by decision, volume by its use. */
void addCasePage(ReportPages& pages, const ProductInput& input, const NearestLand* land);

/** Conditions, suspected source, what was done: what a person entered, or "not recorded". */
void addEnteredFacts(ReportPages& pages, const ProductInput& input);

/** What page one says of who, when and where: each with the name of its field. */
ReportRows caseRows(const ProductInput& input, const NearestLand* land);
/** What a person entered of a group. */
ReportRows enteredRows(const ProductInput& input, FactGroup group);
/** How many slicks a person looked at, as a sentence. */
QString lookedAtText(const std::vector<Slick>& slicks);
/** That the run did not come to its end; empty where it did. */
QString unfinishedText(const RunFacts& facts);
QString titleText(const RunFacts& facts);

}  // namespace sheen
