#pragma once

#include <QString>
#include <vector>

#include "data/slick.h"

namespace sheen {

/**
 * What an edit changed, before and after, for the history: "decision: undecided → accepted; oiled area: 120
 * m² → 96 m²". Of several slicks once where it is the same of all. Empty where nothing that is shown changed.
 */
QString slickChangeText(const std::vector<Slick>& before, const std::vector<Slick>& after);

}  // namespace sheen
