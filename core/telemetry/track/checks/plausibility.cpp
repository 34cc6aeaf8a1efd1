#include "plausibility.h"

#include <algorithm>
#include <cmath>
#include <iterator>
#include <limits>

#include "base/median.h"

namespace sheen {

namespace {

constexpr std::size_t lookBack = 120;  //!< members that a chain may leave out at a time
constexpr std::size_t neighboursEachSide = 5;
constexpr double neighbourhoodSeconds = 15;  // or so many times the usual distance:
constexpr double neighbourhoodDistances = 12;
constexpr double leastSteps = 1.5;      // rounding flickers by one step, and so does what it is compared with
constexpr double leastStepsAtEnds = 2;  // and a line that goes on beyond its points is less sure
/** Members farther apart than this see climbs and turns from both ends: no line joins them. */
constexpr double sparseSeconds = 1;
constexpr double ownSteps = 0.75;
constexpr double scatters = 3;
constexpr double refreshes = 1.1;  // the freshest display beside the oldest

std::vector<std::size_t> presentMembers(const Series& series)
{
    std::vector<std::size_t> members;
    for (std::size_t i = 0; i < series.values.size(); ++i) {
        if (series.present[i])
            members.push_back(i);
    }
    return members;
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

/** Up to five members on each side that are far enough apart to be witnesses of their own. */
std::vector<std::size_t> witnesses(const Series& series, const std::vector<std::size_t>& members,
                                   std::size_t place, double apartSeconds, double farthestSeconds)
{
    const double time = series.times[members[place]];
    std::vector<std::size_t> near;
    double last = time;
    std::size_t taken = 0;
    for (std::size_t i = place; i-- > 0 && taken < neighboursEachSide;) {
        if (time - series.times[members[i]] > farthestSeconds)
            break;
        if (last - series.times[members[i]] < apartSeconds)
            continue;
        last = series.times[members[i]];
        near.push_back(members[i]);
        ++taken;
    }
    last = time;
    taken = 0;
    for (std::size_t i = place + 1; i < members.size() && taken < neighboursEachSide; ++i) {
        if (series.times[members[i]] - time > farthestSeconds)
            break;
        if (series.times[members[i]] - last < apartSeconds)
            continue;
        last = series.times[members[i]];
        near.push_back(members[i]);
        ++taken;
    }
    return near;
}

/** How far a member lies off Theil and Sen's line through its neighbours, and how far these do. */
struct Departure
{
    double off = 0;
    double scatter = -1;    //!< median; negative where there are too few neighbours
    double slope = 0;       //!< a second
    bool oneSided = false;  //!< all neighbours are before it, or after it
};

Departure departure(const Series& series, const std::vector<std::size_t>& near, std::size_t member)
{
    if (near.size() < 3)
        return {};
    const double time = series.times[member];
    std::vector<double> slopes;
    for (std::size_t a = 0; a < near.size(); ++a) {
        for (std::size_t b = a + 1; b < near.size(); ++b) {
            const double span = series.times[near[b]] - series.times[near[a]];
            if (span != 0)
                slopes.push_back((series.values[near[b]] - series.values[near[a]]) / span);
        }
    }
    const double slope = slopes.empty() ? 0 : median(slopes);
    std::vector<double> predictions;
    for (const std::size_t neighbour : near)
        predictions.push_back(series.values[neighbour] + slope * (time - series.times[neighbour]));
    const double predicted = median(predictions);
    for (double& prediction : predictions)
        prediction = std::abs(prediction - predicted);
    return {std::abs(series.values[member] - predicted), median(predictions), slope, false};
}

/**
 * How far a member lies off the curve through its nearest neighbours: two on each side, or three where all
 * stand on one. An aircraft that climbs and levels off is on no line over many seconds, but on this. Infinite
 * where there are too few neighbours, or they lie so that the curve says little.
 */
double departureFromCurve(const Series& series, const std::vector<std::size_t>& near, std::size_t member)
{
    const double time = series.times[member];
    std::vector<std::size_t> before;
    std::vector<std::size_t> after;
    for (const std::size_t neighbour : near)
        (series.times[neighbour] < time ? before : after).push_back(neighbour);  // each from the nearest on
    const bool between = !before.empty() && !after.empty();
    const std::size_t eachSide = between ? 2 : 3;
    std::vector<std::size_t> points;
    for (const auto* side : {&before, &after})
        points.insert(points.end(), side->begin(),
                      side->begin() + static_cast<std::ptrdiff_t>(std::min(side->size(), eachSide)));
    if (points.size() < 3)
        return std::numeric_limits<double>::infinity();
    double predicted = 0;
    double weights = 0;
    for (const std::size_t own : points) {  // Lagrange's polynomial
        double weight = 1;
        for (const std::size_t other : points) {
            if (other != own)
                weight *= (time - series.times[other]) / (series.times[own] - series.times[other]);
        }
        predicted += weight * series.values[own];
        weights += std::abs(weight);
    }
    constexpr double mostWeights = 8;  // evenly spaced: 5/3 in the middle, 7 beyond the end
    return weights > mostWeights ? std::numeric_limits<double>::infinity()
                                 : std::abs(series.values[member] - predicted);
}

/** The usual distance in time between members. */
double usualDistance(const Series& series, const std::vector<std::size_t>& members)
{
    std::vector<double> distances;
    for (std::size_t i = 1; i < members.size(); ++i)
        distances.push_back(series.times[members[i]] - series.times[members[i - 1]]);
    return distances.empty() ? 0 : median(distances);
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
    for (const std::size_t member : members)
        impossible[member] = true;
    for (const std::size_t member : longestChain(series, members, limits))
        impossible[member] = false;
    return impossible;
}

std::vector<bool> unconfirmedMembers(const Series& series, const std::vector<bool>& sure,
                                     const Limits& limits)
{
    const std::size_t size = series.values.size();
    std::vector<std::size_t> witnesses;
    for (std::size_t i = 0; i < size; ++i) {
        if (series.present[i] && sure[i])
            witnesses.push_back(i);
    }
    const auto fits = [&](std::size_t at, std::size_t by) {
        return std::abs(series.values[at] - series.values[by]) <=
               limits.fastest * std::abs(series.times[at] - series.times[by]) + limits.slack;
    };
    std::vector<bool> unconfirmed(size, false);
    for (std::size_t i = 0; i < size; ++i) {
        if (!series.present[i] || sure[i])
            continue;
        const auto after = std::lower_bound(witnesses.begin(), witnesses.end(), i);
        const bool fitsBefore = after == witnesses.begin() || fits(i, *std::prev(after));
        const bool fitsAfter = after == witnesses.end() || fits(i, *after);
        unconfirmed[i] = witnesses.empty() || !fitsBefore || !fitsAfter;
    }
    return unconfirmed;
}

std::vector<double> deviations(const Series& series, double step, double refreshSeconds)
{
    std::vector<double> result(series.values.size(), 0);
    const std::vector<std::size_t> members = presentMembers(series);
    const double distance = usualDistance(series, members);
    const double farthest = std::max(neighbourhoodSeconds, neighbourhoodDistances * distance);
    const bool sparse = distance > sparseSeconds;
    std::vector<Departure> departures;
    std::vector<double> scatter;
    for (std::size_t place = 0; place < members.size(); ++place) {
        const auto near = witnesses(series, members, place, 0.9 * refreshSeconds, farthest);
        departures.push_back(departure(series, near, members[place]));
        departures.back().oneSided = place == 0 || place + 1 == members.size();
        if (sparse)
            departures.back().off =
                std::min(departures.back().off, departureFromCurve(series, near, members[place]));
        if (departures.back().scatter >= 0)
            scatter.push_back(departures.back().scatter);
    }
    if (scatter.empty())
        return result;
    const double usualScatter = median(scatter);
    for (std::size_t place = 0; place < members.size(); ++place) {
        if (departures[place].scatter < 0)
            continue;
        const double spread = std::max(scatters * std::max(usualScatter, departures[place].scatter),
                                       refreshes * refreshSeconds * std::abs(departures[place].slope));
        const bool atAnEnd = departures[place].oneSided;
        const double allowed =
            std::max((atAnEnd ? leastStepsAtEnds : leastSteps) * step, ownSteps * step + spread);
        result[members[place]] = departures[place].off / std::max(allowed, 1e-12);
    }
    return result;
}

std::vector<bool> briefDeviations(const Series& series, std::size_t longest, const std::vector<bool>& slips)
{
    std::vector<bool> brief(series.values.size(), false);
    const std::vector<std::size_t> members = presentMembers(series);
    const auto value = [&](std::size_t place) { return series.values[members[place]]; };
    auto mark = [&](std::size_t from, std::size_t to) {
        for (std::size_t i = from; i < to; ++i)
            brief[members[i]] = true;
    };
    for (std::size_t from = 1; from < members.size(); ++from) {
        if (brief[members[from]])
            continue;
        const double before = value(from - 1);
        for (std::size_t to = from + 1; to < members.size() && to - from <= longest; ++to) {
            const double lowest = std::min(before, value(to));
            const double highest = std::max(before, value(to));
            const bool above =
                std::all_of(members.begin() + std::ptrdiff_t(from), members.begin() + std::ptrdiff_t(to),
                            [&](std::size_t m) { return series.values[m] > highest; });
            const bool below =
                std::all_of(members.begin() + std::ptrdiff_t(from), members.begin() + std::ptrdiff_t(to),
                            [&](std::size_t m) { return series.values[m] < lowest; });
            if (above || below) {
                mark(from, to);
                break;
            }
        }
    }
    // At the ends only one side can tell: three equal neighbours, and a difference like a misread digit.
    constexpr std::size_t tellers = 3;
    for (std::size_t run = 1; run <= longest && run + tellers <= members.size(); ++run) {
        const std::size_t end = members.size();
        const auto steady = [&](std::size_t from) {
            return value(from) == value(from + 1) && value(from) == value(from + 2);
        };
        const auto differs = [&](std::size_t from, std::size_t than) {
            for (std::size_t i = from; i < from + run; ++i) {
                if (value(i) == value(than) || !slips[members[i]])
                    return false;
            }
            return true;
        };
        if (steady(run) && differs(0, run))
            mark(0, run);
        if (steady(end - run - tellers) && differs(end - run, end - run - 1))
            mark(end - run, end);
    }
    return brief;
}

}  // namespace sheen
