// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "nearest_land.h"
#include "output/products.h"
#include "report_pages.h"

namespace sheen {

/** Page one: case, who, when, where, what was found by decision, volume by its use. */
void addCasePage(ReportPages& pages, const ProductInput& input, const NearestLand* land);

/** Conditions, suspected source, what was done: what a person entered, or "not recorded". */
void addEnteredFacts(ReportPages& pages, const ProductInput& input);

}  // namespace sheen
