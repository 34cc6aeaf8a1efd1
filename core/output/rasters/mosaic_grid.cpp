#include "mosaic_grid.h"

#include <QCoreApplication>
#include <algorithm>
#include <cmath>
#include <unordered_set>

#include "base/median.h"
#include "geo/map_projection.h"

namespace sheen {

namespace {

constexpr double mostPixels = 1e10;     //!< of the whole grid, most of them empty
constexpr double mostSeenPixels = 1e9;  //!< in tiles that a frame touches: what takes time and room
constexpr double mostSidePixels = 1e6;
constexpr int tileSide = 512;

/** An upright rectangle on the map, metres. */
struct MapBox
{
    double left = std::numeric_limits<double>::max();
    double bottom = std::numeric_limits<double>::max();
    double right = std::numeric_limits<double>::lowest();
    double top = std::numeric_limits<double>::lowest();

    bool isEmpty() const { return !(left < right && bottom < top); }

    void include(cv::Point2d point)
    {
        left = std::min(left, point.x);
        right = std::max(right, point.x);
        bottom = std::min(bottom, point.y);
        top = std::max(top, point.y);
    }
};

MapBox boxOf(const PlacedFrame& frame, const MapProjection& projection, double pixelSizeMetres)
{
    MapBox box;
    for (const GroundPoint& corner : frame.record->footprint) {
        const cv::Point2d point = projection.toMap(corner);
        if (!std::isfinite(point.x) || !std::isfinite(point.y))
            return {};
        box.include(point);
    }
    const Sharpness sharpness = sharpnessOf(frame, projection);
    const double reach = sharpness.reachMetres(1 / (coarsestPixels * pixelSizeMetres));
    box.left = std::max(box.left, sharpness.nadir.x - reach);
    box.right = std::min(box.right, sharpness.nadir.x + reach);
    box.bottom = std::max(box.bottom, sharpness.nadir.y - reach);
    box.top = std::min(box.top, sharpness.nadir.y + reach);
    return box;
}

cv::Rect pixelsOf(const MapBox& box, const MapGrid& grid)
{
    if (box.isEmpty())
        return {};
    const int left = static_cast<int>(std::floor((box.left - grid.left) / grid.pixelSizeMetres));
    const int top = static_cast<int>(std::floor((grid.top - box.top) / grid.pixelSizeMetres));
    const int right = static_cast<int>(std::ceil((box.right - grid.left) / grid.pixelSizeMetres));
    const int bottom = static_cast<int>(std::ceil((grid.top - box.bottom) / grid.pixelSizeMetres));
    return cv::Rect(cv::Point(left, top), cv::Point(right, bottom)) & cv::Rect({0, 0}, grid.size);
}

MapGrid gridOf(const std::vector<PlacedFrame>& frames, const MapProjection& projection,
               double pixelSizeMetres)
{
    MapBox whole;
    for (const PlacedFrame& frame : frames) {
        const MapBox box = boxOf(frame, projection, pixelSizeMetres);
        if (box.isEmpty())
            continue;
        whole.include({box.left, box.bottom});
        whole.include({box.right, box.top});
    }
    MapGrid grid;
    grid.epsg = projection.epsg();
    grid.pixelSizeMetres = pixelSizeMetres;
    if (whole.isEmpty())
        return grid;
    grid.left = std::floor(whole.left / pixelSizeMetres) * pixelSizeMetres;
    grid.top = std::ceil(whole.top / pixelSizeMetres) * pixelSizeMetres;
    const double width = std::ceil((whole.right - grid.left) / pixelSizeMetres);
    const double height = std::ceil((grid.top - whole.bottom) / pixelSizeMetres);
    constexpr double largest = std::numeric_limits<int>::max();
    grid.size =
        cv::Size(static_cast<int>(std::min(width, largest)), static_cast<int>(std::min(height, largest)));
    return grid;
}

/** Pixels of all tiles that a frame touches. */
double seenPixels(const std::vector<PlacedFrame>& frames, const MapProjection& projection,
                  const MapGrid& grid)
{
    std::unordered_set<std::int64_t> tiles;
    for (const PlacedFrame& frame : frames) {
        const cv::Rect window = windowOf(frame, projection, grid);
        if (window.empty())
            continue;
        for (int row = window.y / tileSide; row <= (window.y + window.height - 1) / tileSide; ++row) {
            for (int column = window.x / tileSide; column <= (window.x + window.width - 1) / tileSide;
                 ++column)
                tiles.insert(static_cast<std::int64_t>(row) << 32 | column);
        }
    }
    return static_cast<double>(tiles.size()) * tileSide * tileSide;
}

double medianGroundSampleDistance(const std::vector<PlacedFrame>& frames)
{
    std::vector<double> distances;
    for (const PlacedFrame& frame : frames)
        distances.push_back(frame.record->groundSampleDistanceMetres);
    return median(std::move(distances));
}

}  // namespace

double Sharpness::pixelsPerMetre(double distanceMetres) const
{
    const double slope = distanceMetres / heightMetres;  // tangent of the off-nadir angle
    return focalPixels / heightMetres * std::pow(1 + slope * slope, -0.75);
}

double Sharpness::reachMetres(double leastPixelsPerMetre) const
{
    const double ratio = focalPixels / (heightMetres * leastPixelsPerMetre);
    return ratio < 1 ? -1 : heightMetres * std::sqrt(std::pow(ratio, 4.0 / 3) - 1);
}

Sharpness sharpnessOf(const PlacedFrame& frame, const MapProjection& projection)
{
    const CameraPose& pose = frame.camera.pose();
    const double halfFov = pose.horizontalFovDegrees / 2 * CV_PI / 180;
    return {projection.toMap({pose.latitudeDegrees, pose.longitudeDegrees}), pose.heightMetres,
            frame.camera.pictureSize().width / (2 * std::tan(halfFov))};
}

cv::Rect windowOf(const PlacedFrame& frame, const MapProjection& projection, const MapGrid& grid)
{
    return pixelsOf(boxOf(frame, projection, grid.pixelSizeMetres), grid);
}

MapGrid mosaicGrid(const std::vector<PlacedFrame>& frames, const MapProjection& projection, QString* note)
{
    if (frames.empty())
        return {};
    const double wanted = medianGroundSampleDistance(frames);
    MapGrid grid = gridOf(frames, projection, wanted);
    // Coarser pixels also let more of oblique frames in, so the size is looked at again each time.
    for (int attempt = 0; attempt < 20 && !grid.size.empty(); ++attempt) {
        const double side = std::max(grid.size.width, grid.size.height);
        const double all = static_cast<double>(grid.size.width) * grid.size.height;
        double factor = std::max(std::sqrt(all / mostPixels), side / mostSidePixels);
        if (factor <= 1)
            factor = std::sqrt(seenPixels(frames, projection, grid) / mostSeenPixels);
        if (factor <= 1)
            break;
        grid = gridOf(frames, projection, grid.pixelSizeMetres * factor * 1.05);
    }
    if (note && grid.pixelSizeMetres > wanted)
        *note =
            QCoreApplication::translate("sheen::Output",
                                        "The flight is long: the mosaic's pixels are %1 m instead of %2 m. "
                                        "Masks and frames are written in full.")
                .arg(grid.pixelSizeMetres, 0, 'g', 3)
                .arg(wanted, 0, 'g', 3);
    return grid;
}

}  // namespace sheen
