#include "terrain/elevation_model.h"

#include <cpl_error.h>
#include <gdal_priv.h>
#include <gdal_utils.h>
#include <ogr_spatialref.h>

#include <QCoreApplication>
#include <QDateTime>
#include <QFileInfo>
#include <algorithm>
#include <atomic>
#include <cmath>
#include <list>
#include <map>
#include <mutex>
#include <vector>

#include "base/error.h"
#include "geo/geodesy.h"
#include "geo/geoid.h"

namespace sheen {

namespace {

constexpr int tileCells = 128;
constexpr std::size_t tilesKept = 512;
constexpr double noData = -32768;
constexpr double highestOnEarth = 9000;

struct ElevationModelText
{
    Q_DECLARE_TR_FUNCTIONS(sheen::ElevationModel)
};

/** What GDAL complains of in this thread is not printed. */
class QuietGdal
{
public:
    QuietGdal() { CPLPushErrorHandler(CPLQuietErrorHandler); }
    ~QuietGdal() { CPLPopErrorHandler(); }
    QuietGdal(const QuietGdal&) = delete;
    QuietGdal& operator=(const QuietGdal&) = delete;
};

[[noreturn]] void refuse(const QString& path, const QString& why)
{
    throw Error(
        ElevationModelText::tr(
            "The elevation model \"%1\" cannot be used: %2. Give a raster of heights that GDAL reads, "
            "with its coordinate system.")
            .arg(path, why),
        ErrorKind::Unreadable);
}

/** Heights are counted from the ellipsoid where three axes belong to one system, without a vertical one. */
bool heightsAreEllipsoidal(const OGRSpatialReference& system)
{
    return !system.IsCompound() && system.GetAxesCount() == 3;
}

/** The same raster in degrees of WGS84, computed as it is read. */
GDALDatasetUniquePtr inDegrees(GDALDataset& source)
{
    const char* words[] = {"-of", "VRT",     "-t_srs",     "EPSG:4326", "-r",        "bilinear",
                           "-ot", "Float32", "-dstnodata", "-32768",    "-novshift", nullptr};
    GDALWarpAppOptions* options = GDALWarpAppOptionsNew(const_cast<char**>(words), nullptr);
    GDALDatasetH sources[] = {GDALDataset::ToHandle(&source)};
    GDALDatasetH warped = options ? GDALWarp("", nullptr, 1, sources, options, nullptr) : nullptr;
    GDALWarpAppOptionsFree(options);
    return GDALDatasetUniquePtr(GDALDataset::FromHandle(warped));
}

}  // namespace

/** Cells of which the last row and column are the next tile's first. */
struct ElevationModel::Tile
{
    std::vector<float> heights;  //!< (tileCells + 1)^2; empty: sea
    double highest = 0;

    double at(int column, int row) const
    {
        return heights.empty() ? 0 : heights[std::size_t(row) * (tileCells + 1) + std::size_t(column)];
    }
};

class ElevationModel::Private
{
public:
    std::shared_ptr<const Tile> tile(int column, int row);
    std::shared_ptr<const Tile> read(int column, int row);
    cv::Point2d cellOf(const GroundPoint& place) const;

