#pragma once

#include <vector>

namespace sheen {

/** How old a displayed value is when its frame is taken. */
struct DisplayAge
{
    double seconds = 0;
    double variance = 0;   //!< s2
    bool repeats = false;  //!< the frame before it shows the same refresh: nothing new
};

/**
 * Ages of the display at each frame, from when its values change: a frame whose values all stand as in the
 * one before it repeats it; one that follows a repeated or recent frame is at most as old as the time between
 * them.
 *
 * @param changed whether any displayed value differs from the frame before
 */
std::vector<DisplayAge> displayAges(const std::vector<double>& times, const std::vector<bool>& changed,
                                    double periodSeconds);

/**
 * Sharpens the ages by how far behind a smooth path the displayed places lie, in seconds of flight (positive:
 * behind). The freshest are taken as of their own instant, later ones as old as they lie behind.
 *
 * @param doubtSeconds standard error of `behind`; where it is no better than the period, nothing is changed
 * @return whether the ages were sharpened
 */
bool sharpenAges(std::vector<DisplayAge>& ages, const std::vector<double>& behind, double doubtSeconds,
                 double periodSeconds);

/**
 * How old the freshest of some frames can be: the display refreshes once in a period, whatever the frames do,
 * so no frame is older than the longest part of the period into which none falls. Of all periods within 5 %
 * of the one given, the worst: frames in step with the display may all be equally old.
 */
double oldestFreshestSeconds(const std::vector<double>& times, double periodSeconds);

/**
 * Variance (s2) of what the ages of displayAges err by together: how the mean of their errors depends on the
 * instant, unknown, in which the display refreshes. Frames that fall everywhere into its period share next to
 * nothing; frames in step with it are all equally wrong. Of all periods within 5 % of the one given, the
 * worst.
 */
double commonAgeVariance(const std::vector<double>& times, double periodSeconds);

}  // namespace sheen
