#pragma once

#include <QString>
#include <array>
#include <cstdint>
#include <optional>

namespace sheen {

/** Bonn Agreement Oil Appearance Code: film thickness by what an eye sees in daylight. */
struct AppearanceCode
{
    int code = 0;
    double minimumThicknessMicrometres = 0;
    std::optional<double> maximumThicknessMicrometres;  //!< nothing for code 5, which has no upper bound
};

/** Nullptr for code 0 (unknown) and anything else that is none of 1 to 5. */
const AppearanceCode* appearanceCode(int code);

/** Translated name of a code, "sheen" to "continuous true colour"; "unknown" for others. */
QString appearanceName(int code);

/**
 * Red, green, blue of a code on maps: from light to dark as the film grows thicker, so that they are told
 * apart without seeing colours, on sea and on land; nothing for others than 1 to 5. Sheen is not white: that
 * is foam.
 */
std::optional<std::array<std::uint8_t, 3>> appearanceColour(int code);

/** Volume of a film of this code, in m3; nothing where the code gives no bound. */
std::optional<double> minimumVolumeCubicMetres(int code, double areaSquareMetres);
std::optional<double> maximumVolumeCubicMetres(int code, double areaSquareMetres);

}  // namespace sheen
