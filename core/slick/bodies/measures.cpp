#include "bodies/measures.h"

#include <tbb/parallel_for.h>

#include <algorithm>
#include <cmath>
#include <numeric>

#include "geo/geodesy.h"
#include "shape_measures.h"

namespace sheen {

namespace {

/** Shares in hundredths of a per cent that add up to exactly 100, each as near to its own as that allows. */
std::array<double, 6> sharesOf(const std::array<double, 6>& areas, double whole)
{
    std::array<double, 6> shares{};
    if (whole <= 0)
        return shares;
    std::array<long, 6> units{};
    std::array<double, 6> left{};
    for (std::size_t code = 0; code < areas.size(); ++code) {
        const double exact = 10000 * areas[code] / whole;
        units[code] = static_cast<long>(std::floor(exact));
        left[code] = exact - static_cast<double>(units[code]);
    }
    for (long missing = 10000 - std::accumulate(units.begin(), units.end(), 0L); missing > 0; --missing) {
        const auto most = std::max_element(left.begin(), left.end()) - left.begin();
        ++units[static_cast<std::size_t>(most)];
        left[static_cast<std::size_t>(most)] = -1;
    }
    for (std::size_t code = 0; code < areas.size(); ++code)
        shares[code] = static_cast<double>(units[code]) / 100;
    return shares;
}

void measureVolume(const std::vector<AppearanceArea>& areas, SlickMeasures& measures)
{
    double least = 0;
    double most = 0;
    bool known = false;
    bool unknown = false;
    bool open = false;
    for (const AppearanceArea& area : areas) {
        const auto minimum = area.minimumVolumeCubicMetres();
        const auto maximum = area.maximumVolumeCubicMetres();
        known = known || minimum;
        unknown = unknown || !minimum;
        open = open || (minimum && !maximum);
        least += minimum.value_or(0);
        most += maximum.value_or(0);
    }
    measures.minimumVolumeCubicMetres = measures.maximumVolumeCubicMetres = std::nullopt;
    measures.volumeNote = VolumeNote::Unknown;
    if (!known)
        return;
    measures.minimumVolumeCubicMetres = std::round(least * 1e6) / 1e6;
    if (!open)
        measures.maximumVolumeCubicMetres = std::round(most * 1e6) / 1e6;
    measures.volumeNote = open ? (unknown ? VolumeNote::NoBoundPart : VolumeNote::NoBound)
                               : (unknown ? VolumeNote::PartKnown : VolumeNote::Whole);
}

/** Sums over the areas. */
void addUp(Slick& slick)
{
    SlickMeasures& measures = slick.measures;
    SeenFrames seen;
    std::array<double, 6> byCode{};
    double oiled = 0;
    double unseen = 0;
    double confidence = 0;
    for (const AppearanceArea& area : slick.areas) {
        oiled += area.areaSquareMetres;
        unseen += area.unseenSquareMetres;
        confidence += area.areaSquareMetres * area.confidence;
        byCode[area.code >= 1 && area.code <= 5 ? static_cast<std::size_t>(area.code) : 0] +=
            area.areaSquareMetres;
        if (area.seen.firstFrame >= 0)
            seen.firstFrame =
                seen.firstFrame < 0 ? area.seen.firstFrame : std::min(seen.firstFrame, area.seen.firstFrame);
        seen.lastFrame = std::max(seen.lastFrame, area.seen.lastFrame);
        seen.frameCount = std::max(seen.frameCount, area.seen.frameCount);
        if (seen.bestFrame < 0)
            seen.bestFrame = area.seen.bestFrame;
    }
    slick.seen = seen;
    slick.confidence = oiled > 0 ? confidence / oiled : 0;
    measures.oiledSquareMetres = inHundredths(oiled);
    measures.unseenSquareMetres = inHundredths(unseen);
    measures.codePercent = sharesOf(byCode, oiled);
    setAreaErrorShare(slick, slick.areaErrorShare);
    measureVolume(slick.areas, measures);
}

/** What the outlines tell by themselves, and how it compares with what was added up. */
void takeShape(Slick& slick, const ShapeMeasures& shape)
{
    slick.outline = shape.outline;
    if (!shape.hasPlace)
        return;
    slick.overallOutline = shape.overallOutline;
    SlickMeasures& measures = slick.measures;
    measures.lengthMetres = inHundredths(shape.axis.lengthMetres);
    measures.widthMetres = inHundredths(shape.axis.widthMetres);
    measures.orientationDegrees = std::fmod(inHundredths(shape.axis.orientationDegrees), 180.0);
    measures.overallSquareMetres =
        std::max(inHundredths(shape.overallSquareMetres), measures.oiledSquareMetres);
    measures.coveragePercent =
        measures.overallSquareMetres > 0
            ? inHundredths(100 * measures.oiledSquareMetres / measures.overallSquareMetres)
            : 0;
    measures.inside = {std::round(shape.inside.latitudeDegrees * 1e8) / 1e8,
                       std::round(shape.inside.longitudeDegrees * 1e8) / 1e8};
    measures.proposedForm = shape.form;
}

}  // namespace

double inHundredths(double value)
{
    return std::round(value * 100) / 100;
}

void setAreaErrorShare(Slick& slick, double share)
{
    slick.areaErrorShare = share;
    slick.measures.areaErrorSquareMetres = inHundredths(share * slick.measures.oiledSquareMetres);
}

void setOutline(AppearanceArea& area, GroundMultiPolygon outline)
{
    area.areaSquareMetres = inHundredths(groundArea(outline));
    area.outline = std::move(outline);
}

void measure(Slick& slick)
{
    std::stable_sort(slick.areas.begin(), slick.areas.end(),
                     [](const AppearanceArea& a, const AppearanceArea& b) {
                         return a.areaSquareMetres > b.areaSquareMetres;
                     });
    slick.measures = {};
    slick.overallOutline.clear();
    addUp(slick);
    takeShape(slick, *shapeMeasures(slick.areas, slick.gapMetres));
}

void measure(std::vector<Slick>& slicks, const Cancel* cancel)
{
    tbb::parallel_for(std::size_t{0}, slicks.size(), [&](std::size_t i) {
        if (!cancel || !cancel->requested())
            measure(slicks[i]);
    });
}

}  // namespace sheen
