#pragma once

#include <QString>
#include <memory>

#include "geo/ground.h"

namespace sheen {

/**
 * Heights of the land from a raster file: whatever GDAL reads, in any coordinate system. They are metres
 * above mean sea level; where the raster's coordinate system says that they are above the ellipsoid, the
 * geoid's height is taken off (where PROJ has a grid of it). What has no value, lies below the sea or outside
 * of the file is sea, height 0. Between the middles of cells heights are bilinear. Read in tiles as they are
 * asked for, of which a bounded number is kept (34 MB); safe from many threads.
 */
class ElevationModel
{
public:
    /** As open already, where it is. Throws Error(Unreadable): no raster, no coordinate system. */
    static std::shared_ptr<const ElevationModel> open(const QString& path);
    ~ElevationModel();

    QString path() const;
    bool covers(const GroundPoint& place) const;
    double heightMetres(const GroundPoint& place) const;
    /** Edges of a cell, degrees of longitude and latitude, positive. */
    cv::Size2d cellDegrees() const;
    /** Whether some part could not be read, and was taken for sea. */
    bool isDamaged() const;

    /** Asks for many heights that lie near each other. For one thread. */
    class Sampler;

private:
    struct Tile;
    class Private;
    explicit ElevationModel(std::unique_ptr<Private> opened);
    std::unique_ptr<Private> d;
};

class ElevationModel::Sampler
{
public:
    explicit Sampler(const ElevationModel& model);
    ~Sampler();

    /** Height of the land there. The tile that holds the place is what the functions below tell of. */
    double heightMetres(const GroundPoint& place);

    double highestMetres() const;  //!< nothing in the tile is higher
    /** From the place that was asked for last to the tile's edges, degrees: left, top, right, bottom;
     * positive. */
    struct Margins
    {
        double west, north, east, south;
    };
    Margins margins() const;

private:
    const ElevationModel& m_model;
    std::shared_ptr<const Tile> m_tile;
    int m_tileColumn = 0;
    int m_tileRow = 0;
    cv::Point2d m_cell;  //!< in cells, whose middles are at whole numbers
};

}  // namespace sheen
