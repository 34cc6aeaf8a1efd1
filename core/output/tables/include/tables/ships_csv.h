// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

#include "ships/ship_findings.h"

namespace sheen {

/**
 * A row for each ship that was near a slick before it was seen, the nearest of a slick first. Throws Error
 * where the file cannot be written; an earlier one stays until it is whole.
 */
void writeShipsCsv(const ShipFindings& findings, const QString& path);

}  // namespace sheen
