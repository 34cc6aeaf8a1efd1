#include "shape_measures.h"

#include <algorithm>
#include <cmath>

#include "geo/geodesy.h"
#include "geo/ground_bounds.h"
#include "ogr/ground_geometry.h"
#include "ogr/ogr_geometry.h"
#include "plane_shape.h"
#include "shape_memory.h"

namespace sheen {

namespace {

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

bool isSomewhere(const GroundMultiPolygon& outline)
{
    return !outline.empty() && !outline.front().empty() && !outline.front().front().empty();
}

ShapeMeasures measured(const std::vector<AppearanceArea>& areas, double gapMetres)
{
    const QuietGdal quiet;
    std::vector<GroundMultiPolygon> outlines;
    for (const AppearanceArea& area : areas)
        outlines.push_back(area.outline);
    ShapeMeasures shape;
    shape.outline = outlines.size() == 1 ? outlines.front() : united(outlines);
    shape.hasPlace = isSomewhere(shape.outline);
    if (!shape.hasPlace)
        return shape;
    const GroundBounds bounds(shape.outline);
    const LocalPlane plane({(bounds.south + bounds.north) / 2, (bounds.west + bounds.east) / 2});
    const std::unique_ptr<OGRMultiPolygon> filled = onPlane(shape.outline, plane, false);
    const std::unique_ptr<OGRGeometry> overall = closed(*filled, gapMetres);
    shape.overallOutline = filledFromPlane(overall ? *overall : *filled, plane);
    shape.overallSquareMetres = groundArea(shape.overallOutline);
    shape.axis = longestAxis(overall ? *overall : *filled);
    shape.inside = pointInside(areas.front().outline);
    shape.form = proposedForm(shape.outline, plane, shape.axis);
    return shape;
}

}  // namespace

std::shared_ptr<const ShapeMeasures> shapeMeasures(const std::vector<AppearanceArea>& areas, double gapMetres)
{
    static ShapeMemory memory;
    const QByteArray key = shapeKey(areas, gapMetres);
    std::shared_ptr<const ShapeMeasures> shape = memory.find(key);
    if (!shape) {
        shape = std::make_shared<const ShapeMeasures>(measured(areas, gapMetres));
        memory.keep(key, shape);
    }
    return shape;
}

}  // namespace sheen
