#include "bodies/reshaping.h"

#include <ogr_geometry.h>

#include <algorithm>
#include <cmath>
#include <memory>

#include "bodies/areas.h"
#include "bodies/measures.h"
#include "geo/geodesy.h"
#include "geo/ground_bounds.h"
#include "ogr/ground_geometry.h"
#include "ogr/ogr_geometry.h"
#include "plane_shape.h"

namespace sheen {

namespace {

/** Metres of a part's edge that also are an area's edge. */
double commonBorder(const OGRGeometry& part, const AppearanceArea& area, const LocalPlane& plane)
{
    constexpr double doubtMetres = 0.01;  // points that were moved back and forth by projections
    const QuietGdal quiet;
    const std::unique_ptr<OGRMultiPolygon> shape = onPlane(area.outline, plane, true);
    const std::unique_ptr<OGRGeometry> edge(part.Boundary());
    const std::unique_ptr<OGRGeometry> near(shape->Buffer(doubtMetres));
    const std::unique_ptr<OGRGeometry> both(edge && near ? edge->Intersection(near.get()) : nullptr);
    if (!both)
        return 0;
    double length = 0;
    const auto add = [&length](const OGRGeometry& one) {
        if (wkbFlatten(one.getGeometryType()) == wkbLineString)
            length += one.toLineString()->get_Length();
    };
    if (OGR_GT_IsSubClassOf(wkbFlatten(both->getGeometryType()), wkbGeometryCollection)) {
        for (const OGRGeometry* one : *both->toGeometryCollection())
            add(*one);
    } else {
        add(*both);
    }
    return length;
}

/** Gives what an area gave up to the area behind its old border, where that is most of the border. */
void giveAway(Slick& slick, std::size_t given, const GroundMultiPolygon& lost, const GroundMultiPolygon& now)
{
    for (const GroundPolygon& part : lost) {
        const LocalPlane plane(part.front().front());
        const std::unique_ptr<OGRMultiPolygon> shape = onPlane({part}, plane, true);
        const std::unique_ptr<OGRGeometry> edge(shape->Boundary());
        double whole = 0;
        if (edge && OGR_GT_IsSubClassOf(wkbFlatten(edge->getGeometryType()), wkbGeometryCollection)) {
            for (const OGRGeometry* line : *edge->toGeometryCollection())
                whole += line->toLineString()->get_Length();
        } else if (edge) {
            whole = edge->toLineString()->get_Length();
        }
        AppearanceArea self;
        self.outline = now;
        const double old = whole - commonBorder(*shape, self, plane);
        AppearanceArea* behind = nullptr;
        double longest = old / 2;
        for (std::size_t i = 0; i < slick.areas.size(); ++i) {
            if (i == given || !GroundBounds(slick.areas[i].outline).touches(GroundBounds(part.front())))
                continue;
            const double border = commonBorder(*shape, slick.areas[i], plane);
            if (border > longest) {
                longest = border;
                behind = &slick.areas[i];
            }
        }
        if (behind)
            setOutline(*behind, united({behind->outline, {part}}));
    }
}

GroundMultiPolygon withoutSlivers(GroundMultiPolygon outline, double smallestSquareMetres)
{
    std::erase_if(outline, [smallestSquareMetres](const GroundPolygon& part) {
        return groundArea(part) < std::max(smallestSquareMetres, overlapTolerance);
    });
    return outline;
}

/** Two metres longer at both ends, to reach past an outline that was grown by one. */
std::vector<GroundPoint> lengthened(const std::vector<GroundPoint>& line)
{
    constexpr double more = 2;
    const LocalPlane plane(line.front());
    std::vector<cv::Point2d> points;
    for (const GroundPoint& point : line)
        points.push_back(plane.toPlane(point));
    const auto outwards = [&](const cv::Point2d& end, const cv::Point2d& before) {
        const double length = cv::norm(end - before);
        return length > 0 ? end + (end - before) * (more / length) : end;
    };
    points.front() = outwards(points.front(), points[1]);
    points.back() = outwards(points.back(), points[points.size() - 2]);
    std::vector<GroundPoint> result;
    for (const cv::Point2d& point : points)
        result.push_back(plane.toGround(point));
    return result;
}

/** The overall outline with a metre around it, so that no edge of an area lies on its own. */
GroundMultiPolygon grownOutline(const Slick& slick)
{
    const LocalPlane plane(slick.overallOutline.front().front().front());
    const QuietGdal quiet;
    const std::unique_ptr<OGRGeometry> grown(onPlane(slick.overallOutline, plane, false)->Buffer(1));
    return grown ? filledFromPlane(*grown, plane) : slick.overallOutline;
}

}  // namespace

bool reshapeArea(std::vector<Slick>& slicks, std::size_t slick, std::size_t area,
                 const GroundMultiPolygon& outline, double smallestSquareMetres, bool (*keeps)(const Slick&))
{
    std::vector<Slick> changed = slicks;
    GroundMultiPolygon wanted = outline;
    bool gaveWay = false;
    for (std::size_t i = 0; i < changed.size(); ++i) {
        if (i == slick || !GroundBounds(changed[i].outline).touches(GroundBounds(wanted)) ||
            groundArea(common(changed[i].outline, wanted)) <= overlapTolerance / 10)
            continue;
        std::vector<AppearanceArea> left = changed[i].areas;
        takeFrom(left, wanted, smallestSquareMetres);
        if (left.empty() && keeps(changed[i])) {
            wanted = without(wanted, changed[i].outline);
            gaveWay = true;
            continue;
        }
        changed[i].areas = std::move(left);
        measure(changed[i]);
    }
    wanted = withoutSlivers(std::move(wanted), gaveWay ? smallestSquareMetres : 0);
    if (wanted.empty())
        return false;

    Slick& own = changed[slick];
    const AppearanceArea before = own.areas[area];
    const GroundMultiPolygon lost = withoutSlivers(without(before.outline, wanted), 0);
    std::vector<AppearanceArea> others = own.areas;
    others.erase(others.begin() + static_cast<std::ptrdiff_t>(area));
    takeFrom(others, wanted, smallestSquareMetres);
    others.push_back(before);
    setOutline(others.back(), wanted);
    own.areas = std::move(others);
    giveAway(own, own.areas.size() - 1, lost, wanted);
    // What lay behind the old border may have been cut in the same breath.
    makeApart(own.areas, 0);
    measure(own);
    slicks = std::move(changed);
    return true;
}

std::vector<Slick> divided(const Slick& slick, const std::vector<GroundPoint>& line,
                           double smallestSquareMetres)
{
    if (line.size() < 2 || slick.overallOutline.empty())
        return {};
    const std::vector<GroundMultiPolygon> sides = splitAlong(grownOutline(slick), lengthened(line));
    if (sides.size() < 2)
        return {};
    std::vector<Slick> parts(sides.size(), slick);
    for (Slick& part : parts)
        part.areas.clear();
    for (const AppearanceArea& area : slick.areas) {
        std::vector<AppearanceArea> pieces(sides.size(), area);
        std::size_t most = 0;
        bool sliver = false;
        for (std::size_t i = 0; i < sides.size(); ++i) {
            setOutline(pieces[i], common(area.outline, sides[i]));
            if (pieces[i].areaSquareMetres > pieces[most].areaSquareMetres)
                most = i;
            const double size = pieces[i].areaSquareMetres;
            sliver = sliver || (size > 0 && size < std::min(smallestSquareMetres, area.areaSquareMetres));
            if (area.areaSquareMetres > 0)
                pieces[i].unseenSquareMetres =
                    inHundredths(area.unseenSquareMetres * size / area.areaSquareMetres);
        }
        if (sliver || area.areaSquareMetres - pieces[most].areaSquareMetres < 0.01) {
            parts[most].areas.push_back(area);
            continue;
        }
        for (std::size_t i = 0; i < sides.size(); ++i) {
            if (pieces[i].areaSquareMetres > 0)
                parts[i].areas.push_back(std::move(pieces[i]));
        }
    }
    std::erase_if(parts, [](const Slick& part) { return part.areas.empty(); });
    if (parts.size() < 2)
        return {};
    for (Slick& part : parts)
        measure(part);
    std::stable_sort(parts.begin(), parts.end(), [](const Slick& a, const Slick& b) {
        return a.oiledSquareMetres() > b.oiledSquareMetres();
    });
    return parts;
}

Slick joined(const std::vector<Slick>& slicks)
{
    Slick whole = slicks.front();
    for (std::size_t i = 1; i < slicks.size(); ++i) {
        const Slick& other = slicks[i];
        whole.areas.insert(whole.areas.end(), other.areas.begin(), other.areas.end());
        if (!other.note.isEmpty())
            whole.note += (whole.note.isEmpty() ? QString() : QStringLiteral("\n")) +
                          QStringLiteral("%1: %2").arg(other.id).arg(other.note);
        if (other.origin != whole.origin)
            whole.origin = Origin::Edited;
        if (other.firstUtc.isValid() && (!whole.firstUtc.isValid() || other.firstUtc < whole.firstUtc))
            whole.firstUtc = other.firstUtc;
        if (other.lastUtc.isValid() && (!whole.lastUtc.isValid() || other.lastUtc > whole.lastUtc))
            whole.lastUtc = other.lastUtc;
        for (const QString& sensor : other.sensors) {
            if (!whole.sensors.contains(sensor))
                whole.sensors << sensor;
        }
        whole.sensors.sort();
        whole.positionErrorMetres = std::max(whole.positionErrorMetres, other.positionErrorMetres);
        whole.areaErrorShare = std::max(whole.areaErrorShare, other.areaErrorShare);
    }
    measure(whole);
    return whole;
}

}  // namespace sheen
