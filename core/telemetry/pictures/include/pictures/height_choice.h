#pragma once

#include <optional>

namespace sheen {

/** The height above the sea that is taken of those that a source gives. */
struct HeightChoice
{
    std::optional<double> metres;
    bool contradicts = false;  //!< the absolute height cannot be beside the other one, which is taken
};

/**
 * Takes the absolute height, and that above the take-off where there is no other or where both contradict
 * each other: nobody takes off below the sea, so the absolute height is not below zero, nor below the height
 * above the take-off by more than a barometer errs by.
 */
HeightChoice chooseHeight(std::optional<double> absoluteMetres, std::optional<double> aboveTakeOffMetres);

}  // namespace sheen
