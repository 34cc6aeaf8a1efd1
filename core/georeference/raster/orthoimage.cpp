#include "raster/orthoimage.h"

#include <algorithm>
#include <cmath>
#include <opencv2/imgproc.hpp>
#include <vector>

#include "geo/geodesy.h"
#include "inverse_mapper.h"
#include "terrain_map.h"

namespace sheen {

namespace {

constexpr int rowsAtOnce = 64;  //!< of map and result: stay in the cache

/** Alpha is 255 in `bgra`, whose outermost half pixel repeats the edge; what lies beyond is taken away again.
 */
void warpPicturePart(const cv::Mat& bgra, const cv::Mat& map, cv::Mat part)
{
    cv::remap(bgra, part, map, cv::noArray(), cv::INTER_LINEAR, cv::BORDER_REPLICATE);
    for (int row = 0; row < part.rows; ++row) {
        const cv::Vec2f* place = map.ptr<cv::Vec2f>(row);
        std::uint32_t* pixel = part.ptr<std::uint32_t>(row);
        for (int column = 0; column < part.cols; ++column)
            pixel[column] = place[column][0] < -0.5f ? 0 : pixel[column];
    }
}

void warpMaskPart(const cv::Mat& classes, const cv::Mat& map, cv::Mat part)
{
    cv::remap(classes, part, map, cv::noArray(), cv::INTER_NEAREST, cv::BORDER_CONSTANT, 255);
}

cv::Mat withAlpha(const cv::Mat& bgr)
{
    cv::Mat bgra;
    cv::cvtColor(bgr, bgra, cv::COLOR_BGR2BGRA);
    return bgra;
}

using WarpPart = void (*)(const cv::Mat& picture, const cv::Mat& map, cv::Mat part);

/** The warp with a map that is there, a few rows at a time. */
cv::Mat warped(const cv::Mat& picture, const cv::Mat& map, WarpPart warpPart)
{
    cv::Mat result(map.size(), picture.type());
    const int stripes = (map.rows + rowsAtOnce - 1) / rowsAtOnce;
    cv::parallel_for_(cv::Range(0, stripes), [&](const cv::Range& range) {
        for (int stripe = range.start; stripe < range.end; ++stripe) {
            const cv::Range rows(stripe * rowsAtOnce, std::min((stripe + 1) * rowsAtOnce, map.rows));
            warpPart(picture, map.rowRange(rows), result.rowRange(rows));
        }
    });
    return result;
}

/** The warp that makes only as much of the map at a time as it uses, and none where the picture does not
 * reach. */
cv::Mat warped(const cv::Mat& picture, const cv::Scalar& beside, const MapGrid& grid,
               const MapProjection& projection, const CameraModel& camera, WarpPart warpPart)
{
    if (camera.elevation())
        return warped(picture, inverseMap(grid, projection, camera), warpPart);
    cv::Mat result(grid.size, picture.type());
    const InverseMapper mapper(grid, projection, camera);
    const std::vector<cv::Rect> tiles = mapper.tiles();
    cv::parallel_for_(cv::Range(0, static_cast<int>(tiles.size())), [&](const cv::Range& range) {
        cv::Mat buffer(rowsAtOnce, InverseMapper::tileSide, CV_32FC2);
        for (int i = range.start; i < range.end; ++i) {
            const cv::Rect& tile = tiles[static_cast<std::size_t>(i)];
            const std::vector<InverseMapper::Cell> mesh = mapper.meshOf(tile);
            for (int top = tile.y; top < tile.br().y; top += rowsAtOnce) {
                const cv::Rect stripe = cv::Rect(tile.x, top, tile.width, rowsAtOnce) & tile;
                const cv::Mat map = buffer(cv::Rect({0, 0}, stripe.size()));
                if (mapper.fill(mesh, stripe, map))
                    warpPart(picture, map, result(stripe));
                else
                    result(stripe).setTo(beside);
            }
        }
    });
    return result;
}

}  // namespace

MapGrid gridFor(const GroundRing& footprint, const MapProjection& projection, double pixelSizeMetres,
                int largestSide)
{
    constexpr int pointsPerEdge = 8;  // edges are not straight on the map
    MapGrid grid;
    grid.epsg = projection.epsg();
    grid.pixelSizeMetres = pixelSizeMetres;
    cv::Point2d low(HUGE_VAL, HUGE_VAL);
    cv::Point2d high(-HUGE_VAL, -HUGE_VAL);
    for (std::size_t i = 0; i < footprint.size(); ++i) {
        const GroundPoint& a = footprint[i];
        GroundPoint b = footprint[(i + 1) % footprint.size()];
        b.longitudeDegrees = longitudeNear(b.longitudeDegrees, a.longitudeDegrees);
        for (int step = 0; step < pointsPerEdge; ++step) {
            const double share = static_cast<double>(step) / pointsPerEdge;
            const cv::Point2d map =
                projection.toMap({a.latitudeDegrees + share * (b.latitudeDegrees - a.latitudeDegrees),
                                  a.longitudeDegrees + share * (b.longitudeDegrees - a.longitudeDegrees)});
            if (!std::isfinite(map.x) || !std::isfinite(map.y))
                continue;
            low = {std::min(low.x, map.x), std::min(low.y, map.y)};
            high = {std::max(high.x, map.x), std::max(high.y, map.y)};
        }
    }
    if (!(low.x < high.x) || !(low.y < high.y) || !(pixelSizeMetres > 0) || largestSide < 2)
        return grid;
    // One pixel is spare for the edges' rounding to whole multiples.
    const double longest = std::max(high.x - low.x, high.y - low.y);
    grid.pixelSizeMetres = std::max(pixelSizeMetres, longest / (largestSide - 1));
    const double left = std::floor(low.x / grid.pixelSizeMetres);
    const double top = std::ceil(high.y / grid.pixelSizeMetres);
    grid.left = left * grid.pixelSizeMetres;
    grid.top = top * grid.pixelSizeMetres;
    grid.size = {static_cast<int>(std::ceil(high.x / grid.pixelSizeMetres) - left),
                 static_cast<int>(top - std::floor(low.y / grid.pixelSizeMetres))};
    return grid;
}

cv::Mat inverseMap(const MapGrid& grid, const MapProjection& projection, const CameraModel& camera)
{
    if (camera.elevation() && !grid.size.empty())
        return terrainInverseMap(grid, projection, camera);
    cv::Mat map(grid.size, CV_32FC2);
    const InverseMapper mapper(grid, projection, camera);
    const std::vector<cv::Rect> tiles = mapper.tiles();
    cv::parallel_for_(cv::Range(0, static_cast<int>(tiles.size())), [&](const cv::Range& range) {
        for (int i = range.start; i < range.end; ++i) {
            const cv::Rect& tile = tiles[static_cast<std::size_t>(i)];
            if (!mapper.fill(mapper.meshOf(tile), tile, map(tile)))
                map(tile).setTo(cv::Vec2f(-1, -1));
        }
    });
    return map;
}

cv::Mat warpPicture(const cv::Mat& bgr, const cv::Mat& inverseMap)
{
    return warped(withAlpha(bgr), inverseMap, warpPicturePart);
}

cv::Mat warpPicture(const cv::Mat& bgr, const MapGrid& grid, const MapProjection& projection,
                    const CameraModel& camera)
{
    return warped(withAlpha(bgr), cv::Scalar::all(0), grid, projection, camera, warpPicturePart);
}

cv::Mat warpMask(const cv::Mat& classes, const cv::Mat& inverseMap)
{
    return warped(classes, inverseMap, warpMaskPart);
}

cv::Mat warpMask(const cv::Mat& classes, const MapGrid& grid, const MapProjection& projection,
                 const CameraModel& camera)
{
    return warped(classes, cv::Scalar::all(255), grid, projection, camera, warpMaskPart);
}

}  // namespace sheen
