#pragma once

#include <QString>
#include <vector>

#include "data/run_facts.h"
#include "data/slick.h"

namespace sheen {

/** Writes what a run was and what it found as one JSON object. Throws Error. */
void writeSummary(const RunFacts& facts, const std::vector<Slick>& slicks, const QString& path);

}  // namespace sheen
