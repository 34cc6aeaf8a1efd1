#include "row_order.h"

#include <algorithm>
#include <iterator>
#include <numeric>

#include "base/median.h"

namespace sheen {

namespace {

/** Of each row whether it belongs to the longest chain that nowhere goes back (patience sorting). */
std::vector<bool> longestAscent(const std::vector<double>& keys)
{
    constexpr std::size_t none = static_cast<std::size_t>(-1);
    std::vector<std::size_t> tops;  // of the chains of each length the one that ends lowest
    std::vector<std::size_t> before(keys.size(), none);
    for (std::size_t i = 0; i < keys.size(); ++i) {
        const auto chain = std::upper_bound(tops.begin(), tops.end(), keys[i],
                                            [&](double key, std::size_t top) { return key < keys[top]; });
        if (chain != tops.begin())
            before[i] = *std::prev(chain);
        if (chain == tops.end())
            tops.push_back(i);
        else
            *chain = i;
    }
    std::vector<bool> ascends(keys.size(), false);
    for (std::size_t i = tops.empty() ? none : tops.back(); i != none; i = before[i])
        ascends[i] = true;
    return ascends;
}

/** Rows of one time. */
struct Run
{
    std::size_t begin = 0;
    std::size_t size = 0;
};

std::vector<Run> runsOf(const std::vector<double>& keys)
{
    std::vector<Run> runs;
    for (std::size_t i = 0; i < keys.size(); ++i) {
        if (i == 0 || keys[i] != keys[i - 1])
            runs.push_back({i, 0});
        ++runs.back().size;
    }
    return runs;
}

void spreadRuns(const std::vector<Run>& runs, std::vector<double>& keys)
{
    std::vector<double> steps;
    std::vector<std::size_t> sizes;
    for (std::size_t i = 0; i + 1 < runs.size(); ++i) {
        steps.push_back(keys[runs[i + 1].begin] - keys[runs[i].begin]);
        sizes.push_back(runs[i].size);
    }
    const double clockStep = median(steps);
    const auto usualSize = static_cast<double>(std::max<std::size_t>(1, median(sizes)));
    for (std::size_t i = 0; i < runs.size(); ++i) {
        const auto size = static_cast<double>(runs[i].size);
        const double span = i + 1 < runs.size() ? std::min(clockStep, steps[i]) : clockStep;
        // The table may begin and end within a step of its clock.
        const bool isCut = (i == 0 || i + 1 == runs.size()) && size < usualSize;
        const double distance = span / (isCut ? usualSize : size);
        const double first = keys[runs[i].begin] + (isCut && i == 0 ? span - size * distance : 0);
        for (std::size_t k = 0; k < runs[i].size; ++k)
            keys[runs[i].begin + k] = first + static_cast<double>(k) * distance;
    }
}

}  // namespace

RowOrder sortRows(const std::vector<double>& keys)
{
    RowOrder order;
    std::vector<std::size_t> sorted(keys.size());
    std::iota(sorted.begin(), sorted.end(), std::size_t(0));
    std::stable_sort(sorted.begin(), sorted.end(),
                     [&](std::size_t a, std::size_t b) { return keys[a] < keys[b]; });
    for (const std::size_t row : sorted) {
        if (!order.keys.empty() && order.keys.back() == keys[row])
            continue;
        order.rows.push_back(row);
        order.keys.push_back(keys[row]);
    }
    return order;
}

RowOrder orderRows(const std::vector<double>& keys,
                   const std::function<bool(std::size_t, std::size_t)>& isSameContent)
{
    RowOrder order;
    const std::vector<bool> ascends = longestAscent(keys);
    const auto first = std::find(ascends.begin(), ascends.end(), true);
    if (first == ascends.end())
        return order;
    const auto last = std::find(ascends.rbegin(), ascends.rend(), true);
    const double least = keys[static_cast<std::size_t>(first - ascends.begin())];
    const double most = keys[static_cast<std::size_t>(ascends.rend() - last) - 1];
    std::vector<std::size_t> sorted;
    for (std::size_t i = 0; i < keys.size(); ++i) {
        if (!ascends[i])
            order.misplaced.push_back(i);
        if (ascends[i] || (keys[i] >= least && keys[i] <= most))
            sorted.push_back(i);
    }
    std::stable_sort(sorted.begin(), sorted.end(),
                     [&](std::size_t a, std::size_t b) { return keys[a] < keys[b]; });
    for (const std::size_t row : sorted) {
        if (!order.rows.empty() && keys[order.rows.back()] == keys[row] &&
            isSameContent(order.rows.back(), row)) {
            order.repeated.push_back(row);
            continue;
        }
        order.rows.push_back(row);
        order.keys.push_back(keys[row]);
    }
    const std::vector<Run> runs = runsOf(order.keys);
    order.isSpread = runs.size() > 2 && 3 * runs.size() < 2 * order.rows.size();
    if (order.isSpread) {
        spreadRuns(runs, order.keys);
    } else if (runs.size() < order.rows.size()) {
        std::vector<std::size_t> kept;
        for (const Run& run : runs) {
            for (std::size_t i = run.begin; i + 1 < run.begin + run.size; ++i)
                order.repeated.push_back(order.rows[i]);
            kept.push_back(order.rows[run.begin + run.size - 1]);
        }
        order.rows = std::move(kept);
        order.keys.erase(std::unique(order.keys.begin(), order.keys.end()), order.keys.end());
    }
    std::sort(order.repeated.begin(), order.repeated.end());
    return order;
}

}  // namespace sheen
