#include "core/georeference/orthoimage.h"

#include <algorithm>
#include <cmath>
#include <opencv2/imgproc.hpp>
#include <vector>

#include "core/data/geodesy.h"
#include "core/georeference/terrain_map.h"

namespace sheen {

namespace {

constexpr int coarsestCell = 512;         //!< pixels of the grid
constexpr int finestCell = 8;             //!< where the mesh is not divided further
constexpr double toleratedPixels = 0.02;  //!< of the picture, at a cell's middle
const cv::Vec2f outside(-1, -1);

/** The corners of a cell in ECEF: top left, top right, bottom left, bottom right pixel centre. */
struct Cell
{
    cv::Rect pixels;
    std::array<cv::Vec3d, 4> corners;
};

/** Fills the inverse map cell by cell. */
class InverseMapper
{
public:
    InverseMapper(const MapGrid& grid, const MapProjection& projection, const CameraModel& camera)
        : m_grid(grid), m_projection(projection), m_camera(camera)
    {
        const cv::Rect2d& shown = camera.activePicture();
        m_left = static_cast<float>(shown.x - 0.5);
        m_top = static_cast<float>(shown.y - 0.5);
        m_right = static_cast<float>(shown.x + shown.width - 0.5);
        m_bottom = static_cast<float>(shown.y + shown.height - 0.5);
    }

    /** Divides the grid into the coarse mesh; cells may then be filled in any order, by any thread. */
    std::vector<Cell> coarseMesh() const
    {
        const int columns = (m_grid.size.width + coarsestCell - 1) / coarsestCell;
        const int rows = (m_grid.size.height + coarsestCell - 1) / coarsestCell;
        std::vector<Cell> cells;
        for (int row = 0; row < rows; ++row) {
            for (int column = 0; column < columns; ++column)
                divide(cv::Rect(column * coarsestCell, row * coarsestCell, coarsestCell, coarsestCell) &
                           cv::Rect({0, 0}, m_grid.size),
                       cells);
        }
        return cells;
    }

    void fill(const Cell& cell, cv::Mat& map) const
    {
        if (isBesidePicture(cell)) {
            map(cell.pixels).setTo(outside);
            return;
        }
        const bool seen =
            std::all_of(cell.corners.begin(), cell.corners.end(),
                        [this](const cv::Vec3d& corner) { return m_camera.isSeenFrom(corner); });
        if (seen)
            fillSeen(cell, map);
        else
            fillAtHorizon(cell, map);
    }

private:
    cv::Vec3d exact(int column, int row) const
    {
        return toEcef(m_projection.toGround({m_grid.left + (column + 0.5) * m_grid.pixelSizeMetres,
                                             m_grid.top - (row + 0.5) * m_grid.pixelSizeMetres}));
    }

    /** Adds the cell, or its four quarters where the earth between its corners is too curved. */
    void divide(const cv::Rect& pixels, std::vector<Cell>& cells) const
    {
        Cell cell{pixels, {}};
        const int right = pixels.x + pixels.width - 1;
        const int bottom = pixels.y + pixels.height - 1;
        cell.corners = {exact(pixels.x, pixels.y), exact(right, pixels.y), exact(pixels.x, bottom),
                        exact(right, bottom)};
        if (std::max(pixels.width, pixels.height) <= finestCell || isBesidePicture(cell) || isFlat(cell)) {
            cells.push_back(cell);
            return;
        }
        const int halfWidth = std::max(pixels.width / 2, 1);
        const int halfHeight = std::max(pixels.height / 2, 1);
        for (int half = 0; half < 4; ++half) {
            const cv::Point corner(half % 2 ? pixels.x + halfWidth : pixels.x,
                                   half / 2 ? pixels.y + halfHeight : pixels.y);
            const cv::Rect quarter(corner, cv::Point(half % 2 ? right + 1 : pixels.x + halfWidth,
                                                     half / 2 ? bottom + 1 : pixels.y + halfHeight));
            if (!quarter.empty())
                divide(quarter, cells);
        }
    }

