#include "rejected_oil.h"

#include <algorithm>
#include <map>

namespace sheen {

namespace {

constexpr int lookedAtOfSide = 1000;
constexpr ForestShape smallForest = {12, 10};

/** What a forest says of the rows of one part that was grown from all others. */
struct HeldOutAnswers
{
    std::vector<float> marked;
    std::vector<float> unmarked;
};

/** Unmarked rows in two halves that lie everywhere, so that nothing is judged by a forest that has seen
 * nothing like it. */
constexpr std::size_t halves = 2;

PixelForest grownWithout(int part, std::size_t half, const std::vector<MarkedRow>& marked,
                         const std::vector<UnmarkedRow>& unmarked)
{
    Rows yes, no;
    for (const MarkedRow& row : marked) {
        if (row.part != part)
            yes.push_back(row.features);
    }
    for (std::size_t i = 0; i < unmarked.size(); ++i) {
        if (i % halves != half)
            no.push_back(unmarked[i].features);
    }
    const Sides sides{evenly(yes, lookedAtOfSide), evenly(no, lookedAtOfSide)};
    return sides.yes.empty() || sides.no.empty() ? PixelForest() : sides.grown(smallForest);
}

HeldOutAnswers heldOut(const std::vector<MarkedRow>& marked, const std::vector<UnmarkedRow>& unmarked)
{
    HeldOutAnswers answers{std::vector<float>(marked.size()), std::vector<float>(unmarked.size())};
    for (int part = 0; part < rejectionParts; ++part) {
        const auto isOfPart = [part](const MarkedRow& row) { return row.part == part; };
        if (std::none_of(marked.begin(), marked.end(), isOfPart))
            continue;
        for (std::size_t half = 0; half < halves; ++half) {
            const PixelForest forest = grownWithout(part, half, marked, unmarked);
            if (forest.isEmpty())
                continue;
            for (std::size_t i = half; i < marked.size(); i += halves) {
                if (marked[i].part == part)
                    answers.marked[i] = forest.answer(marked[i].features);
            }
            for (std::size_t i = half; i < unmarked.size(); i += halves) {
                if (unmarked[i].part == part)
                    answers.unmarked[i] = forest.answer(unmarked[i].features);
            }
        }
    }
    return answers;
}

float odds(float probability)
{
    constexpr float least = 0.01F;
    const float kept = std::clamp(probability, least, 1 - least);
    return kept / (1 - kept);
}

float mean(const std::vector<float>& values)
{
    float sum = 0;
    for (const float value : values)
        sum += value;
    return values.empty() ? 0 : sum / float(values.size());
}

}  // namespace

Sides judgedByRejections(const std::vector<MarkedRow>& marked, const std::vector<UnmarkedRow>& unmarked)
{
    // Were all unmarked rows meant, the forest would answer a half to both. It is surer of marks that are
    // alike, drawn through the middle of patches: what looks half as much like them is meant all the same.
    // Where it does not know the marks themselves again, what it says of others counts for little.
    constexpr float half = 0.5F;
    constexpr float leastKnown = 0.25F;
    const HeldOutAnswers answers = heldOut(marked, unmarked);
    const float oddsOfMarked = odds(std::clamp(mean(answers.marked), leastKnown, half));
    std::map<int, std::vector<float>> patches;
    for (std::size_t i = 0; i < unmarked.size(); ++i)
        patches[unmarked[i].patch].push_back(answers.unmarked[i]);
    std::map<int, bool> isMeant;
    for (const auto& [patch, ofRows] : patches)
        isMeant[patch] = odds(mean(ofRows)) > half * oddsOfMarked;
    Sides sides;
    for (std::size_t i = 0; i < unmarked.size(); ++i) {
        if (isMeant[unmarked[i].patch])
            sides.no.push_back(unmarked[i].features);
        else if (odds(answers.unmarked[i]) < half * oddsOfMarked)
            sides.yes.push_back(unmarked[i].features);
    }
    return sides;
}

}  // namespace sheen
