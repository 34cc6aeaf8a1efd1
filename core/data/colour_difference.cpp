#include "data/colour_difference.h"

#include <algorithm>
#include <cmath>

namespace sheen {

namespace {

using Triple = std::array<double, 3>;
using Matrix = std::array<Triple, 3>;

constexpr double pi = 3.14159265358979323846;

double linear(std::uint8_t value)
{
    const double v = value / 255.0;
    return v <= 0.04045 ? v / 12.92 : std::pow((v + 0.055) / 1.055, 2.4);
}

std::uint8_t encoded(double value)
{
    const double v = std::clamp(value, 0.0, 1.0);
    return static_cast<std::uint8_t>(
        std::lround(255 * (v <= 0.0031308 ? 12.92 * v : 1.055 * std::pow(v, 1 / 2.4) - 0.055)));
}

Triple linear(const Rgb& colour)
{
    return {linear(colour[0]), linear(colour[1]), linear(colour[2])};
}

Triple times(const Matrix& matrix, const Triple& v)
{
    Triple result{};
    for (std::size_t row = 0; row < 3; ++row)
        result[row] = matrix[row][0] * v[0] + matrix[row][1] * v[1] + matrix[row][2] * v[2];
    return result;
}

double radians(double degrees)
{
    return degrees * pi / 180;
}

double hueDegrees(double a, double b)
{
    const double degrees = a == 0 && b == 0 ? 0 : std::atan2(b, a) * 180 / pi;
    return degrees < 0 ? degrees + 360 : degrees;
}

const Matrix& cones(ColourVision vision)
{
    static constexpr Matrix protanopia = {
        {{0.152286, 1.052583, -0.204868}, {0.114503, 0.786281, 0.099216}, {-0.003882, -0.048116, 1.051998}}};
    static constexpr Matrix deuteranopia = {
        {{0.367322, 0.860646, -0.227968}, {0.280085, 0.672501, 0.047413}, {-0.011820, 0.042940, 0.968881}}};
    static constexpr Matrix tritanopia = {
        {{1.255528, -0.076749, -0.178779}, {-0.078411, 0.930809, 0.147602}, {0.004733, 0.691367, 0.303900}}};
    return vision == ColourVision::Protanopia     ? protanopia
           : vision == ColourVision::Deuteranopia ? deuteranopia
                                                  : tritanopia;
}

}  // namespace

Rgb asSeen(const Rgb& colour, ColourVision vision)
{
    if (vision == ColourVision::Normal)
        return colour;
    const Triple seen = times(cones(vision), linear(colour));
    return {encoded(seen[0]), encoded(seen[1]), encoded(seen[2])};
}

// sRGB's primaries and white are those of IEC 61966-2-1.
Lab labOf(const Rgb& colour)
{
    constexpr Matrix toXyz = {{{0.4124564, 0.3575761, 0.1804375},
                               {0.2126729, 0.7151522, 0.0721750},
                               {0.0193339, 0.1191920, 0.9503041}}};
    constexpr Triple white = {0.95047, 1, 1.08883};
    Triple f = times(toXyz, linear(colour));
    for (std::size_t i = 0; i < 3; ++i) {
        const double t = f[i] / white[i];
        f[i] = t > 216.0 / 24389 ? std::cbrt(t) : (24389.0 / 27 * t + 16) / 116;
    }
    return {116 * f[1] - 16, 500 * (f[0] - f[1]), 200 * (f[1] - f[2])};
}

// Numbers and names are the paper's.
double colourDifference(const Lab& x, const Lab& y)
{
    const auto seventh = [](double c) {
        return std::sqrt(std::pow(c, 7) / (std::pow(c, 7) + std::pow(25, 7)));
    };
    const double meanC = (std::hypot(x.a, x.b) + std::hypot(y.a, y.b)) / 2;
    const double g = 0.5 * (1 - seventh(meanC));
    const double a1 = (1 + g) * x.a;
    const double a2 = (1 + g) * y.a;
    const double c1 = std::hypot(a1, x.b);
    const double c2 = std::hypot(a2, y.b);
    const double h1 = hueDegrees(a1, x.b);
    const double h2 = hueDegrees(a2, y.b);

    double turn = c1 * c2 == 0 ? 0 : h2 - h1;
    if (std::abs(turn) > 180)
        turn += turn > 0 ? -360 : 360;
    const double dL = y.l - x.l;
    const double dC = c2 - c1;
    const double dH = 2 * std::sqrt(c1 * c2) * std::sin(radians(turn / 2));

    const double l = (x.l + y.l) / 2;
    const double c = (c1 + c2) / 2;
    double h = h1 + h2;
    if (c1 * c2 != 0) {
        if (std::abs(h1 - h2) > 180)
            h += h < 360 ? 360 : -360;
        h /= 2;
    }
    const double t = 1 - 0.17 * std::cos(radians(h - 30)) + 0.24 * std::cos(radians(2 * h)) +
                     0.32 * std::cos(radians(3 * h + 6)) - 0.20 * std::cos(radians(4 * h - 63));
    const double sL = 1 + 0.015 * (l - 50) * (l - 50) / std::sqrt(20 + (l - 50) * (l - 50));
    const double sC = 1 + 0.045 * c;
    const double sH = 1 + 0.015 * c * t;
    const double rT = -2 * seventh(c) * std::sin(radians(60 * std::exp(-std::pow((h - 275) / 25, 2))));
    const double lightness = dL / sL;
    const double chroma = dC / sC;
    const double hue = dH / sH;
    return std::sqrt(lightness * lightness + chroma * chroma + hue * hue + rT * chroma * hue);
}

double colourDifference(const Rgb& a, const Rgb& b)
{
    return colourDifference(labOf(a), labOf(b));
}

double leastColourDifference(const Rgb& a, const Rgb& b)
{
    double least = colourDifference(a, b);
    for (const ColourVision vision : colourVisions)
        least = std::min(least, colourDifference(asSeen(a, vision), asSeen(b, vision)));
    return least;
}

Rgb laidOver(const Rgb& below, const Rgb& colour, double opacity)
{
    Rgb result{};
    for (std::size_t i = 0; i < 3; ++i)
        result[i] = static_cast<std::uint8_t>(std::lround(opacity * colour[i] + (1 - opacity) * below[i]));
    return result;
}

}  // namespace sheen
