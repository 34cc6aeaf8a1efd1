#pragma once

#include <functional>
#include <vector>

namespace sheen {

/** Members of a series in order of time; which of them are there, and how far apart two of them are. */
struct Series
{
    std::vector<double> times;   //!< seconds, ascending
    std::vector<double> values;  //!< unwrapped; of members that are not there: anything
    std::vector<bool> present;
};

/** What a quantity can do between two members. */
struct Limits
{
    double fastest = 0;       //!< change a second
    double acceleration = 0;  //!< change of that a second; 0: no local fit
    double slack = 0;         //!< change that says nothing: steps and age of the display
};

/** Takes full turns out of angles, so that neighbours differ by less than half a turn. */
void unwrapDegrees(Series& series);

/**
 * Members that cannot belong to the series: not in the longest chain that never changes faster than possible,
 * or far off the robust line through their neighbours.
 */
std::vector<bool> impossibleMembers(const Series& series, const Limits& limits);

/** Runs of at most `longest` members between equal neighbours that they differ from: misread steps. */
std::vector<bool> briefDeviations(const Series& series, std::size_t longest);

}  // namespace sheen
