#pragma once

#include <vector>

#include "sample_rows.h"

namespace sheen {

constexpr int rejectionParts = 4;

/** A row of a pixel that is oil for the model below, and was marked as none. */
struct MarkedRow
{
    const float* features = nullptr;  //!< borrowed
    int part = 0;                     //!< 0 to rejectionParts - 1; of a stroke it is the same
};

/** A row of a pixel that is oil for the model below, and of which nobody said anything. */
struct UnmarkedRow
{
    const float* features = nullptr;  //!< borrowed
    int part = 0;                     //!< that of the marks next to it
    int patch = 0;                    //!< pixels of one class of the model below that hang together
};

/**
 * Tells which of the oil that the model below sees was meant as well where some of it was marked as none, and
 * which stays oil: `no` and `yes`; rows of which neither is sure are in neither.
 *
 * Marks are some of what is wrong, and nothing says what is right: that is learning from positive and
 * unlabelled examples (Elkan, Noto 2008). A forest tells marked rows from unmarked ones. Where p is its
 * answer, the share of rows like this one that are meant is (p / (1 - p)) / (c / (1 - c)), with c its answer
 * for marked rows that it has not seen, a half at most. Both are asked of forests that were grown without the
 * row's part, as pixels that lie side by side are alike whatever they show. A patch is judged as a whole, as
 * a person would.
 */
Sides judgedByRejections(const std::vector<MarkedRow>& marked, const std::vector<UnmarkedRow>& unmarked);

}  // namespace sheen
