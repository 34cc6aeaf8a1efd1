#include "bodies/totals.h"

#include <cmath>

#include "bodies/measures.h"

namespace sheen {

namespace {

double inMillilitres(double cubicMetres)
{
    return std::round(cubicMetres * 1e6) / 1e6;
}

}  // namespace

void SlickTotals::add(const Slick& slick)
{
    const SlickMeasures& measures = slick.measures;
    ++count;
    overallSquareMetres = inHundredths(overallSquareMetres + measures.overallSquareMetres);
    oiledSquareMetres = inHundredths(oiledSquareMetres + measures.oiledSquareMetres);
    const VolumeNote note = measures.volumeNote;
    withoutVolume += note == VolumeNote::Unknown ? 1 : 0;
    partlyWithout += note == VolumeNote::PartKnown || note == VolumeNote::NoBoundPart ? 1 : 0;
    unbounded += note == VolumeNote::NoBound || note == VolumeNote::NoBoundPart ? 1 : 0;
    minimumCubicMetres = inMillilitres(minimumCubicMetres + measures.minimumVolumeCubicMetres.value_or(0));
    maximumCubicMetres = inMillilitres(maximumCubicMetres + measures.maximumVolumeCubicMetres.value_or(0));
}

std::optional<double> SlickTotals::minimumVolumeCubicMetres() const
{
    return count > withoutVolume ? std::optional(minimumCubicMetres) : std::nullopt;
}

std::optional<double> SlickTotals::maximumVolumeCubicMetres() const
{
    return count > withoutVolume && unbounded == 0 ? std::optional(maximumCubicMetres) : std::nullopt;
}

DecisionTotals::DecisionTotals(const std::vector<Slick>& slicks)
{
    for (const Slick& slick : slicks)
        add(slick);
}

void DecisionTotals::add(const Slick& slick)
{
    byDecision[static_cast<std::size_t>(slick.decision)].add(slick);
}

int DecisionTotals::count() const
{
    int all = 0;
    for (const SlickTotals& totals : byDecision)
        all += totals.count;
    return all;
}

}  // namespace sheen
