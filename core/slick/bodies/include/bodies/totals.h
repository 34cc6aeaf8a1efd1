#pragma once

#include <array>
#include <optional>
#include <vector>

#include "data/slick.h"

namespace sheen {

/** Sums over slicks: the same numbers wherever they are shown. */
struct SlickTotals
{
    int count = 0;
    int withoutVolume = 0;  //!< none of whose oil has a code
    int partlyWithout = 0;  //!< some of whose oil has no code
    int unbounded = 0;      //!< with oil that has no upper bound
    double overallSquareMetres = 0;
    double oiledSquareMetres = 0;
    double minimumCubicMetres = 0;  //!< of those that have one
    double maximumCubicMetres = 0;  //!< likewise

    void add(const Slick& slick);

    std::optional<double> minimumVolumeCubicMetres() const;  //!< nothing where none has one
    std::optional<double> maximumVolumeCubicMetres() const;  //!< nothing where one has no upper bound
};

/** Apart by what was decided: only what a person accepted is a finding. */
struct DecisionTotals
{
    std::array<SlickTotals, 3> byDecision;

    explicit DecisionTotals(const std::vector<Slick>& slicks = {});
    void add(const Slick& slick);
    const SlickTotals& of(Decision decision) const { return byDecision[static_cast<std::size_t>(decision)]; }
    int count() const;
};

}  // namespace sheen
