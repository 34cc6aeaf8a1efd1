#pragma once

#include <algorithm>
#include <cstddef>
#include <vector>

namespace sheen {

/** Returns the middle one of at least one value; of two in the middle the upper one. */
template <typename Value>
Value median(std::vector<Value> values)
{
    const auto middle = values.begin() + static_cast<std::ptrdiff_t>(values.size() / 2);
    std::nth_element(values.begin(), middle, values.end());
    return *middle;
}

}  // namespace sheen