    /**
     * Whether all of a cell lies to one side of the picture. Its points lie between its corners, and so do
     * their images where all corners are before the camera and no distortion bends straight lines.
     */
    bool isBesidePicture(const Cell& cell) const
    {
        constexpr float margin = 2;  // pixels: the earth's curve between the corners
        if (m_camera.calibration().radialK1 != 0 || m_camera.calibration().radialK2 != 0)
            return false;
        int left = 0, right = 0, above = 0, below = 0;
        for (const cv::Vec3d& corner : cell.corners) {
            const auto pixel = m_camera.pixelOfEcef(corner);
            if (!pixel)
                return false;
            left += pixel->x - 0.5 < m_left - margin;
            right += pixel->x - 0.5 > m_right + margin;
            above += pixel->y - 0.5 < m_top - margin;
            below += pixel->y - 0.5 > m_bottom + margin;
        }
        return left == 4 || right == 4 || above == 4 || below == 4;
    }

    /** Whether the middle, interpolated, falls where the exact middle falls in the picture. */
    bool isFlat(const Cell& cell) const
    {
        const int column = cell.pixels.x + cell.pixels.width / 2;
        const int row = cell.pixels.y + cell.pixels.height / 2;
        const cv::Vec3d interpolated = inCell(cell, column, row);
        const cv::Vec3d truth = exact(column, row);
        const auto a = m_camera.pixelOfEcef(interpolated);
        const auto b = m_camera.pixelOfEcef(truth);
        if (a && b)
            return cv::norm(*a - *b) < toleratedPixels;
        // No picture there, or not all of it: small against what a pixel of the grid covers will do.
        return cv::norm(interpolated - truth) < toleratedPixels * m_grid.pixelSizeMetres;
    }

    static cv::Vec3d inCell(const Cell& cell, int column, int row)
    {
        const double x = static_cast<double>(column - cell.pixels.x) / std::max(cell.pixels.width - 1, 1);
        const double y = static_cast<double>(row - cell.pixels.y) / std::max(cell.pixels.height - 1, 1);
        return (1 - y) * ((1 - x) * cell.corners[0] + x * cell.corners[1]) +
               y * ((1 - x) * cell.corners[2] + x * cell.corners[3]);
    }

    /**
     * Camera coordinates are linear in ECEF, so along a row of a cell they are start + column * step, and
     * only the division by the depth is left for each pixel.
     */
    void fillSeen(const Cell& cell, cv::Mat& map) const
    {
        const cv::Matx33d& turn = m_camera.ecefToCamera();
        const int width = cell.pixels.width;
        const int last = cell.pixels.x + width - 1;
        const CameraCalibration& lens = m_camera.calibration();
        const bool distorted = lens.radialK1 != 0 || lens.radialK2 != 0;
        for (int row = cell.pixels.y; row < cell.pixels.y + cell.pixels.height; ++row) {
            const cv::Vec3d from = turn * (inCell(cell, cell.pixels.x, row) - m_camera.position());
            const cv::Vec3d to = turn * (inCell(cell, last, row) - m_camera.position());
            // In units of the middle depth, so that single precision serves for any height.
            const double depth = std::max(std::abs(from[2]), std::abs(to[2]));
            const cv::Vec3f start = cv::Vec3f(from / depth);
            const cv::Vec3f step = cv::Vec3f((to - from) / (depth * std::max(width - 1, 1)));
            float* out = map.ptr<float>(row, cell.pixels.x);
            if (distorted)
                fillRow<true>(start, step, width, out);
            else
                fillRow<false>(start, step, width, out);
        }
    }

    /** Several short loops without branches, each of which the compiler turns into vectors. */
    template <bool distorted>
    void fillRow(const cv::Vec3f& start, const cv::Vec3f& step, int width, float* out) const
    {
        const auto principal = m_camera.principalPoint();
        const float centreX = static_cast<float>(principal.x - 0.5);
        const float centreY = static_cast<float>(principal.y - 0.5);
        const float focal = static_cast<float>(m_camera.focalPixels());
        const float k1 = static_cast<float>(m_camera.calibration().radialK1);
        const float k2 = static_cast<float>(m_camera.calibration().radialK2);
        const float largest = static_cast<float>(m_camera.largestRadius() * m_camera.largestRadius());
        const float left = m_left, top = m_top, right = m_right, bottom = m_bottom;
        const float startX = start[0], startY = start[1], startZ = start[2];
        const float stepX = step[0], stepY = step[1], stepZ = step[2];
        const auto least = [](float a, float b) { return a < b ? a : b; };
        // Points of the picture, and how far inside of it: a mesh's cell is never wider.
        float columns[coarsestCell], lines[coarsestCell], inside[coarsestCell];
        for (int i = 0; i < width; ++i) {
            const float along = static_cast<float>(i);
            const float z = startZ + along * stepZ;
            const float scale = 1 / z;
            const float x = (startX + along * stepX) * scale;
            const float y = (startY + along * stepY) * scale;
            float stretch = focal;
            float reach = z - 1e-6f;  // before the camera; where z is 0, nothing below is a number
            if constexpr (distorted) {
                const float squared = x * x + y * y;
                stretch *= 1 + squared * (k1 + squared * k2);
                reach = least(reach, largest - squared);
            }
            columns[i] = centreX + x * stretch;
            lines[i] = centreY + y * stretch;
            inside[i] = least(reach, least(least(columns[i] - left, right - columns[i]),
                                           least(lines[i] - top, bottom - lines[i])));
        }
        for (int i = 0; i < width; ++i)
            columns[i] = inside[i] >= 0 ? columns[i] : -1.0f;
        for (int i = 0; i < width; ++i)
            lines[i] = inside[i] >= 0 ? lines[i] : -1.0f;
        for (int i = 0; i < width; ++i) {
            out[2 * i] = columns[i];
            out[2 * i + 1] = lines[i];
        }
    }

