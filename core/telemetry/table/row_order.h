#pragma once

#include <cstddef>
#include <functional>
#include <vector>

namespace sheen {

/** The rows of a table in order of their times. */
struct RowOrder
{
    std::vector<std::size_t> rows;  //!< those that are kept
    std::vector<double> keys;       //!< of each of them, strictly ascending

    // Rows as they stood, ascending.
    std::vector<std::size_t> misplaced;  //!< out of order; sorted in, or beyond the others and left out
    std::vector<std::size_t> repeated;   //!< left out for another row of the same time
    bool isSpread = false;  //!< the clock was coarser than the rows, which lie evenly over its steps now
};

/** Sorts rows by numbers that may stand in any order, such as those of frames; of equal ones the first is
 * kept. */
RowOrder sortRows(const std::vector<double>& keys);

/**
 * Sorts rows by their times. What lies out of the longest chain that ascends is misplaced. Of rows with one
 * time and the same content one is kept. Where most rows share their time with others the clock is coarser
 * than they are, and they are spread evenly over its steps; else the last one of each time is kept.
 */
RowOrder orderRows(const std::vector<double>& keys,
                   const std::function<bool(std::size_t, std::size_t)>& isSameContent);

}  // namespace sheen
