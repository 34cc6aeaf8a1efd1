// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>
#include <vector>

#include "data/entered_facts.h"
#include "data/slick.h"

namespace sheen {

/**
 * Writes the Bonn Agreement's observation log: a row for each slick that was accepted, its measures in the
 * digits of the other files, blank where nothing was recorded. Throws Error.
 */
void writeObservationLog(const std::vector<Slick>& slicks, const EnteredFacts& entered, const QString& path);

}  // namespace sheen
