#include "data/appearance.h"

#include <QCoreApplication>
#include <array>

namespace sheen {

namespace {
const std::array<AppearanceCode, 5> codes = {{
    {1, 0.04, 0.30},
    {2, 0.30, 5.0},
    {3, 5.0, 50.0},
    {4, 50.0, 200.0},
    {5, 200.0, std::nullopt},
}};
constexpr double metresPerMicrometre = 1e-6;
}  // namespace

const AppearanceCode* appearanceCode(int code)
{
    return code >= 1 && code <= 5 ? &codes[static_cast<std::size_t>(code - 1)] : nullptr;
}

QString appearanceName(int code)
{
    switch (code) {
        case 1:
            return QCoreApplication::translate("sheen::Appearance", "sheen");
        case 2:
            return QCoreApplication::translate("sheen::Appearance", "rainbow");
        case 3:
            return QCoreApplication::translate("sheen::Appearance", "metallic");
        case 4:
            return QCoreApplication::translate("sheen::Appearance", "discontinuous true colour");
        case 5:
            return QCoreApplication::translate("sheen::Appearance", "continuous true colour");
        default:
            return QCoreApplication::translate("sheen::Appearance", "unknown");
    }
}

std::optional<std::array<std::uint8_t, 3>> appearanceColour(int code)
{
    // The darker the thicker; found by search for the largest distance that the closest two keep for every
    // vision (data/area_colours.h), within what the names make one think of.
    constexpr std::array<std::array<std::uint8_t, 3>, 5> colours = {
        {{238, 185, 0}, {190, 75, 225}, {63, 80, 100}, {84, 10, 15}, {7, 0, 55}}};
    if (!appearanceCode(code))
        return std::nullopt;
    return colours[static_cast<std::size_t>(code - 1)];
}

std::optional<double> minimumVolumeCubicMetres(int code, double areaSquareMetres)
{
    const AppearanceCode* found = appearanceCode(code);
    if (!found)
        return std::nullopt;
    return areaSquareMetres * found->minimumThicknessMicrometres * metresPerMicrometre;
}

std::optional<double> maximumVolumeCubicMetres(int code, double areaSquareMetres)
{
    const AppearanceCode* found = appearanceCode(code);
    if (!found || !found->maximumThicknessMicrometres)
        return std::nullopt;
    return areaSquareMetres * *found->maximumThicknessMicrometres * metresPerMicrometre;
}

}  // namespace sheen
