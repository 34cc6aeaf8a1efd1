#pragma once

#include <QImage>
#include <QRectF>
#include <map>
#include <memory>
#include <mutex>
#include <opencv2/core.hpp>
#include <utility>
#include <vector>

#include "data/frame_record.h"
#include "geo/map_projection.h"

namespace sheen {

class MapProjection;
struct MapGrid;

/**
 * The masks of all frames on the map, later frames over earlier ones, as tiles of class values. Memory is
 * bounded: when there are too many tiles, the whole mosaic halves its resolution. Painted by the run, drawn
 * by the map: safe from any thread.
 */
class MaskMosaic
{
public:
    static constexpr int tileSide = 512;          //!< pixels
    static constexpr int mostTiles = 384;         //!< 256 KiB each
    static constexpr int largestFrameSide = 512;  //!< map pixels across a frame, about

    /** `epsg` 0: the UTM zone of the first frame painted. */
    explicit MaskMosaic(int epsg = 0);
    ~MaskMosaic();

    int epsg() const;
    double pixelSizeMetres() const;  //!< 0 before anything is painted
    int tileCount() const;
    QRectF extent() const;  //!< metres, of all tiles: left, bottom, width, height; null without tiles

    /** Warps a frame's mask onto the map. A frame without a place is left out. Called by one thread at a
     * time; whoever draws waits for no warp. */
    void paint(const FrameRecord& record, const cv::Mat& classes);
    void clear();

    struct Tile
    {
        QImage classes;  //!< Format_Indexed8 without colours: class values, 255 not seen
        QRectF extent;   //!< metres: left, bottom, width, height
    };
    /** The tiles that touch `area` (metres); cheap, pixels are shared until they are painted again. */
    std::vector<Tile> tilesIn(const QRectF& area) const;

private:
    using Place = std::pair<int, int>;  //!< column to the east, row to the north

    MapGrid gridOf(const FrameRecord& record);
    void paintTiles(const MapGrid& grid, const cv::Mat& warped);
    QImage& tileAt(const Place& place);
    QRectF tileExtent(const Place& place) const;
    void halveResolution();

    mutable std::mutex m_mutex;
    int m_epsg = 0;
    double m_pixelSizeMetres = 0;
    std::unique_ptr<MapProjection> m_projection;
    std::map<Place, QImage> m_tiles;
};

}  // namespace sheen
