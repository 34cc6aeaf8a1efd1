#include "terrain/terrain_ray.h"

#include <algorithm>
#include <cmath>
#include <limits>
#include <tuple>

#include "geo/geodesy.h"

namespace sheen {

namespace {

constexpr double never = std::numeric_limits<double>::infinity();

/** A ray over the land; its parameter runs from 0 at the camera to 1 at the sea. */
class TerrainRay
{
public:
    TerrainRay(const ElevationModel& land, const cv::Vec3d& camera, const cv::Vec3d& sea)
        : m_sampler(land), m_cell(land.cellDegrees()), m_camera(camera), m_way(sea - camera)
    {}

    /** Height of the ray over the land at a parameter. */
    double clearance(double t)
    {
        std::tie(m_place, m_height) = groundAndHeightFromEcef(m_camera + t * m_way);
        return m_height - m_sampler.heightMetres(m_place);
    }

    /** How far the parameter may go on from where clearance() was asked for last, and miss no more than half
     * a cell. */
    double step() const
    {
        const double sinLat = std::sin(m_place.latitudeDegrees * radiansPerDegree);
        const double cosLat = std::max(1e-6, std::cos(m_place.latitudeDegrees * radiansPerDegree));
        const double sinLon = std::sin(m_place.longitudeDegrees * radiansPerDegree);
        const double cosLon = std::cos(m_place.longitudeDegrees * radiansPerDegree);
        const double metresPerDegree = wgs84::semiMajorMetres * radiansPerDegree;
        // Degrees and metres of height per parameter.
        const double east = (-sinLon * m_way[0] + cosLon * m_way[1]) / (metresPerDegree * cosLat);
        const double north =
            (-sinLat * (cosLon * m_way[0] + sinLon * m_way[1]) + cosLat * m_way[2]) / metresPerDegree;
        const double down = -(cosLat * (cosLon * m_way[0] + sinLon * m_way[1]) + sinLat * m_way[2]);
        const double cells = std::max(std::abs(east) / m_cell.width, std::abs(north) / m_cell.height);
        const double fine = cells > 0 ? 0.5 / cells : never;
        const double above = m_height - m_sampler.highestMetres();
        if (above <= 0)
            return fine;
        // The earth curves away below: the ray comes down no sooner than along its slope here.
        const ElevationModel::Sampler::Margins margins = m_sampler.margins();
        const auto until = [](double margin, double rate) { return rate > 0 ? margin / rate : never; };
        const double edge = std::min({until(margins.east, east), until(margins.west, -east),
                                      until(margins.north, north), until(margins.south, -north)});
        return std::max(fine, std::min(until(above, down), edge));
    }

    cv::Vec3d at(double t) const { return m_camera + t * m_way; }

private:
    ElevationModel::Sampler m_sampler;
    cv::Size2d m_cell;
    cv::Vec3d m_camera, m_way;
    GroundPoint m_place;
    double m_height = 0;
};

}  // namespace

std::optional<cv::Vec3d> firstOnLand(const ElevationModel& land, const cv::Vec3d& camera,
                                     const cv::Vec3d& sea)
{
    constexpr double seaMetres = 1e-4;  // rounding of the sea's own height
    TerrainRay ray(land, camera, sea);
    if (!(ray.clearance(0) > 0))
        return {};
    double clear = 0;
    double next = 0;
    while (clear < 1) {
        next = std::min(1.0, clear + ray.step());
        if (ray.clearance(next) <= (next < 1 ? 0 : -seaMetres))
            break;
        clear = next;
    }
    if (clear >= 1)
        return sea;
    // Down to a hundredth of a millimetre, so that what is differentiated over it stays smooth.
    const double tolerance = 1e-5 / std::max(1.0, cv::norm(sea - camera));
    while (next - clear > tolerance) {
        const double middle = (clear + next) / 2;
        (ray.clearance(middle) > 0 ? clear : next) = middle;
    }
    return ray.at((clear + next) / 2);
}

}  // namespace sheen