    QString path;
    GDALDatasetUniquePtr source;
    GDALDatasetUniquePtr raster;
    double west = 0, north = 0;            // of the raster's edge, degrees
    double cellWidth = 0, cellHeight = 0;  // degrees, positive
    int columns = 0, rows = 0;
    const Geoid* geoid = nullptr;  // taken off
    std::atomic<bool> damaged{false};
    std::shared_ptr<const Tile> sea = std::make_shared<Tile>();

private:
    using Key = std::pair<int, int>;
    struct Kept
    {
        std::shared_ptr<const Tile> tile;
        std::list<Key>::iterator use;
    };
    std::mutex mutex;
    std::map<Key, Kept> kept;
    std::list<Key> uses;  // latest first
};

/** In cells, whose middles are at whole numbers; on whichever turn of longitude the raster lies. */
cv::Point2d ElevationModel::Private::cellOf(const GroundPoint& place) const
{
    const double middle = west + columns * cellWidth / 2;
    return {(longitudeNear(place.longitudeDegrees, middle) - west) / cellWidth - 0.5,
            (north - place.latitudeDegrees) / cellHeight - 0.5};
}

std::shared_ptr<const ElevationModel::Tile> ElevationModel::Private::tile(int column, int row)
{
    // The cell beyond the edge is sea, to which the last ones slope.
    if (column < -1 || row < -1 || double(column) * tileCells >= columns || double(row) * tileCells >= rows)
        return sea;
    const std::lock_guard lock(mutex);
    const Key key(column, row);
    if (const auto found = kept.find(key); found != kept.end()) {
        uses.splice(uses.begin(), uses, found->second.use);
        return found->second.tile;
    }
    if (kept.size() >= tilesKept) {
        kept.erase(uses.back());
        uses.pop_back();
    }
    uses.push_front(key);
    return kept.emplace(key, Kept{read(column, row), uses.begin()}).first->second.tile;
}

std::shared_ptr<const ElevationModel::Tile> ElevationModel::Private::read(int column, int row)
{
    constexpr int side = tileCells + 1;
    const cv::Rect wanted(column * tileCells, row * tileCells, side, side);
    const cv::Rect part = wanted & cv::Rect(0, 0, columns, rows);
    if (part.empty())
        return sea;
    auto tile = std::make_shared<Tile>();
    tile->heights.assign(std::size_t(side) * side, 0);
    float* first = tile->heights.data() + std::size_t(part.y - wanted.y) * side + (part.x - wanted.x);
    const QuietGdal quiet;
    if (raster->GetRasterBand(1)->RasterIO(GF_Read, part.x, part.y, part.width, part.height, first,
                                           part.width, part.height, GDT_Float32, sizeof(float),
                                           sizeof(float) * side, nullptr) != CE_None) {
        damaged = true;
        return sea;
    }
    for (int y = part.y; y < part.y + part.height; ++y) {
        for (int x = part.x; x < part.x + part.width; ++x) {
            float& height = tile->heights[std::size_t(y - wanted.y) * side + std::size_t(x - wanted.x)];
            const bool known = std::isfinite(height) && height != float(noData) && height < highestOnEarth;
            if (known && geoid)
                height -= float(
                    geoid->heightMetres({north - (y + 0.5) * cellHeight, west + (x + 0.5) * cellWidth}));
            height = known && height > 0 ? height : 0;
            tile->highest = std::max(tile->highest, double(height));
        }
    }
    if (tile->highest == 0)
        return sea;
    return tile;
}

ElevationModel::ElevationModel(std::unique_ptr<Private> opened) : d(std::move(opened))
{}

ElevationModel::~ElevationModel() = default;

std::shared_ptr<const ElevationModel> ElevationModel::open(const QString& path)
{
    static std::mutex mutex;
    static std::map<QString, std::weak_ptr<const ElevationModel>> all;
    const std::lock_guard lock(mutex);
    const QFileInfo file(path);
    const QString key = QStringLiteral("%1|%2|%3")
                            .arg(file.absoluteFilePath(), QString::number(file.size()),
                                 QString::number(file.lastModified().toMSecsSinceEpoch()));
    if (auto model = all[key].lock())
        return model;
    // What GDAL takes for more than a path (an address, a description in XML) may come with a workspace.
    if (!file.exists())
        throw Error(ElevationModelText::tr(
                        "There is no file \"%1\". Check the path of the elevation model, or go on without "
                        "one: then all is placed at sea level.")
                        .arg(path),
                    ErrorKind::Unreadable);
    GDALAllRegister();
    const QuietGdal quiet;
    CPLErrorReset();
    const auto said = [] {
        const QString words = QString::fromUtf8(CPLGetLastErrorMsg()).simplified();
        return words.isEmpty() ? ElevationModelText::tr("it is no raster") : words;
    };
    auto opened = std::make_unique<Private>();
    opened->path = path;
    opened->source.reset(GDALDataset::Open(path.toUtf8().constData(), GDAL_OF_RASTER | GDAL_OF_READONLY));
    if (!opened->source || opened->source->GetRasterCount() < 1)
        refuse(path, said());
    const OGRSpatialReference* system = opened->source->GetSpatialRef();
    if (!system)
        refuse(path, ElevationModelText::tr("it has no coordinate system"));
    if (heightsAreEllipsoidal(*system))
        opened->geoid = Geoid::installed();
    opened->raster = inDegrees(*opened->source);
    double transform[6];
    if (!opened->raster || opened->raster->GetGeoTransform(transform) != CE_None || !(transform[1] > 0) ||
        !(transform[5] < 0))
        refuse(path, said());
    opened->west = transform[0];
    opened->cellWidth = transform[1];
    opened->north = transform[3];
    opened->cellHeight = -transform[5];
    opened->columns = opened->raster->GetRasterXSize();
    opened->rows = opened->raster->GetRasterYSize();
    std::shared_ptr<const ElevationModel> model(new ElevationModel(std::move(opened)));
    all[key] = model;
    return model;
}

QString ElevationModel::path() const
{
    return d->path;
}

bool ElevationModel::covers(const GroundPoint& place) const
{
    const cv::Point2d cell = d->cellOf(place);
    return cell.x >= -0.5 && cell.y >= -0.5 && cell.x <= d->columns - 0.5 && cell.y <= d->rows - 0.5;
}

double ElevationModel::heightMetres(const GroundPoint& place) const
{
    return Sampler(*this).heightMetres(place);
}

cv::Size2d ElevationModel::cellDegrees() const
{
    return {d->cellWidth, d->cellHeight};
}

bool ElevationModel::isDamaged() const
{
    return d->damaged;
}

ElevationModel::Sampler::Sampler(const ElevationModel& model) : m_model(model)
{}

ElevationModel::Sampler::~Sampler() = default;

double ElevationModel::Sampler::heightMetres(const GroundPoint& place)
{
    m_cell = m_model.d->cellOf(place);
    constexpr double farthest = 1e9;  // what is no place is sea
    if (!(std::abs(m_cell.x) < farthest) || !(std::abs(m_cell.y) < farthest)) {
        m_tile = m_model.d->sea;
        return 0;
    }
    const int column = int(std::floor(m_cell.x / tileCells));
    const int row = int(std::floor(m_cell.y / tileCells));
    if (!m_tile || column != m_tileColumn || row != m_tileRow)
        m_tile = m_model.d->tile(column, row);
    m_tileColumn = column;
    m_tileRow = row;
    if (m_tile->heights.empty())
        return 0;
    const double x = m_cell.x - double(column) * tileCells;
    const double y = m_cell.y - double(row) * tileCells;
    const int left = std::clamp(int(x), 0, tileCells - 1);
    const int top = std::clamp(int(y), 0, tileCells - 1);
    const double right = x - left;
    const double down = y - top;
    return (1 - down) * ((1 - right) * m_tile->at(left, top) + right * m_tile->at(left + 1, top)) +
           down * ((1 - right) * m_tile->at(left, top + 1) + right * m_tile->at(left + 1, top + 1));
}

double ElevationModel::Sampler::highestMetres() const
{
    return m_tile ? m_tile->highest : 0;
}

ElevationModel::Sampler::Margins ElevationModel::Sampler::margins() const
{
    const double left = m_cell.x - double(m_tileColumn) * tileCells;
    const double top = m_cell.y - double(m_tileRow) * tileCells;
    return {left * m_model.d->cellWidth, top * m_model.d->cellHeight,
            (tileCells - left) * m_model.d->cellWidth, (tileCells - top) * m_model.d->cellHeight};
}

}  // namespace sheen
