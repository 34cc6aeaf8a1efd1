#include "inverse_mapper.h"

#include <algorithm>
#include <cmath>

#include "geo/geodesy.h"
#include "geo/map_projection.h"

namespace sheen {

namespace {

constexpr int finestCell = 8;             //!< where the mesh is not divided further
constexpr double toleratedPixels = 0.02;  //!< of the picture, at a cell's middle
const cv::Vec2f outsidePicture(-1, -1);

cv::Vec3d inCell(const InverseMapper::Cell& cell, int column, int row)
{
    const double x = static_cast<double>(column - cell.pixels.x) / std::max(cell.pixels.width - 1, 1);
    const double y = static_cast<double>(row - cell.pixels.y) / std::max(cell.pixels.height - 1, 1);
    return (1 - y) * ((1 - x) * cell.corners[0] + x * cell.corners[1]) +
           y * ((1 - x) * cell.corners[2] + x * cell.corners[3]);
}

}  // namespace

InverseMapper::InverseMapper(const MapGrid& grid, const MapProjection& projection, const CameraModel& camera)
    : m_grid(grid), m_projection(projection), m_camera(camera)
{
    const cv::Rect2d& shown = camera.activePicture();
    m_left = static_cast<float>(shown.x - 0.5);
    m_top = static_cast<float>(shown.y - 0.5);
    m_right = static_cast<float>(shown.x + shown.width - 0.5);
    m_bottom = static_cast<float>(shown.y + shown.height - 0.5);
}

std::vector<cv::Rect> InverseMapper::tiles() const
{
    std::vector<cv::Rect> tiles;
    for (int top = 0; top < m_grid.size.height; top += tileSide) {
        for (int left = 0; left < m_grid.size.width; left += tileSide)
            tiles.push_back(cv::Rect(left, top, tileSide, tileSide) & cv::Rect({0, 0}, m_grid.size));
    }
    return tiles;
}

std::vector<InverseMapper::Cell> InverseMapper::meshOf(const cv::Rect& tile) const
{
    std::vector<Cell> cells;
    divide(tile, cells);
    return cells;
}

bool InverseMapper::fill(const std::vector<Cell>& mesh, const cv::Rect& area, cv::Mat map) const
{
    const auto isIn = [&](const Cell& cell) { return !(cell.pixels & area).empty(); };
    if (std::all_of(mesh.begin(), mesh.end(), [&](const Cell& cell) { return cell.isBeside || !isIn(cell); }))
        return false;
    for (const Cell& cell : mesh) {
        const cv::Rect part = cell.pixels & area;
        if (part.empty())
            continue;
        cv::Mat target = map(part - area.tl());
        if (cell.isBeside)
            target.setTo(outsidePicture);
        else if (std::all_of(cell.corners.begin(), cell.corners.end(),
                             [this](const cv::Vec3d& corner) { return m_camera.isSeenFrom(corner); }))
            fillSeen(cell, part, target);
        else
            fillAtHorizon(cell, part, target);
    }
    return true;
}

cv::Vec3d InverseMapper::exact(int column, int row) const
{
    return toEcef(m_projection.toGround({m_grid.left + (column + 0.5) * m_grid.pixelSizeMetres,
                                         m_grid.top - (row + 0.5) * m_grid.pixelSizeMetres}));
}

/** Adds the cell, or its four quarters where the earth between its corners is too curved. */
void InverseMapper::divide(const cv::Rect& pixels, std::vector<Cell>& cells) const
{
    Cell cell;
    cell.pixels = pixels;
    const int right = pixels.x + pixels.width - 1;
    const int bottom = pixels.y + pixels.height - 1;
    cell.corners = {exact(pixels.x, pixels.y), exact(right, pixels.y), exact(pixels.x, bottom),
                    exact(right, bottom)};
    cell.isBeside = isBesidePicture(cell);
    if (cell.isBeside || std::max(pixels.width, pixels.height) <= finestCell || isFlat(cell)) {
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
bool InverseMapper::isBesidePicture(const Cell& cell) const
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
bool InverseMapper::isFlat(const Cell& cell) const
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

/**
 * Camera coordinates are linear in ECEF, so along a row of a cell they are start + column * step, and
 * only the division by the depth is left for each pixel.
 */
void InverseMapper::fillSeen(const Cell& cell, const cv::Rect& part, cv::Mat map) const
{
    const cv::Matx33d& turn = m_camera.ecefToCamera();
    const int width = part.width;
    const int last = part.x + width - 1;
    const CameraCalibration& lens = m_camera.calibration();
    const bool distorted = lens.radialK1 != 0 || lens.radialK2 != 0;
    for (int row = part.y; row < part.y + part.height; ++row) {
        const cv::Vec3d from = turn * (inCell(cell, part.x, row) - m_camera.position());
        const cv::Vec3d to = turn * (inCell(cell, last, row) - m_camera.position());
        // In units of the middle depth, so that single precision serves for any height.
        const double depth = std::max(std::abs(from[2]), std::abs(to[2]));
        const cv::Vec3f start = cv::Vec3f(from / depth);
        const cv::Vec3f step = cv::Vec3f((to - from) / (depth * std::max(width - 1, 1)));
        float* out = map.ptr<float>(row - part.y);
        if (distorted)
            fillRow<true>(start, step, width, out);
        else
            fillRow<false>(start, step, width, out);
    }
}

/** Several short loops without branches, each of which the compiler turns into vectors. */
template <bool distorted>
void InverseMapper::fillRow(const cv::Vec3f& start, const cv::Vec3f& step, int width, float* out) const
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
    float columns[tileSide], lines[tileSide], inside[tileSide];
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

void InverseMapper::fillAtHorizon(const Cell& cell, const cv::Rect& part, cv::Mat map) const
{
    for (int row = 0; row < part.height; ++row) {
        cv::Vec2f* out = map.ptr<cv::Vec2f>(row);
        for (int column = 0; column < part.width; ++column) {
            out[column] = outsidePicture;
            const auto pixel = m_camera.pixelOfEcef(inCell(cell, part.x + column, part.y + row));
            if (!pixel)
                continue;
            const cv::Vec2f place(static_cast<float>(pixel->x - 0.5), static_cast<float>(pixel->y - 0.5));
            if (place[0] >= m_left && place[0] <= m_right && place[1] >= m_top && place[1] <= m_bottom)
                out[column] = place;
        }
    }
}

}  // namespace sheen
