#pragma once

#include <vector>

namespace sheen {

/** Members of a series in order of time; which of them are there. */
struct Series
{
    std::vector<double> times;   //!< seconds, ascending
    std::vector<double> values;  //!< unwrapped; of members that are not there: anything
    std::vector<bool> present;
};

/** What a quantity can do between two members. */
struct Limits
{
    double fastest = 0;  //!< change a second
    double slack = 0;    //!< change that says nothing: steps and age of the display
};

/** Takes full turns out of angles, so that neighbours differ by less than half a turn. */
void unwrapDegrees(Series& series);

/** Members that are not in the longest chain that never changes faster than possible. */
std::vector<bool> impossibleMembers(const Series& series, const Limits& limits);

/**
 * Members that are not sure and changed faster than possible from the nearest sure one before or after them;
 * all that are not sure where no member is.
 */
std::vector<bool> unconfirmedMembers(const Series& series, const std::vector<bool>& sure,
                                     const Limits& limits);

/**
 * How far each member lies off its neighbours, in multiples of what is allowed: more than 1 is too far.
 * Compared is with Theil and Sen's line through up to five neighbours on each side; allowed are a step of the
 * display and three times the scatter of the neighbours about their line, or of the whole series where that
 * is larger, and what the age of the display may hide, so that a turn, a slewing turret or an uneven display
 * does not make good values wrong. Members more than a second apart may lie on the curve through their
 * nearest neighbours instead.
 *
 * @param refreshSeconds period of the display: what one refresh repeats is one witness, not several
 * @return 0 for members that are not there or have fewer than three neighbours
 */
std::vector<double> deviations(const Series& series, double step, double refreshSeconds);

/**
 * Runs of at most `longest` members that jump out of what lies before and after them, up or down. Where
 * `slips` says of a member that it differs from its neighbour as a misread digit does, runs at the ends of
 * the series count as well, though nothing is known beyond them.
 */
std::vector<bool> briefDeviations(const Series& series, std::size_t longest, const std::vector<bool>& slips);

}  // namespace sheen
