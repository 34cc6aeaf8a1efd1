#pragma once

#include <array>
#include <cstdint>

namespace sheen {

/** Red, green, blue (sRGB). */
using Rgb = std::array<std::uint8_t, 3>;

/** How an eye sees colours. Of the last three, one kind of cone is missing. */
enum class ColourVision { Normal, Protanopia, Deuteranopia, Tritanopia };
constexpr std::array<ColourVision, 4> colourVisions = {ColourVision::Normal, ColourVision::Protanopia,
                                                       ColourVision::Deuteranopia, ColourVision::Tritanopia};

/** The colour that an eye of normal vision sees where one of this vision looks at `colour` (Machado,
 * Oliveira, Fernandes 2009: A physiologically-based model for simulation of color vision deficiency; severity
 * 1). */
Rgb asSeen(const Rgb& colour, ColourVision vision);

/** CIE 1976 under D65: lightness 0 to 100, green to red, blue to yellow. */
struct Lab
{
    double l = 0;
    double a = 0;
    double b = 0;
};
Lab labOf(const Rgb& colour);

/** CIEDE2000, all weights 1 (Sharma, Wu, Dalal 2005): 1 is just noticeable side by side, 100 is black and
 * white. */
double colourDifference(const Lab& x, const Lab& y);
double colourDifference(const Rgb& a, const Rgb& b);

/** The smallest over all visions. */
double leastColourDifference(const Rgb& a, const Rgb& b);

/** A colour laid over another one; `opacity` 0 to 1. */
Rgb laidOver(const Rgb& below, const Rgb& colour, double opacity);

}  // namespace sheen
