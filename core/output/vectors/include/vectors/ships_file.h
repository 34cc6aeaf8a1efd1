// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/part_folder.h"
#include "ships/ship_findings.h"

namespace sheen {

/**
 * Writes ships.geojson (RFC 7946): the ways of the ships that were near a slick (`kind` is `track`), where
 * each was closest (`closest`), and where wind and current are known, each slick's way back (`drift_back`)
 * with circles of its spread (`drift_spread`). Throws Error where it cannot be written.
 */
void writeShipsGeoJson(const ShipFindings& findings, const PartFolder& parts);

}  // namespace sheen
