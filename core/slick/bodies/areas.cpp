#include "bodies/areas.h"

#include <algorithm>
#include <numeric>

#include "bodies/measures.h"
#include "geo/geodesy.h"
#include "geo/ground_bounds.h"
#include "ogr/ground_geometry.h"

namespace sheen {

namespace {

/** Without `shape`, and without parts below the smallest size; nothing where they do not share an inside. */
std::optional<GroundMultiPolygon> remaining(const GroundMultiPolygon& outline,
                                            const GroundMultiPolygon& shape, double smallestSquareMetres)
{
    if (groundArea(common(outline, shape)) <= overlapTolerance / 10)
        return std::nullopt;
    GroundMultiPolygon rest = without(outline, shape);
    std::erase_if(rest, [smallestSquareMetres](const GroundPolygon& part) {
        return groundArea(part) < std::max(smallestSquareMetres, overlapTolerance);
    });
    return rest;
}

}  // namespace

void takeFrom(std::vector<AppearanceArea>& areas, const GroundMultiPolygon& shape,
              double smallestSquareMetres)
{
    const GroundBounds bounds(shape);
    for (AppearanceArea& area : areas) {
        if (!bounds.touches(GroundBounds(area.outline)))
            continue;
        std::optional<GroundMultiPolygon> rest = remaining(area.outline, shape, smallestSquareMetres);
        if (!rest)
            continue;
        const double before = area.areaSquareMetres;
        setOutline(area, std::move(*rest));
        if (before > 0)
            area.unseenSquareMetres *= area.areaSquareMetres / before;
    }
    std::erase_if(areas, [](const AppearanceArea& area) { return area.outline.empty(); });
}

GroundMultiPolygon outside(const GroundMultiPolygon& outline, const std::vector<AppearanceArea>& areas)
{
    GroundMultiPolygon rest = outline;
    for (const AppearanceArea& area : areas) {
        if (rest.empty())
            break;
        if (!GroundBounds(rest).touches(GroundBounds(area.outline)))
            continue;
        if (std::optional<GroundMultiPolygon> less = remaining(rest, area.outline, 0))
            rest = std::move(*less);
    }
    return rest;
}

void makeApart(std::vector<AppearanceArea>& areas, double smallestSquareMetres)
{
    std::vector<std::size_t> order(areas.size());
    std::iota(order.begin(), order.end(), std::size_t{0});
    std::stable_sort(order.begin(), order.end(), [&areas](std::size_t a, std::size_t b) {
        return areas[a].areaSquareMetres < areas[b].areaSquareMetres;
    });
    std::vector<GroundBounds> bounds;
    for (const AppearanceArea& area : areas)
        bounds.emplace_back(area.outline);
    for (std::size_t i = 0; i < order.size(); ++i) {
        AppearanceArea& larger = areas[order[i]];
        for (std::size_t j = 0; j < i && !larger.outline.empty(); ++j) {
            const AppearanceArea& smaller = areas[order[j]];
            if (!bounds[order[i]].touches(bounds[order[j]]))
                continue;
            if (auto rest = remaining(larger.outline, smaller.outline, smallestSquareMetres))
                setOutline(larger, std::move(*rest));
        }
    }
    std::erase_if(areas, [](const AppearanceArea& area) { return area.outline.empty(); });
}

double largestOverlap(const std::vector<const AppearanceArea*>& areas)
{
    std::vector<GroundBounds> bounds;
    for (const AppearanceArea* area : areas)
        bounds.emplace_back(area->outline);
    double largest = 0;
    for (std::size_t i = 0; i < areas.size(); ++i) {
        for (std::size_t j = i + 1; j < areas.size(); ++j) {
            if (bounds[i].touches(bounds[j]))
                largest = std::max(largest, groundArea(common(areas[i]->outline, areas[j]->outline)));
        }
    }
    return largest;
}

}  // namespace sheen
