#include "bodies/measures.h"

#include <algorithm>
#include <cmath>
#include <numeric>

#include "axis.h"
#include "geo/geodesy.h"
#include "geo/ground_bounds.h"
#include "ogr/ground_geometry.h"
#include "ogr/ogr_geometry.h"
#include "plane_shape.h"

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

std::unique_ptr<OGRGeometry> valid(std::unique_ptr<OGRGeometry> shape)
{
    return shape && !isValidQuietly(*shape) ? repaired(*shape) : std::move(shape);
}

/** Whether a shape is all of its convex hull: then there is nothing to close. */
bool isConvex(const OGRGeometry& shape)
{
    if (wkbFlatten(shape.getGeometryType()) != wkbPolygon)
        return false;
    const std::unique_ptr<OGRGeometry> hull(shape.ConvexHull());
    if (!hull || wkbFlatten(hull->getGeometryType()) != wkbPolygon)
        return false;
    const double area = shape.toPolygon()->get_Area();
    return hull->toPolygon()->get_Area() - area <= 1e-9 * area;
}

/** The outline with gaps up to the given width closed; a shape that GEOS cannot close stays as it is. */
std::unique_ptr<OGRGeometry> closed(const OGRMultiPolygon& filled, double gapMetres)
{
    constexpr int roundness = 8;  //!< corners of a quarter of a circle
    const QuietGdal quiet;        // a needle may cross itself in another projection
    std::unique_ptr<OGRGeometry> whole = valid(std::unique_ptr<OGRGeometry>(filled.UnionCascaded()));
    if (!whole)
        whole = repaired(filled);
    if (!whole || gapMetres <= 0 || isConvex(*whole))
        return whole;
    // Half a metre of 30 changes nothing that is measured, and makes large outlines many times quicker.
    const std::unique_ptr<OGRGeometry> fewer(whole->SimplifyPreserveTopology(gapMetres / 60));
    const std::unique_ptr<OGRGeometry> grown((fewer ? *fewer : *whole).Buffer(gapMetres / 2, roundness));
    const std::unique_ptr<OGRGeometry> back =
        valid(std::unique_ptr<OGRGeometry>(grown ? grown->Buffer(-gapMetres / 2, roundness) : nullptr));
    std::unique_ptr<OGRGeometry> both(back ? back->Union(whole.get()) : nullptr);
    return both ? std::move(both) : std::move(whole);
}

/** docs/measures.md, "Form". */
SlickForm proposedForm(const GroundMultiPolygon& outline, const LocalPlane& plane, const Axis& overall)
{
    constexpr double slender = 5;  //!< length to width
    constexpr double mostOfIt = 0.8;
    constexpr double sameDirectionDegrees = 20;
    double whole = 0;
    double largest = 0;
    double slenderArea = 0;
    double strayingArea = 0;
    for (const GroundPolygon& polygon : outline) {
        const double area = groundArea(polygon);
        const Axis axis = longestAxis(*onPlane({polygon}, plane, false));
        whole += area;
        largest = std::max(largest, area);
        if (axis.lengthMetres < slender * axis.widthMetres)
            continue;
        slenderArea += area;
        const double turn = std::abs(axis.orientationDegrees - overall.orientationDegrees);
        if (std::min(turn, 180 - turn) > sameDirectionDegrees)
            strayingArea += area;
    }
    if (largest >= mostOfIt * whole)
        return slenderArea >= whole / 2 ? SlickForm::Streamers : SlickForm::Continuous;
    if (slenderArea < whole / 2)
        return SlickForm::Patches;
    return strayingArea < slenderArea / 2 ? SlickForm::Windrows : SlickForm::Streamers;
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

void measureOutline(Slick& slick)
{
    SlickMeasures& measures = slick.measures;
    const GroundBounds bounds(slick.outline);
    const LocalPlane plane({(bounds.south + bounds.north) / 2, (bounds.west + bounds.east) / 2});
    const std::unique_ptr<OGRMultiPolygon> filled = onPlane(slick.outline, plane, false);
    const std::unique_ptr<OGRGeometry> overall = closed(*filled, slick.gapMetres);
    slick.overallOutline = filledFromPlane(overall ? *overall : *filled, plane);
    const Axis axis = longestAxis(overall ? *overall : *filled);
    measures.lengthMetres = inHundredths(axis.lengthMetres);
    measures.widthMetres = inHundredths(axis.widthMetres);
    measures.orientationDegrees = std::fmod(inHundredths(axis.orientationDegrees), 180.0);
    measures.overallSquareMetres =
        std::max(inHundredths(groundArea(slick.overallOutline)), measures.oiledSquareMetres);
    measures.coveragePercent =
        measures.overallSquareMetres > 0
            ? inHundredths(100 * measures.oiledSquareMetres / measures.overallSquareMetres)
            : 0;
    const GroundPoint inside = pointInside(slick.areas.front().outline);
    measures.inside = {std::round(inside.latitudeDegrees * 1e8) / 1e8,
                       std::round(inside.longitudeDegrees * 1e8) / 1e8};
    measures.proposedForm = proposedForm(slick.outline, plane, axis);
}

bool hasPlace(const GroundMultiPolygon& outline)
{
    return !outline.empty() && !outline.front().empty() && !outline.front().front().empty();
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
    const QuietGdal quiet;
    std::stable_sort(slick.areas.begin(), slick.areas.end(),
                     [](const AppearanceArea& a, const AppearanceArea& b) {
                         return a.areaSquareMetres > b.areaSquareMetres;
                     });
    slick.measures = {};
    slick.overallOutline.clear();
    std::vector<GroundMultiPolygon> outlines;
    for (const AppearanceArea& area : slick.areas)
        outlines.push_back(area.outline);
    slick.outline = outlines.size() == 1 ? outlines.front() : united(outlines);
    addUp(slick);
    if (hasPlace(slick.outline))
        measureOutline(slick);
}

}  // namespace sheen
