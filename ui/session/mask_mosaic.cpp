#include "ui/session/mask_mosaic.h"

#include <cmath>

#include "base/error.h"
#include "data/segmentation.h"
#include "raster/orthoimage.h"

namespace sheen {

namespace {

int floorDivided(int value, int by)
{
    return value >= 0 ? value / by : -((-value + by - 1) / by);
}

/** A quarter of a tile: the other half of the resolution, keeping oil where any of four pixels has it. */
void paintQuarter(const QImage& from, QImage& to, int left, int top)
{
    const int half = MaskMosaic::tileSide / 2;
    for (int y = 0; y < half; ++y) {
        const uchar* upper = from.constScanLine(2 * y);
        const uchar* lower = from.constScanLine(2 * y + 1);
        uchar* target = to.scanLine(top + y) + left;
        for (int x = 0; x < half; ++x) {
            uchar best = Segmentation::notSeen;
            for (const uchar value : {upper[2 * x], upper[2 * x + 1], lower[2 * x], lower[2 * x + 1]}) {
                if (value != Segmentation::notSeen && (best == Segmentation::notSeen || value > best))
                    best = value;
            }
            target[x] = best;
        }
    }
}

/** Power-of-two metres near `wanted`, so that halved resolutions stay on the same grid. */
double roundedPixelSize(double wanted)
{
    return std::exp2(std::round(std::log2(std::clamp(wanted, 0.03125, 4096.0))));
}

}  // namespace

MaskMosaic::MaskMosaic(int epsg) : m_epsg(epsg)
{}
MaskMosaic::~MaskMosaic() = default;

int MaskMosaic::epsg() const
{
    const std::lock_guard lock(m_mutex);
    return m_epsg;
}

double MaskMosaic::pixelSizeMetres() const
{
    const std::lock_guard lock(m_mutex);
    return m_pixelSizeMetres;
}

int MaskMosaic::tileCount() const
{
    const std::lock_guard lock(m_mutex);
    return int(m_tiles.size());
}

void MaskMosaic::clear()
{
    const std::lock_guard lock(m_mutex);
    m_tiles.clear();
    m_pixelSizeMetres = 0;
}

QRectF MaskMosaic::tileExtent(const Place& place) const
{
    const double side = tileSide * m_pixelSizeMetres;
    return {place.first * side, place.second * side, side, side};
}

QRectF MaskMosaic::extent() const
{
    const std::lock_guard lock(m_mutex);
    QRectF all;
    for (const auto& [place, tile] : m_tiles)
        all = all.united(tileExtent(place));
    return all;
}

std::vector<MaskMosaic::Tile> MaskMosaic::tilesIn(const QRectF& area) const
{
    const std::lock_guard lock(m_mutex);
    std::vector<Tile> tiles;
    for (const auto& [place, tile] : m_tiles) {
        const QRectF extent = tileExtent(place);
        if (extent.intersects(area))
            tiles.push_back({tile, extent});
    }
    return tiles;
}

QImage& MaskMosaic::tileAt(const Place& place)
{
    QImage& tile = m_tiles[place];
    if (tile.isNull()) {
        tile = QImage(tileSide, tileSide, QImage::Format_Indexed8);
        tile.fill(Segmentation::notSeen);
    }
    return tile;
}

void MaskMosaic::halveResolution()
{
    std::map<Place, QImage> finer;
    finer.swap(m_tiles);
    m_pixelSizeMetres *= 2;
    const int half = tileSide / 2;
    for (const auto& [place, tile] : finer) {
        const Place coarser(floorDivided(place.first, 2), floorDivided(place.second, 2));
        const bool east = place.first != 2 * coarser.first;
        const bool north = place.second != 2 * coarser.second;
        paintQuarter(tile, tileAt(coarser), east ? half : 0, north ? 0 : half);
    }
}

void MaskMosaic::paint(const FrameRecord& record, const cv::Mat& classes)
{
    const std::optional<CameraModel> camera = cameraOf(record);
    if (classes.empty() || classes.size() != record.pictureSize || record.footprint.size() < 3 || !camera)
        return;
    const MapGrid grid = gridOf(record);
    // Without the lock: this takes long, and the map is drawn meanwhile.
    paintTiles(grid, warpMask(classes, grid, *m_projection, *camera));
}

/** The map's pixels under a frame; where they would be too many, the mosaic is made coarser first. */
MapGrid MaskMosaic::gridOf(const FrameRecord& record)
{
    const std::lock_guard lock(m_mutex);
    if (!m_projection) {
        if (m_epsg == 0)
            m_epsg = MapProjection::utmZoneFor(record.footprint.front());
        m_projection = std::make_unique<MapProjection>(m_epsg);
    }
    const double frameMetres = record.groundSampleDistanceMetres * record.pictureSize.width;
    if (m_pixelSizeMetres <= 0)
        m_pixelSizeMetres = roundedPixelSize(std::max(frameMetres, 1.0) / largestFrameSide);

    MapGrid grid = gridFor(record.footprint, *m_projection, m_pixelSizeMetres, 2 * largestFrameSide);
    const double squareMetres =
        double(grid.size.width) * grid.size.height * grid.pixelSizeMetres * grid.pixelSizeMetres;
    while (squareMetres > 0.5 * mostTiles * std::pow(tileSide * m_pixelSizeMetres, 2))
        halveResolution();
    return grid;
}

void MaskMosaic::paintTiles(const MapGrid& grid, const cv::Mat& warped)
{
    const std::lock_guard lock(m_mutex);
    if (m_pixelSizeMetres <= 0)  // cleared meanwhile
        return;
    // The grid of a very wide view has larger pixels than the mosaic: each pixel of the mosaic asks the grid.
    const double ratio = m_pixelSizeMetres / grid.pixelSizeMetres;
    const int firstColumn = int(std::lround(grid.left / m_pixelSizeMetres));
    const int topRow = int(std::lround(grid.top / m_pixelSizeMetres));  // rows of pixels lie below this edge
    const int columns = int(std::ceil(warped.cols / ratio));
    const int rows = int(std::ceil(warped.rows / ratio));
    for (int y = 0; y < rows; ++y) {
        const auto* from = warped.ptr<unsigned char>(std::min(int((y + 0.5) * ratio), warped.rows - 1));
        const int mapRow = topRow - 1 - y;
        const int tileRow = floorDivided(mapRow, tileSide);
        const int line = tileSide - 1 - (mapRow - tileRow * tileSide);
        int x = 0;
        while (x < columns) {
            const int mapColumn = firstColumn + x;
            const int tileColumn = floorDivided(mapColumn, tileSide);
            const int start = mapColumn - tileColumn * tileSide;
            const int count = std::min(tileSide - start, columns - x);
            uchar* target = nullptr;
            for (int i = 0; i < count; ++i) {
                const uchar value = from[std::min(int((x + i + 0.5) * ratio), warped.cols - 1)];
                if (value == Segmentation::notSeen)
                    continue;
                if (!target)
                    target = tileAt({tileColumn, tileRow}).scanLine(line) + start;
                target[i] = value;
            }
            x += count;
        }
    }
    while (int(m_tiles.size()) > mostTiles)
        halveResolution();
}

}  // namespace sheen