    void fillAtHorizon(const Cell& cell, cv::Mat& map) const
    {
        for (int row = cell.pixels.y; row < cell.pixels.y + cell.pixels.height; ++row) {
            cv::Vec2f* out = map.ptr<cv::Vec2f>(row);
            for (int column = cell.pixels.x; column < cell.pixels.x + cell.pixels.width; ++column) {
                out[column] = outside;
                const auto pixel = m_camera.pixelOfEcef(inCell(cell, column, row));
                if (!pixel)
                    continue;
                const cv::Vec2f place(static_cast<float>(pixel->x - 0.5), static_cast<float>(pixel->y - 0.5));
                if (place[0] >= m_left && place[0] <= m_right && place[1] >= m_top && place[1] <= m_bottom)
                    out[column] = place;
            }
        }
    }

    const MapGrid& m_grid;
    const MapProjection& m_projection;
    const CameraModel& m_camera;
    // Edges of the active picture, where pixel centres are at integers.
    float m_left = 0;
    float m_top = 0;
    float m_right = 0;
    float m_bottom = 0;
};

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
    cv::Mat map(grid.size, CV_32FC2);
    if (grid.size.empty())
        return map;
    if (camera.elevation())
        return terrainInverseMap(grid, projection, camera);
    const InverseMapper mapper(grid, projection, camera);
    const std::vector<Cell> cells = mapper.coarseMesh();
    cv::parallel_for_(cv::Range(0, static_cast<int>(cells.size())), [&](const cv::Range& range) {
        for (int i = range.start; i < range.end; ++i)
            mapper.fill(cells[static_cast<std::size_t>(i)], map);
    });
    return map;
}

cv::Mat warpPicture(const cv::Mat& bgr, const cv::Mat& inverseMap)
{
    cv::Mat bgra;
    cv::cvtColor(bgr, bgra, cv::COLOR_BGR2BGRA);
    cv::Mat warped(inverseMap.size(), CV_8UC4);
    constexpr int rowsAtOnce = 64;  // of map and result: stays in the cache
    const int stripes = (inverseMap.rows + rowsAtOnce - 1) / rowsAtOnce;
    cv::parallel_for_(cv::Range(0, stripes), [&](const cv::Range& range) {
        for (int stripe = range.start; stripe < range.end; ++stripe) {
            const cv::Range rows(stripe * rowsAtOnce, std::min((stripe + 1) * rowsAtOnce, inverseMap.rows));
            const cv::Mat map = inverseMap.rowRange(rows);
            cv::Mat part = warped.rowRange(rows);
            // The outermost half pixel repeats the edge; then what lies beyond is taken away again.
            cv::remap(bgra, part, map, cv::noArray(), cv::INTER_LINEAR, cv::BORDER_REPLICATE);
            for (int row = 0; row < part.rows; ++row) {
                const cv::Vec2f* place = map.ptr<cv::Vec2f>(row);
                std::uint32_t* pixel = part.ptr<std::uint32_t>(row);
                for (int column = 0; column < part.cols; ++column)
                    pixel[column] = place[column][0] < -0.5f ? 0 : pixel[column];
            }
        }
    });
    return warped;
}

cv::Mat warpMask(const cv::Mat& classes, const cv::Mat& inverseMap)
{
    cv::Mat warped;
    cv::remap(classes, warped, inverseMap, cv::noArray(), cv::INTER_NEAREST, cv::BORDER_CONSTANT, 255);
    return warped;
}

}  // namespace sheen
