#include "bodies/grouping.h"

#include <algorithm>
#include <map>
#include <memory>
#include <numeric>

#include "bodies/measures.h"
#include "ogr/ogr_geometry.h"
#include "plane_shape.h"

namespace sheen {

namespace {

/** An area in the plane in which gaps are measured. */
struct PlacedArea
{
    std::size_t index = 0;
    std::unique_ptr<OGRMultiPolygon> shape;
    OGREnvelope box;
};

std::vector<PlacedArea> placed(const std::vector<AppearanceArea>& areas)
{
    std::vector<PlacedArea> result;
    std::unique_ptr<LocalPlane> plane;
    for (std::size_t i = 0; i < areas.size(); ++i) {
        const GroundMultiPolygon& outline = areas[i].outline;
        if (outline.empty() || outline.front().empty() || outline.front().front().empty())
            continue;
        if (!plane)
            plane = std::make_unique<LocalPlane>(outline.front().front().front());
        PlacedArea& area = result.emplace_back();
        area.index = i;
        area.shape = onPlane(outline, *plane, true);
        area.shape->getEnvelope(&area.box);
    }
    std::stable_sort(result.begin(), result.end(),
                     [](const PlacedArea& a, const PlacedArea& b) { return a.box.MinX < b.box.MinX; });
    return result;
}

/** Disjoint sets of indices. */
class Sets
{
public:
    explicit Sets(std::size_t count) : m_parent(count)
    {
        std::iota(m_parent.begin(), m_parent.end(), std::size_t{0});
    }

    std::size_t root(std::size_t i)
    {
        while (m_parent[i] != i)
            i = m_parent[i] = m_parent[m_parent[i]];
        return i;
    }

    void join(std::size_t a, std::size_t b)
    {
        a = root(a);
        b = root(b);
        m_parent[std::max(a, b)] = std::min(a, b);
    }

private:
    std::vector<std::size_t> m_parent;
};

}  // namespace

std::vector<std::vector<std::size_t>> groupedByGap(const std::vector<AppearanceArea>& areas, double gapMetres)
{
    const QuietGdal quiet;
    Sets sets(areas.size());
    const std::vector<PlacedArea> places = placed(areas);
    for (std::size_t i = 0; i < places.size(); ++i) {
        const PlacedArea& a = places[i];
        for (std::size_t j = i + 1; j < places.size() && places[j].box.MinX <= a.box.MaxX + gapMetres; ++j) {
            const PlacedArea& b = places[j];
            if (b.box.MinY > a.box.MaxY + gapMetres || a.box.MinY > b.box.MaxY + gapMetres ||
                sets.root(a.index) == sets.root(b.index))
                continue;
            const double distance = a.shape->Distance(b.shape.get());  // negative where GEOS fails
            if (distance >= 0 && distance <= gapMetres)
                sets.join(a.index, b.index);
        }
    }
    std::map<std::size_t, std::vector<std::size_t>> groups;
    for (std::size_t i = 0; i < areas.size(); ++i)
        groups[sets.root(i)].push_back(i);
    std::vector<std::vector<std::size_t>> result;
    for (auto& [root, members] : groups)
        result.push_back(std::move(members));
    return result;
}

std::vector<Slick> slicksOf(std::vector<AppearanceArea> areas, double gapMetres)
{
    std::vector<Slick> slicks;
    for (const std::vector<std::size_t>& group : groupedByGap(areas, gapMetres)) {
        Slick& slick = slicks.emplace_back();
        slick.gapMetres = gapMetres;
        for (const std::size_t index : group)
            slick.areas.push_back(std::move(areas[index]));
    }
    measure(slicks);
    std::stable_sort(slicks.begin(), slicks.end(), [](const Slick& a, const Slick& b) {
        return a.oiledSquareMetres() > b.oiledSquareMetres();
    });
    for (std::size_t i = 0; i < slicks.size(); ++i)
        slicks[i].id = static_cast<std::int64_t>(i) + 1;
    return slicks;
}

}  // namespace sheen
