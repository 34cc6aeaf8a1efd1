#pragma once

#include <vector>

#include "data/slick.h"

namespace sheen {

/**
 * Which areas are of one body of oil: those that touch or lie no farther apart than the gap, and those that
 * hang together by way of others. Indices into `areas`, each in one group, groups and indices in ascending
 * order.
 */
std::vector<std::vector<std::size_t>> groupedByGap(const std::vector<AppearanceArea>& areas,
                                                   double gapMetres);

/** Makes slicks of areas, measured, the largest first, with ids from 1. */
std::vector<Slick> slicksOf(std::vector<AppearanceArea> areas, double gapMetres);

}  // namespace sheen
