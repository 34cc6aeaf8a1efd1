// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "data/entered_facts.h"
#include "report_pages.h"
#include "ships/ship_findings.h"

namespace sheen {

/** The ships that were near the slicks by AIS, as candidates, and how the oil may have drifted. */
void addShips(ReportPages& pages, const ShipFindings& ships, const EnteredFacts& entered);

}  // namespace sheen
