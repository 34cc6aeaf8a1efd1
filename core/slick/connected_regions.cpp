#include "connected_regions.h"

#include <map>
#include <numeric>
#include <utility>

namespace sheen {

std::vector<std::vector<const TileRegion*>> connectedRegions(const std::vector<TileGrid>& tiles,
                                                             const std::vector<TileResult>& results)
{
    std::vector<std::size_t> first(results.size() + 1, 0);
    for (std::size_t i = 0; i < results.size(); ++i)
        first[i + 1] = first[i] + results[i].regions.size();
    std::vector<std::size_t> parent(first.back());
    std::iota(parent.begin(), parent.end(), std::size_t{0});
    const auto root = [&](std::size_t i) {
        while (parent[i] != i)
            i = parent[i] = parent[parent[i]];
        return i;
    };
    std::map<std::pair<int, int>, std::size_t> places;
    for (std::size_t i = 0; i < results.size(); ++i)
        places[{tiles[i].index.y, tiles[i].index.x}] = i;

    const auto join = [&](std::size_t a, std::size_t sideOfA, std::pair<int, int> place,
                          std::size_t sideOfB) {
        const auto found = places.find(place);
        if (found == places.end())
            return;
        const std::size_t b = found->second;
        for (std::size_t i = 0; i < results[a].sides[sideOfA].size(); ++i) {
            const int regionA = results[a].sides[sideOfA][i];
            const int regionB = results[b].sides[sideOfB][i];
            if (regionA == 0 || regionB == 0)
                continue;
            const auto atA = static_cast<std::size_t>(regionA - 1);
            const auto atB = static_cast<std::size_t>(regionB - 1);
            if (results[a].regions[atA].classIndex == results[b].regions[atB].classIndex)
                parent[root(first[a] + atA)] = root(first[b] + atB);
        }
    };
    for (std::size_t i = 0; i < results.size(); ++i) {
        const cv::Point place = tiles[i].index;
        join(i, 2, {place.y, place.x + 1}, 0);
        join(i, 3, {place.y + 1, place.x}, 1);
    }

    std::map<std::size_t, std::vector<const TileRegion*>> groups;
    for (std::size_t i = 0; i < results.size(); ++i) {
        for (std::size_t j = 0; j < results[i].regions.size(); ++j)
            groups[root(first[i] + j)].push_back(&results[i].regions[j]);
    }
    std::vector<std::vector<const TileRegion*>> lists;
    for (auto& [at, list] : groups)
        lists.push_back(std::move(list));
    return lists;
}

}  // namespace sheen
