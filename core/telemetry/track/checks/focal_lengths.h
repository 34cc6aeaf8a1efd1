#pragma once

#include <QString>
#include <vector>

namespace sheen {

/** A focal length as it was read; the text is empty where it comes from no display. */
struct FocalReading
{
    double millimetres = 0;
    QString text;
};

/**
 * Which readings of a flight, in order of time, are misread: those that are not on the likeliest course of
 * the lens (Viterbi's algorithm over the lengths that were read at all). Changes are rare, those to a length
 * near by less so; a text that lacks, adds or changes one character is read now and then, also for some
 * frames in succession, for the same ground lies behind it; any other one hardly ever.
 */
std::vector<bool> unlikelyFocalLengths(const std::vector<FocalReading>& readings);

}  // namespace sheen
