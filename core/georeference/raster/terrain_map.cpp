#include "terrain_map.h"

#include <algorithm>
#include <cmath>
#include <limits>

#include "geo/geodesy.h"
#include "geo/map_projection.h"
#include "terrain/elevation_model.h"

namespace sheen {

namespace {

constexpr int meshPixels = 16;  //!< of the grid, between which places are bilinear
constexpr int depthPixels = 8;  //!< of the picture, between the rays that tell what stands before what
const cv::Vec2f outside(-1, -1);

/** How far away what the picture shows is, at the corners of squares of it. */
class Depths
{
public:
    explicit Depths(const CameraModel& camera) : m_area(camera.activePicture())
    {
        m_far = cv::Mat_<float>(int(m_area.height) / depthPixels + 2, int(m_area.width) / depthPixels + 2);
        cv::parallel_for_(cv::Range(0, m_far.rows), [&](const cv::Range& range) {
            for (int row = range.start; row < range.end; ++row) {
                for (int column = 0; column < m_far.cols; ++column) {
                    const auto ground =
                        camera.toEcefPoint({m_area.x + column * depthPixels, m_area.y + row * depthPixels});
                    m_far(row, column) = ground ? float(cv::norm(*ground - camera.position()))
                                                : std::numeric_limits<float>::infinity();
                }
            }
        });
    }

    /** The farthest at the corners around a point of the picture. */
    float farthest(cv::Point2d pixel) const
    {
        const int column = std::clamp(int((pixel.x - m_area.x) / depthPixels), 0, m_far.cols - 2);
        const int row = std::clamp(int((pixel.y - m_area.y) / depthPixels), 0, m_far.rows - 2);
        return std::max(std::max(m_far(row, column), m_far(row, column + 1)),
                        std::max(m_far(row + 1, column), m_far(row + 1, column + 1)));
    }

private:
    cv::Rect2d m_area;
    cv::Mat_<float> m_far;
};

/** Places at the corners of the mesh: longitude, latitude. */
cv::Mat_<cv::Vec2d> meshOf(const MapGrid& grid, const MapProjection& projection)
{
    cv::Mat_<cv::Vec2d> mesh(grid.size.height / meshPixels + 2, grid.size.width / meshPixels + 2);
    const double reference = projection.toGround({grid.left, grid.top}).longitudeDegrees;
    for (int row = 0; row < mesh.rows; ++row) {
        for (int column = 0; column < mesh.cols; ++column) {
            const GroundPoint place =
                projection.toGround({grid.left + (column * meshPixels + 0.5) * grid.pixelSizeMetres,
                                     grid.top - (row * meshPixels + 0.5) * grid.pixelSizeMetres});
            mesh(row, column) = {longitudeNear(place.longitudeDegrees, reference), place.latitudeDegrees};
        }
    }
    return mesh;
}

cv::Vec2d inMesh(const cv::Mat_<cv::Vec2d>& mesh, int column, int row)
{
    const int left = column / meshPixels;
    const int top = row / meshPixels;
    const double right = double(column % meshPixels) / meshPixels;
    const double down = double(row % meshPixels) / meshPixels;
    return (1 - down) * ((1 - right) * mesh(top, left) + right * mesh(top, left + 1)) +
           down * ((1 - right) * mesh(top + 1, left) + right * mesh(top + 1, left + 1));
}

}  // namespace

cv::Mat terrainInverseMap(const MapGrid& grid, const MapProjection& projection, const CameraModel& camera)
{
    cv::Mat map(grid.size, CV_32FC2);
    const cv::Mat_<cv::Vec2d> mesh = meshOf(grid, projection);
    const Depths depths(camera);
    const cv::Rect2d& shown = camera.activePicture();
    const ElevationModel& land = *camera.elevation();
    // Half a square of the picture and two cells of the model may lie between a place and the ray beside it.
    const double cellMetres = land.cellDegrees().height * wgs84::semiMajorMetres * radiansPerDegree;
    const double tolerance = 2 * cellMetres;
    cv::parallel_for_(cv::Range(0, grid.size.height), [&](const cv::Range& range) {
        ElevationModel::Sampler sampler(land);
        for (int row = range.start; row < range.end; ++row) {
            cv::Vec2f* out = map.ptr<cv::Vec2f>(row);
            for (int column = 0; column < grid.size.width; ++column) {
                out[column] = outside;
                const cv::Vec2d place = inMesh(mesh, column, row);
                const GroundPoint ground{place[1], place[0]};
                const cv::Vec3d ecef = toEcef(ground, sampler.heightMetres(ground));
                const auto pixel = camera.pixelOfEcef(ecef);
                if (!pixel || pixel->x < shown.x || pixel->y < shown.y || pixel->x > shown.x + shown.width ||
                    pixel->y > shown.y + shown.height)
                    continue;
                if (cv::norm(ecef - camera.position()) <= depths.farthest(*pixel) + tolerance)
                    out[column] = {float(pixel->x - 0.5), float(pixel->y - 0.5)};
            }
        }
    });
    return map;
}

}  // namespace sheen
