#include "data/area_colours.h"

#include <algorithm>
#include <map>
#include <vector>

#include "data/appearance.h"

namespace sheen {

namespace {

constexpr std::array<Rgb, 2> tones = {seaTone, landTone};

/** For oil without a code: apart from the codes' colours and from one another. */
constexpr std::array<Rgb, 2> spareColours = {{{203, 40, 0}, {41, 152, 116}}};

/** Whether these can be told apart from the codes' colours, from one another, from sea and land. */
bool areApart(const std::vector<Rgb>& colours)
{
    std::vector<Rgb> before;
    for (int code = 1; code <= 5; ++code)
        before.push_back(*appearanceColour(code));
    for (const Rgb& colour : colours) {
        if (leastDifferenceFromMap(colour) < tellableDifference)
            return false;
        for (const Rgb& other : before) {
            if (leastAreaDifference(colour, other) < tellableDifference)
                return false;
        }
        before.push_back(colour);
    }
    return true;
}

/** By class value, of the oil that has no code. */
std::map<int, Rgb> coloursWithoutCode(const ModelCard& card)
{
    std::vector<const ModelClass*> classes;
    std::vector<Rgb> colours;
    for (const ModelClass& one : card.classes) {
        if (!one.oil || one.code != 0)
            continue;
        classes.push_back(&one);
        colours.push_back(one.rgb);
    }
    if (!areApart(colours))
        std::copy_n(spareColours.begin(), std::min(spareColours.size(), colours.size()), colours.begin());
    std::map<int, Rgb> byValue;
    for (std::size_t i = 0; i < classes.size(); ++i)
        byValue[classes[i]->value] = colours[i];
    return byValue;
}

}  // namespace

Rgb areaColour(const ModelCard& card, int classValue, int code)
{
    if (const std::optional<Rgb> colour = appearanceColour(code))
        return *colour;
    const std::map<int, Rgb> colours = coloursWithoutCode(card);
    if (const auto found = colours.find(classValue); found != colours.end())
        return found->second;
    const ModelClass* known = card.findClass(classValue);
    return known ? known->rgb : Rgb{128, 128, 128};
}

Rgb classColour(const ModelCard& card, const ModelClass& one)
{
    return one.oil ? areaColour(card, one.value, one.code) : one.rgb;
}

double leastAreaDifference(const Rgb& a, const Rgb& b)
{
    double least = leastColourDifference(a, b);
    for (const Rgb& tone : tones)
        least = std::min(
            least, leastColourDifference(laidOver(tone, a, areaOpacity), laidOver(tone, b, areaOpacity)));
    return least;
}

double leastDifferenceFromMap(const Rgb& colour)
{
    double least = leastColourDifference(seaTone, colour);
    for (const Rgb& tone : tones)
        least = std::min(least, leastColourDifference(tone, laidOver(tone, colour, areaOpacity)));
    return least;
}

}  // namespace sheen
