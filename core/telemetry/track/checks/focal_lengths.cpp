#include "focal_lengths.h"

#include <algorithm>
#include <cmath>
#include <limits>

namespace sheen {

namespace {

// Negative logarithms of likelihoods. So weighed, a length that differs in one character counts as a zoom
// from 10 readings on, or 3 at the ends of the flight; any other one from 3 on.
constexpr double exactCost = 0.05;
constexpr double changeCost = 4.6;
constexpr double nearChangeCost = 3.4;  // below slipCost: a zoom may show another length in each reading
constexpr double changeAtEndCost = 1;   // more, where only one or two readings lie beyond the change
constexpr double nearRatio = 0.16;      // of logarithms
constexpr double edgeSlipCost = 3.2;
constexpr double slipCost = 3.5;
constexpr double repeatedSlipCost = 0.7;
constexpr double otherCost = 6.2;
constexpr double repeatedOtherCost = 1.6;

/** Readings in succession that say the same. */
struct Run
{
    std::size_t length = 0;  //!< index among the lengths
    std::size_t count = 0;
};

struct Length
{
    double millimetres = 0;
    QString text;
};

bool isEdgeSlip(const QString& a, const QString& b)
{
    const QString& longer = a.size() > b.size() ? a : b;
    const QString& shorter = a.size() > b.size() ? b : a;
    return !shorter.isEmpty() && longer.size() == shorter.size() + 1 &&
           (longer.startsWith(shorter) || longer.endsWith(shorter));
}

bool isOneCharacterOff(const QString& a, const QString& b)
{
    if (a.size() != b.size())
        return false;
    int different = 0;
    for (qsizetype i = 0; i < a.size(); ++i)
        different += a.at(i) != b.at(i);
    return different == 1;
}

double readingCost(const Length& seen, const Length& shown, std::size_t count)
{
    const auto more = static_cast<double>(count - 1);
    if (seen.millimetres == shown.millimetres)
        return exactCost * static_cast<double>(count);
    if (isEdgeSlip(seen.text, shown.text))
        return edgeSlipCost + repeatedSlipCost * more;
    if (isOneCharacterOff(seen.text, shown.text))
        return slipCost + repeatedSlipCost * more;
    return otherCost + repeatedOtherCost * more;
}

double zoomCost(const Length& from, const Length& to)
{
    if (from.millimetres == to.millimetres)
        return 0;
    const bool near = std::abs(std::log(from.millimetres / to.millimetres)) < nearRatio;
    return near ? nearChangeCost : changeCost;
}

/** For each run the length that the lens had, on the course that costs least. */
std::vector<std::size_t> likeliestLengths(const std::vector<Run>& runs, const std::vector<Length>& lengths)
{
    const std::size_t states = lengths.size();
    constexpr std::size_t fewReadings = 2;
    std::vector<double> costs(states, 0);
    std::vector<std::vector<std::uint32_t>> before;
    for (std::size_t r = 0; r < runs.size(); ++r) {
        const std::vector<double> earlier = costs;
        before.emplace_back(states);
        const auto cheapest =
            static_cast<std::size_t>(std::min_element(earlier.begin(), earlier.end()) - earlier.begin());
        for (std::size_t to = 0; to < states; ++to) {
            std::size_t from = to;
            double least = r > 0 ? earlier[to] : 0;
            if (r > 0) {
                const bool isAtEnd = (r == 1 && runs.front().count <= fewReadings) ||
                                     (r + 1 == runs.size() && runs.back().count <= fewReadings);
                const double more = isAtEnd ? changeAtEndCost : 0;
                const auto costFrom = [&](std::size_t each) {
                    return earlier[each] + zoomCost(lengths[each], lengths[to]) + (each == to ? 0 : more);
                };
                const auto consider = [&](std::size_t each) {
                    if (costFrom(each) < least) {
                        least = costFrom(each);
                        from = each;
                    }
                };
                consider(cheapest);
                // The lengths stand in ascending order: those near by are its neighbours.
                for (std::size_t each = to;
                     each-- > 0 && zoomCost(lengths[each], lengths[to]) == nearChangeCost;)
                    consider(each);
                for (std::size_t each = to + 1;
                     each < states && zoomCost(lengths[each], lengths[to]) == nearChangeCost; ++each)
                    consider(each);
            }
            before[r][to] = static_cast<std::uint32_t>(from);
            costs[to] = least + readingCost(lengths[runs[r].length], lengths[to], runs[r].count);
        }
    }
    std::vector<std::size_t> course(runs.size());
    auto state = static_cast<std::size_t>(std::min_element(costs.begin(), costs.end()) - costs.begin());
    for (std::size_t r = runs.size(); r-- > 0;) {
        course[r] = state;
        state = before[r][state];
    }
    return course;
}

}  // namespace

std::vector<bool> unlikelyFocalLengths(const std::vector<FocalReading>& readings)
{
    std::vector<Length> lengths;
    for (const FocalReading& reading : readings) {
        if (reading.millimetres > 0)
            lengths.push_back({reading.millimetres, reading.text});
    }
    std::sort(lengths.begin(), lengths.end(),
              [](const Length& a, const Length& b) { return a.millimetres < b.millimetres; });
    lengths.erase(
        std::unique(lengths.begin(), lengths.end(),
                    [](const Length& a, const Length& b) { return a.millimetres == b.millimetres; }),
        lengths.end());
    const auto indexOfLength = [&](double millimetres) {
        const auto found = std::lower_bound(lengths.begin(), lengths.end(), millimetres,
                                            [](const Length& a, double b) { return a.millimetres < b; });
        return static_cast<std::size_t>(found - lengths.begin());
    };
    std::vector<Run> runs;
    for (const FocalReading& reading : readings) {
        const std::size_t length = indexOfLength(std::max(reading.millimetres, 1e-9));
        if (!runs.empty() && runs.back().length == length)
            ++runs.back().count;
        else
            runs.push_back({length, 1});
    }
    std::vector<bool> unlikely;
    // A lens whose every reading is another one, as a table's are, is in no need of this.
    constexpr std::size_t mostLengths = 400;
    if (lengths.empty() || lengths.size() > mostLengths)
        return std::vector<bool>(readings.size(), false);
    const std::vector<std::size_t> course = likeliestLengths(runs, lengths);
    for (std::size_t r = 0; r < runs.size(); ++r)
        unlikely.insert(unlikely.end(), runs[r].count, course[r] != runs[r].length);
    return unlikely;
}

}  // namespace sheen
