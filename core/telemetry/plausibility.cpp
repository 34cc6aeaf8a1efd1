#include "core/telemetry/plausibility.h"

#include <algorithm>
#include <cmath>

namespace sheen {

namespace {

constexpr std::size_t lookBack = 120;  //!< members that a chain may leave out at a time
constexpr std::size_t neighboursEachSide = 4;
constexpr double neighbourhoodSeconds = 15;

std::vector<std::size_t> presentMembers(const Series& series)
{
    std::vector<std::size_t> members;
    for (std::size_t i = 0; i < series.values.size(); ++i) {
        if (series.present[i])
            members.push_back(i);
    }
    return members;
}

double median(std::vector<double> values)
{
    const auto middle = values.begin() + static_cast<std::ptrdiff_t>(values.size() / 2);
    std::nth_element(values.begin(), middle, values.end());
    return *middle;
}

/** The members of the longest chain of which no two neighbours are farther apart than possible. */
std::vector<std::size_t> longestChain(const Series& series, const std::vector<std::size_t>& members,
                                      const Limits& limits)
{
    std::vector<std::size_t> length(members.size(), 1);
    std::vector<std::size_t> before(members.size());
    std::size_t last = 0;
    for (std::size_t i = 0; i < members.size(); ++i) {
        before[i] = i;
        const std::size_t start = i > lookBack ? i - lookBack : 0;
        for (std::size_t j = i; j-- > start;) {
            const double time = series.times[members[i]] - series.times[members[j]];
            const double change = std::abs(series.values[members[i]] - series.values[members[j]]);
            if (change <= limits.fastest * time + limits.slack && length[j] + 1 > length[i]) {
                length[i] = length[j] + 1;
                before[i] = j;
            }
        }
        if (length[i] >= length[last])
            last = i;
    }
    std::vector<std::size_t> chain;
    if (members.empty())
        return chain;
    for (std::size_t i = last;; i = before[i]) {
        chain.push_back(members[i]);
        if (before[i] == i)
            break;
    }
    std::reverse(chain.begin(), chain.end());
    return chain;
}

/** Theil and Sen's line through the neighbours, at the member's own time; its distance from the member. */
bool offItsNeighbours(const Series& series, const std::vector<std::size_t>& chain, std::size_t place,
                      const Limits& limits)
{
    const double time = series.times[chain[place]];
    const std::size_t from = place > neighboursEachSide ? place - neighboursEachSide : 0;
    const std::size_t to = std::min(chain.size(), place + neighboursEachSide + 1);
    std::vector<std::size_t> near;
    double farthest = 0;
    double nearestBefore = neighbourhoodSeconds;
    double nearestAfter = neighbourhoodSeconds;
    for (std::size_t i = from; i < to; ++i) {
        const double away = series.times[chain[i]] - time;
        if (i == place || std::abs(away) > neighbourhoodSeconds)
            continue;
        near.push_back(chain[i]);
        farthest = std::max(farthest, std::abs(away));
        (away < 0 ? nearestBefore : nearestAfter) =
            std::min(away < 0 ? nearestBefore : nearestAfter, std::abs(away));
    }
    if (near.size() < 3)
        return false;
    std::vector<double> slopes;
    for (std::size_t a = 0; a < near.size(); ++a) {
        for (std::size_t b = a + 1; b < near.size(); ++b) {
            const double span = series.times[near[b]] - series.times[near[a]];
            if (span > 0)
                slopes.push_back((series.values[near[b]] - series.values[near[a]]) / span);
        }
    }
    if (slopes.empty())
        return false;
    const double slope = median(slopes);
    std::vector<double> predictions;
    for (const std::size_t member : near)
        predictions.push_back(series.values[member] + slope * (time - series.times[member]));
    const double off = std::abs(median(predictions) - series.values[chain[place]]);
    return off > limits.slack + 0.5 * limits.acceleration * farthest * farthest;
}

}  // namespace

void unwrapDegrees(Series& series)
{
    double last = 0;
    bool first = true;
    for (std::size_t i = 0; i < series.values.size(); ++i) {
        if (!series.present[i])
            continue;
        if (!first)
            series.values[i] -= 360 * std::round((series.values[i] - last) / 360);
        last = series.values[i];
        first = false;
    }
}

std::vector<bool> impossibleMembers(const Series& series, const Limits& limits)
{
    std::vector<bool> impossible(series.values.size(), false);
    const std::vector<std::size_t> members = presentMembers(series);
    std::vector<std::size_t> chain = longestChain(series, members, limits);
    for (const std::size_t member : members)
        impossible[member] = true;
    for (const std::size_t member : chain)
        impossible[member] = false;
    if (limits.acceleration <= 0)
        return impossible;
    std::vector<std::size_t> off;
    for (std::size_t place = 0; place < chain.size(); ++place) {
        if (offItsNeighbours(series, chain, place, limits))
            off.push_back(chain[place]);
    }
    for (const std::size_t member : off)
        impossible[member] = true;
    return impossible;
}

std::vector<bool> briefDeviations(const Series& series, std::size_t longest)
{
    std::vector<bool> brief(series.values.size(), false);
    const std::vector<std::size_t> members = presentMembers(series);
    for (std::size_t i = 1; i < members.size(); ++i) {
        const double base = series.values[members[i - 1]];
        if (series.values[members[i]] == base)
            continue;
        std::size_t end = i;
        while (end < members.size() && end - i < longest + 1 && series.values[members[end]] != base)
            ++end;
        if (end == members.size() || end - i > longest)
            continue;
        for (; i < end; ++i)
            brief[members[i]] = true;
    }
    return brief;
}

}  // namespace sheen
